"""Which positions were ever told on what some positions are on: found by what they are on.

The time it takes goes with what is found, not with how much its holders ever said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select

from dragoman.crises.entries import Entry
from dragoman.crises.questions.sides import members
from dragoman.store.portions import portions
from dragoman.store.tables import entry_parties, entry_reports, events, positions

BACK = timedelta(days=100)
"""How far back words are looked for; what was called so before is another matter."""


def acts_of(some: Iterable[Entry]) -> tuple[str, ...]:
    """Return the ids of the entries that positions are on, each once."""
    events_alone = (each for each in some if each.act.get("target_type") is not None)
    targets = dict.fromkeys(each.act.get("target") for each in events_alone)
    return tuple(each for each in targets if each is not None)


def older(connection: Connection, some: Collection[Entry], since: date) -> list[str]:
    """Return the ids of all positions on what some positions are on, these among them.

    Positions on an event are found whenever they were told. Those on what only words name are
    found by the same words from the same parties, from :data:`BACK` before a day until the last
    day of these positions.
    """
    named = [each for each in some if each.act.get("target_type") is None]
    return sorted({*_on_acts(connection, acts_of(some)), *_in_words(connection, named, since)})


def _on_acts(connection: Connection, acts: Collection[str]) -> Iterator[str]:
    told = set(_tellings(connection, acts))
    asked = select(positions.c.reading_id, positions.c.target, entry_reports.c.entry_id).join(
        entry_reports, _beneath(positions, "positions")
    )
    for readings in portions({reading for reading, _ in told}):
        rows = connection.execute(asked.where(positions.c.reading_id.in_(readings)))
        yield from (entry for reading, target, entry in rows if (reading, target) in told)


def _tellings(connection: Connection, acts: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield each telling of an act: its reading, and the event's id there."""
    asked = select(events.c.reading_id, events.c.id).join(entry_reports, _beneath(events, "events"))
    for each in portions(acts):
        rows = connection.execute(asked.where(entry_reports.c.entry_id.in_(each)))
        yield from ((reading, event) for reading, event in rows)


def _in_words(connection: Connection, named: Collection[Entry], since: date) -> Iterator[str]:
    words = {each.act.get("target") for each in named}
    holders = {party.id for each in named for party in members(each, "holder")}
    until = max((each.last_day for each in named if each.last_day is not None), default=since)
    taking_part = entry_parties.c
    asked = (
        select(positions.c.target, entry_reports.c.entry_id)
        .join(entry_reports, _beneath(positions, "positions"))
        .join(entry_parties, taking_part.entry_id == entry_reports.c.entry_id)
        .where(taking_part.kind == "positions", taking_part.part == "holder")
        .where(taking_part.wide.in_([False, True]))
        .where(taking_part.first_day.between(since - BACK, max(since, until)))
    )
    for parties in portions(holders):
        rows = connection.execute(asked.where(taking_part.party.in_(parties)).distinct())
        yield from (entry for target, entry in rows if target in words)


def _beneath(table: Any, kind: str) -> ColumnElement[bool]:
    """Return the condition that a report is that of a fact."""
    return and_(
        entry_reports.c.reading_id == table.c.reading_id,
        entry_reports.c.kind == kind,
        entry_reports.c.number == table.c.number,
    )
