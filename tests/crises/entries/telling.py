"""Articles made by hand of a crisis that never was, between Freedonia and Norland."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from dragoman.crises import Entry, Ledger, take
from dragoman.records import (
    Actor,
    Article,
    Attitude,
    Casualties,
    Contact,
    Event,
    Fact,
    Office,
    Place,
    Position,
    ReaderInfo,
    Record,
    Statement,
    When,
    content_id,
)
from dragoman.store import Store, Written

MINISTER = Office("foreign minister", "foreign_minister", 2, "NRL", "print")
DEFENCE = Office("defence minister", "defence_minister", 2, "NRL", "print")
PRESIDENT = Office("president", "head_of_state", 1, "FRD", "print")

CAST: dict[str, Actor] = {
    actor.name: actor
    for actor in (
        Actor("freedonia", "Freedonia", "state", "FRD"),
        Actor("norland", "Norland", "state", "NRL"),
        Actor("sylvania", "Sylvania", "state", "SYL"),
        Actor("front", "Northern Front", "armed_group", "NRL", sectors=("REB",)),
        Actor("dahl", "Henrik Dahl", "person", "NRL", sectors=("GOV",), office=MINISTER),
        Actor("berg", "Tove Berg", "person", "NRL", sectors=("GOV",), office=DEFENCE),
        Actor("voss", "Mara Voss", "person", "FRD", sectors=("GOV",), office=PRESIDENT),
        Actor("ott", "Anton Ott", "person", "FRD", sectors=("MIL",)),
        Actor("rell", "Jonas Rell", "person", "FRD", sectors=("MIL",)),
        Actor("sailors", "six sailors", "unnamed"),
    )
}

_FIELDS: dict[type[Fact], str] = {
    Event: "events",
    Contact: "contacts",
    Statement: "statements",
    Position: "positions",
    Attitude: "attitudes",
}


@dataclass(frozen=True)
class Said:
    """A sentence and the fact that it states; who is named stands in the sentence."""

    type: type[Fact]
    sentence: str
    named: tuple[str, ...]
    fields: dict[str, Any] = field(hash=False)


def _said(type_: type[Fact], named: Iterable[str], fields: dict[str, Any], words: str = "") -> Said:
    everyone = tuple(named)
    told = {name: value for name, value in fields.items() if value is not None}
    sentence = words or f"{type_.__name__} of {', '.join(everyone)}: {told}."
    return Said(type_, sentence, everyone, fields)


def when(on: str | None) -> When | None:
    """Return a day, or several as ``2031-05-01/2031-05-03``."""
    if on is None:
        return None
    first, _, last = on.partition("/")
    return When(first, last or first)


def place(at: str | None) -> Place | None:
    """Return a place given as ``Port Hest, NRL``."""
    name, _, country = (at or "").partition(", ")
    return Place(name, country or None) if name else None


def event(
    by: str = "",
    to: str = "",
    *,
    on: str | None = None,
    at: str | None = None,
    killed: Any = None,
    **more: Any,
) -> Said:
    """Return a sentence with an event; several parties are parted by commas."""
    actors, recipients = _several(by), _several(to)
    fields = {
        "type": "ASSAULT",
        "actors": actors,
        "recipients": recipients,
        "when": when(on),
        "place": place(at),
        "casualties": None if killed is None else Casualties(killed=killed),
    }
    return _said(Event, (*actors, *recipients), fields | more)


def contact(by: str, to: str, *, on: str | None = None, at: str | None = None, **more: Any) -> Said:
    """Return a sentence with a contact."""
    fields = {"initiator": by, "counterpart": to, "when": when(on), "place": place(at)}
    return _said(Contact, (by, to), fields | more)


def statement(by: str, words: str, *, on: str | None = None, **more: Any) -> Said:
    """Return a sentence with a statement."""
    fields = {"speakers": (by,), "kind": "direct", "when": when(on)}
    return _said(Statement, (by,), fields | more, f"{by}: {words}")


def position(of: str, on: Said | str, stance: str, **more: Any) -> Said:
    """Return a sentence with a position on an event of the same article, or on a policy."""
    fields = {"holder": of, "target": on, "stance": stance, "basis": "own"}
    known = [name for name in (of, more.get("reporter")) if name in CAST]
    return _said(Position, known, fields | more, f"{of} on {on}: {stance} {more}.")


def attitude(of: str, toward: str, sign: str, **more: Any) -> Said:
    """Return a sentence with an attitude."""
    fields = {"from_": of, "toward": toward, "sign": sign, "basis": "own"}
    return _said(Attitude, [name for name in (of, toward) if name in CAST], fields | more)


def _several(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split(", ") if name)


def article(outlet: str, day: str | None, *said: Said, number: int = 1, extra: str = "") -> Record:
    """Return the record of an article that an outlet published on a day, at noon."""
    text = " ".join(each.sentence for each in said) + extra
    moment = None
    if day is not None:
        moment = datetime.combine(date.fromisoformat(day), time(12), ZoneInfo("UTC"))
    named = dict.fromkeys(name for each in said for name in each.named)
    whole = Article(
        id=content_id(text),
        text=text,
        url=f"https://{outlet}.example/{number}",
        publisher=outlet,
        published_at=moment,
        paragraphs=((0, len(text)),),
    )
    record = Record(
        ReaderInfo("1", "none"), whole, actors=tuple(_actor(text, each) for each in named)
    )
    facts: dict[str, Any] = {name: [] for name in _FIELDS.values()}
    for each in said:
        facts[_FIELDS[each.type]].append(_fact(text, each))
    made: dict[str, Any] = {name: tuple(some) for name, some in facts.items()}
    return replace(record, **made)


def _actor(text: str, name: str) -> Actor:
    start = text.index(name)
    return replace(CAST[name], mentions=((start, start + len(name)),))


def _fact(text: str, said: Said) -> Fact:
    start = text.index(said.sentence)
    evidence = ((start, start + len(said.sentence)),)
    fields = {name: _identified(text, value) for name, value in said.fields.items()}
    fields.setdefault("confidence", 0.8)
    if said.type is Statement:
        fields["content"] = ((start + len(f"{said.named[0]}: "), evidence[0][1]),)
    return said.type(id=_id(text, said), evidence=evidence, **fields)


def _identified(text: str, value: Any) -> Any:
    if isinstance(value, Said):
        return _id(text, value)
    if isinstance(value, tuple):
        return tuple(_identified(text, each) for each in value)
    return CAST[value].id if isinstance(value, str) and value in CAST else value


def _id(text: str, said: Said) -> str:
    return content_id(text, said.sentence)


def told(store: Store, *records: Record, origins: Iterable[str] = ()) -> list[Written]:
    """Write articles and take them in, each in its own unit; by default each is of its outlet."""
    families = list(origins) or [str(record.article.publisher) for record in records]
    written = []
    for record, family in zip(records, families, strict=True):
        with store.work() as unit:
            written.append(unit.writer.write(record))
            take(unit, written[-1], record, origin=family)
    return written


def ledger(store: Store, kind: str, **asked: Any) -> list[Entry]:
    """Return the entries of a kind."""
    with store.view() as view:
        return list(Ledger(view).entries(kind, **asked))


def outlets(entry: Entry) -> list[str | None]:
    """Return the outlets whose reports are beneath an entry."""
    return [report.outlet for report in entry.reports]


def shape(store: Store) -> set[tuple[str, frozenset[tuple[str | None, int]]]]:
    """Return all of a ledger that may be compared: entries by id, each with its reports."""
    kinds = _FIELDS.values()
    return {
        (entry.id, frozenset((report.article.url, report.told.number) for report in entry.reports))
        for kind in kinds
        for entry in ledger(store, kind)
    }
