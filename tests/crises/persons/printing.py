"""Articles that print persons, made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from dragoman.crises.persons import of, take
from dragoman.records import Actor, Article, Office, ReaderInfo, Record, codebook, content_id
from dragoman.store import Store, Written

LEVELS = {entry.code: entry.level or 4 for entry in codebook().section("roles")}


def person(
    name: str, country: str | None = None, role: str | None = None, *, basis: Any = "print"
) -> Actor:
    """Return a person as an article prints her or him."""
    office = None
    if role is not None:
        title = role.replace("_", " ")
        office = Office(title, role, LEVELS[role], country, basis)
    key = content_id("actor", name, country, role)
    return Actor(id=key, name=name, kind="person", country=country, office=office)


def article(text: str, day: str | None, *actors: Actor, url: str | None = None) -> Record:
    """Return the record of an article that names persons and tells nothing else."""
    moment = None
    if day is not None:
        moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    whole = Article(id=content_id(text), text=text, url=url, published_at=moment)
    return Record(ReaderInfo("1", "none"), whole, actors=actors)


def told(store: Store, record: Record) -> tuple[Written, frozenset[int]]:
    """Write a record and take in its persons; return what became of it."""
    with store.work() as unit:
        written = unit.writer.write(record)
        return written, take(unit, written, record)


def tell(store: Store, name: str, *about: str | None, day: str = "2031-05-04", **more: Any) -> str:
    """Tell of one person in an article of its own; return the person's id."""
    actor = person(name, *about, **more)
    written, _ = told(store, article(f"{name} {about} {day} {more}.", day, actor))
    return whose(store, written, actor)


def whose(store: Store, written: Written, actor: Actor) -> str:
    """Return the person that an actor of an article is."""
    with store.view() as view:
        found = of(view, written.reading, actor.id)
    assert found is not None
    return found
