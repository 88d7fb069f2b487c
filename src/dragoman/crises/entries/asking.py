"""Questions to the rows of entries, such that the time they take goes with their answer.

A question is asked of the one table that narrows it most, by an index that holds what is asked and
the days: of parties where a state is named, else of codes, else of the entries themselves. What may
have been on any day of more than a month is asked for apart, since for the rest a window of days
need not be looked for before a month ahead of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, or_, select

from dragoman.crises.entries.accounts import REJECTED, WIDE
from dragoman.errors import StoreError
from dragoman.store.tables import (
    articles,
    entries,
    entry_codes,
    entry_parties,
    entry_reports,
    readings,
    stories,
    story_articles,
)

FIELDS: Mapping[str, frozenset[str]] = {
    "events": frozenset({"type", "mode", "modality"}),
    "contacts": frozenset({"channel", "status", "initiative", "basis"}),
    "statements": frozenset({"kind", "medium"}),
    "positions": frozenset({"stance", "basis", "target_type"}),
    "attitudes": frozenset({"sign", "basis"}),
}
"""The codes that each kind of entry can be asked by."""


Columns = Any
"""The columns of a table or of an alias of one, by name."""


Place = tuple[date | None, str]
"""Where an entry stands among those of an answer: its first day, if it has one, and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What entries are asked for; see :meth:`dragoman.crises.Ledger.entries`."""

    kind: str
    code: str | None = None
    parts: Collection[str] = ()
    since: date | None = None
    until: date | None = None
    story: str | None = None
    crisis: str | None = None
    confidence: float = 0.0
    origins: int = 1
    rejected: bool = False
    after: Place | None = None
    limit: int | None = None
    codes: Mapping[str, str | Collection[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in FIELDS:
            known = ", ".join(FIELDS)
            raise StoreError(f"{self.kind!r} is no kind of entry.", hint=f"One of {known}.")
        for name in self.codes:
            if name not in FIELDS[self.kind]:
                known = ", ".join(sorted(FIELDS[self.kind]))
                raise StoreError(f"{self.kind} have no {name!r} to ask by.", hint=f"Only {known}.")


def asked(question: Question) -> list[Select[Any]]:
    """Return selections of entries, each by its first day, that together answer a question."""
    if _of_story(question):
        window = _days(question, entries)
        return [_selected(question, _told_in(question), window)]
    return [
        _selected(question, _found(question, _table(question), wide=wide), [])
        for wide in (False, True)
    ]


def _selected(
    question: Question, found: Select[Any], window: list[ColumnElement[bool]]
) -> Select[Any]:
    """Return the entries of some ids.

    Nothing is asked here that an index of the entries could be used for, so that a database begins
    with the ids.
    """
    ids = found.subquery()
    return (
        select(entries)
        .join(ids, ids.c.id == entries.c.id)
        .where(*window, *_conditions(question))
        .order_by(entries.c.first_day.nulls_last(), entries.c.id)
        .limit(question.limit)
    )


def _of_story(question: Question) -> bool:
    return question.story is not None or question.crisis is not None


def _table(question: Question) -> Table:
    """Return the table that narrows a question most."""
    if question.code is not None:
        return entry_parties
    return entry_codes if question.codes else entries


def _found(question: Question, table: Table, *, wide: bool) -> Select[Any]:
    """Return the ids that a table gives, of what may be on any day of a month or of the others."""
    identity = table.c.id if table is entries else table.c.entry_id
    where = [table.c.kind == question.kind, table.c.wide.is_(wide), *_days(question, table)]
    if question.since is not None and not wide:
        where.append(table.c.first_day >= _before(question.since))
    found = select(identity.label("id")).where(*where)
    if table is entry_parties:
        return found.where(_is_party(question, table.c)).distinct()
    if table is entry_codes:
        name, value = next(iter(question.codes.items()))
        return found.where(_holds(table.c, name, value)).distinct()
    return found


def _conditions(question: Question) -> list[ColumnElement[bool]]:
    """Return what must hold of an entry beside what it was found by."""
    where = [entries.c.confidence >= question.confidence, entries.c.origins >= question.origins]
    where += [] if question.after is None else [_stands_after(*question.after)]
    if not question.rejected:
        where.append(or_(entries.c.verdict.is_(None), entries.c.verdict != REJECTED))
    of_story = _of_story(question)
    if of_story and question.code is not None:
        own = entry_parties.alias()
        where.append(exists().where(own.c.entry_id == entries.c.id, _is_party(question, own.c)))
    found_by = None if of_story else _table(question)
    for number, (name, value) in enumerate(question.codes.items()):
        if found_by is not entry_codes or number:
            told = entry_codes.alias()
            holds = _holds(told.c, name, value)
            where.append(exists().where(told.c.entry_id == entries.c.id, holds))
    return where


def _stands_after(day: date | None, identity: str) -> ColumnElement[bool]:
    """Return the condition that an entry comes after another one; what has no day comes last."""
    own, later_id = entries.c.first_day, entries.c.id > identity
    if day is None:
        return and_(own.is_(None), later_id)
    return or_(own > day, and_(own == day, later_id), own.is_(None))


def _days(question: Question, table: Table) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if question.until is not None:
        where.append(table.c.first_day <= question.until)
    if question.since is not None:
        where.append(table.c.last_day >= question.since)
    return where


def _before(day: date) -> date:
    try:
        return day - timedelta(WIDE)
    except OverflowError:
        return date.min


def _is_party(question: Question, columns: Columns) -> ColumnElement[bool]:
    named = columns.party == question.code
    return and_(named, columns.part.in_(list(question.parts))) if question.parts else named


def _holds(columns: Columns, name: str, value: str | Collection[str]) -> ColumnElement[bool]:
    wanted = [value] if isinstance(value, str) else list(value)
    return and_(columns.field == name, columns.value.in_(wanted))


def _told_in(question: Question) -> Select[Any]:
    """Return the entries that articles of a story or a crisis report."""
    found = (
        select(entry_reports.c.entry_id.label("id"))
        .where(entry_reports.c.kind == question.kind)
        .join(readings, readings.c.id == entry_reports.c.reading_id)
        .join(articles, articles.c.id == readings.c.article_id)
        .join(story_articles, story_articles.c.article_id == articles.c.id)
    )
    if question.story is not None:
        found = found.where(story_articles.c.story_id == question.story)
    if question.crisis is not None:
        of_story = stories.c.id == story_articles.c.story_id
        found = found.join(stories, of_story).where(stories.c.crisis_id == question.crisis)
    return found.distinct()
