"""The reports beneath entries, read from the store some hundred entries at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import and_, func, select

from dragoman.crises.entries.assembling import Act, Outline, assembled
from dragoman.crises.entries.casting import Cast, cast
from dragoman.crises.entries.model import Entry, Report
from dragoman.crises.persons import known
from dragoman.crises.review.applying import effective
from dragoman.records import Actor
from dragoman.records.convert import from_plain
from dragoman.store import Told, View
from dragoman.store.portions import portions
from dragoman.store.rows import parties_of
from dragoman.store.tables import actors, entry_reports, events, readings, story_articles

Place = tuple[int, int]
"""Where a fact stands: its reading, its number there."""


class Reporting:
    """Builds entries, and reads what they need for many of them at once."""

    def __init__(self, view: View) -> None:
        self._view = view

    def entries(self, outlines: Sequence[Outline]) -> list[Entry]:
        """Return entries of one kind with their reports."""
        if not outlines:
            return []
        kind = outlines[0].kind
        rows = self._rows([each.id for each in outlines])
        told = self._told(kind, rows)
        casts = self._casts(told)
        judged, listed = self._judged(kind, rows)
        told |= judged
        for reading, some in listed.items():
            persons = known(self._view.connection, [reading]).get(reading, {})
            casts[reading] = cast(some, persons)
        acts = self._acts(told) if kind == "positions" else {}
        beneath: dict[str, list[tuple[Report, str | None]]] = defaultdict(list)
        for row in rows:
            fact = told[row.reading_id, row.number]
            report = _report(fact, row.origin, casts[row.reading_id])
            beneath[row.entry_id].append((report, row.verdict))
        stories = self._stories(beneath)
        return [
            assembled(replace(each, story=stories.get(each.id)), beneath[each.id], acts)
            for each in outlines
        ]

    def _rows(self, ids: Iterable[str]) -> list[Any]:
        table = entry_reports
        return [
            row
            for some in portions(ids)
            for row in self._view.connection.execute(
                select(table).where(table.c.entry_id.in_(some))
            )
        ]

    def _stories(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the story that most reports of each entry belong to, of equals the first by id."""
        of_reading = readings.c.id == entry_reports.c.reading_id
        in_story = story_articles.c.article_id == readings.c.article_id
        count = func.count().label("count")
        found: dict[str, tuple[int, str]] = {}
        for some in portions(ids):
            asked = (
                select(entry_reports.c.entry_id, story_articles.c.story_id, count)
                .join(readings, of_reading)
                .join(story_articles, in_story)
                .where(entry_reports.c.entry_id.in_(some), story_articles.c.story_id.is_not(None))
                .group_by(entry_reports.c.entry_id, story_articles.c.story_id)
            )
            for entry, story, number in self._view.connection.execute(asked):
                found[entry] = min(found.get(entry, (0, "")), (-number, story))
        return {entry: story for entry, (_, story) in found.items()}

    def _told(self, kind: str, rows: Iterable[Any]) -> dict[Place, Told]:
        """Return the facts that nobody judged, as they were read."""
        plain = [(row.reading_id, row.number) for row in rows if row.verdict is None]
        return {(told.article.reading, told.number): told for told in self._view.told(kind, plain)}

    def _judged(
        self, kind: str, rows: Iterable[Any]
    ) -> tuple[dict[Place, Told], dict[int, Sequence[Actor]]]:
        """Return the facts of readings that people judged, and all actors of those readings."""
        told: dict[Place, Told] = {}
        listed: dict[int, Sequence[Actor]] = {}
        for reading in {row.reading_id for row in rows if row.verdict is not None}:
            revised = effective(self._view, reading)
            listed[reading] = revised.record.actors
            some = (each.told for each in revised.facts if each.told.kind == kind)
            told |= {(reading, each.number): each for each in some}
        return told, listed

    def _casts(self, told: Mapping[Place, Told]) -> dict[int, Cast]:
        """Return who takes part in facts, by their readings."""
        named: dict[int, set[str]] = defaultdict(set)
        for (reading, _), each in told.items():
            named[reading] |= {party for _, some in parties_of(each.fact) for party in some}
        found = {reading: Cast({}, {}) for reading in named}
        table = actors
        columns = (table.c.reading_id, table.c.number, table.c.id, table.c.data)
        for some in portions(named):
            persons = known(self._view.connection, some)
            asked = select(*columns).where(table.c.reading_id.in_(some))
            for row in self._view.connection.execute(asked):
                if row.id in named[row.reading_id]:
                    actor = from_plain(Actor, json.loads(row.data))
                    person = persons.get(row.reading_id, {}).get(row.number)
                    found[row.reading_id].put(actor, person)
        return found

    def _acts(self, told: Mapping[Place, Told]) -> dict[str, Act]:
        """Return what positions are on: the entry and type of an event of their reading."""
        named = [(place[0], each.fact.target) for place, each in told.items()]
        beneath = and_(
            entry_reports.c.reading_id == events.c.reading_id,
            entry_reports.c.kind == "events",
            entry_reports.c.number == events.c.number,
        )
        asked = select(events.c.reading_id, events.c.id, events.c.type, entry_reports.c.entry_id)
        found: dict[tuple[int, str], Act] = {}
        for some in portions({reading for reading, _ in named}):
            joined = asked.join(entry_reports, beneath).where(events.c.reading_id.in_(some))
            for reading, event, type_, entry in self._view.connection.execute(joined):
                found[reading, event] = (entry, type_)
        return {
            each.fact.id: found[reading, each.fact.target]
            for (reading, _), each in told.items()
            if (reading, each.fact.target) in found
        }


def _report(told: Told, origin: str, cast_of: Cast) -> Report:
    return Report(
        told=told,
        article=told.article,
        origin=origin,
        outlet=told.article.outlet,
        parties=cast_of.parties(told.fact),
    )
