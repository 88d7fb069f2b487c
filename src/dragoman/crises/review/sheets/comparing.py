"""Whether what a row says was read already, is new, or is told otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import select

from dragoman.crises.review.applying import Effective, effective
from dragoman.crises.review.seen import likeness
from dragoman.crises.review.sheets.making import READER, Made
from dragoman.records import FACT_KINDS, Actor, Fact, Record
from dragoman.records.spans import words
from dragoman.store import View
from dragoman.store.rows import folded, page_of, parties_of
from dragoman.store.tables import FACTS, articles, parties, readings

Outcome = Literal["same", "new", "contradicts"]

NEAR = timedelta(days=2)
"""How far from the day of a row a fact may be told, where the row links to no article."""

SAME_WORDS = 0.6
"""Likeness of two statements' words from which on they are one."""

_MOST = 200
"""Readings that are looked through for a row without a link."""

_DEFINING: Mapping[str, tuple[str, ...]] = {
    "events": ("type", "mode"),
    "contacts": ("channel", "status"),
    "positions": ("stance",),
}
"""The codes that one row and one fact must share; what one of them leaves open does not count."""

_OPEN = (None, "unspecified")

_PRINCIPAL = ("actor", "recipient", "initiator", "counterpart", "speaker", "holder")


@dataclass(frozen=True, slots=True)
class Compared:
    """What a row was found to be, and the fact that tells the same, or otherwise."""

    outcome: Outcome
    reading: int | None = None
    fact: str | None = None


def compared(view: View, made: Made) -> Compared:
    """Compare the fact of a row with those of the article it links to, or of its parties and day.

    ``same``: a fact has the same parties and codes; ``contradicts``: it has the same parties, of
    the same day, and other codes; ``new``: none does.
    """
    kind, fact = next(
        (kind, facts[0]) for kind in FACT_KINDS if (facts := getattr(made.record, kind))
    )
    linked = _linked(view, made.link)
    numbers = [linked] if linked is not None else list(_near(view, kind, made, fact))
    other: Compared | None = None
    for number in numbers:
        revised = effective(view, number)
        for each in revised.facts:
            if each.told.kind != kind or each.verdict == "rejected":
                continue
            relation = _relation(made, fact, each, revised.record, linked=linked is not None)
            if relation == "same":
                return Compared("same", number, each.told.fact.id)
            if relation == "contradicts" and other is None:
                other = Compared("contradicts", number, each.told.fact.id)
    return other or Compared("new")


def _linked(view: View, link: str | None) -> int | None:
    """Return the current reading of the article at a URL."""
    if link is None:
        return None
    asked = (
        select(readings.c.id)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(articles.c.page == page_of(link), readings.c.current)
    )
    return view.connection.scalar(asked)


def _near(view: View, kind: str, made: Made, fact: Fact) -> Iterator[int]:
    """Yield the readings that tell of a party of the row around its day."""
    if made.day is None:
        return
    named = {actor.id: actor for actor in made.record.actors}
    sides = {party for _, some in parties_of(fact) for party in some}
    codes = {named[each].country if each in named else each for each in sides} - {None}
    table = FACTS[kind]
    asked = (
        select(table.c.reading_id)
        .join(readings, readings.c.id == table.c.reading_id)
        .join(
            parties,
            (parties.c.reading_id == table.c.reading_id) & (parties.c.number == table.c.number),
        )
        .where(parties.c.kind == kind, parties.c.code.in_(codes), table.c.current)
        .where(table.c.first_day <= made.day + NEAR, table.c.last_day >= made.day - NEAR)
        .where(readings.c.reader != READER)
        .distinct()
        .order_by(table.c.reading_id)
        .limit(_MOST)
    )
    yield from view.connection.scalars(asked).all()


def _relation(made: Made, fact: Any, each: Effective, record: Record, *, linked: bool) -> Outcome:
    other = each.told.fact
    theirs = {actor.id: actor for actor in record.actors}
    ours = {actor.id: actor for actor in made.record.actors}
    if not _same_parties(_sides(fact, ours), _sides(other, theirs)):
        return "new"
    if each.told.kind == "statements":
        said = (
            words(made.record.article.text, fact.content),
            words(record.article.text, other.content),
        )
        return "same" if likeness((said[0],), (said[1],)) >= SAME_WORDS else "new"
    names = _DEFINING[each.told.kind]
    if all(_agree(getattr(fact, name), getattr(other, name)) for name in names):
        return "same"
    if each.told.kind == "events" and fact.type != other.type:
        return "new"
    return "contradicts" if linked or _same_day(made.day, each) else "new"


def _agree(one: object, other: object) -> bool:
    return one == other or one in _OPEN or other in _OPEN


def _same_day(day: date | None, each: Effective) -> bool:
    first = each.told.earliest or each.told.article.told_on
    last = each.told.latest or each.told.article.told_on
    return day is not None and first is not None and last is not None and first <= day <= last


def _sides(fact: Fact, named: Mapping[str, Actor]) -> dict[str, set[str]]:
    """Return who takes which principal part: codes where they are known, and names."""
    found: dict[str, set[str]] = {}
    for part, some in parties_of(fact):
        if part in _PRINCIPAL and some:
            for party in some:
                actor = named.get(party)
                keys = {party} if actor is None else {folded(actor.name), actor.country or ""}
                found.setdefault(part, set()).update(keys - {""})
    return found


def _same_parties(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> bool:
    """Tell whether every part that both tell has somebody in common, and some part is told."""
    both = one.keys() & other.keys()
    return bool(both) and all(one[part] & other[part] for part in both)
