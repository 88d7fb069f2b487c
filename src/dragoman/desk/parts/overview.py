"""A crisis at a glance: how much of what there is, when it was, what is new, who takes part.

It counts rows and builds no entry, so that a crisis of ten thousand facts opens as one of ten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Subquery, exists, func, select, union_all

from dragoman.crises.entries import KINDS
from dragoman.crises.entries.asking import Columns, Question, asked
from dragoman.crises.questions.sides import side_of_code
from dragoman.desk.filters import Filters
from dragoman.desk.parts.whole_days import days_of_all
from dragoman.store import View
from dragoman.store.tables import (
    articles,
    entries,
    entry_parties,
    entry_reports,
    outlets,
    readings,
)

MOST_BARS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry, as far as it is counted.

    ``told_at`` is when the first article that reports it was added, and ``latest`` the number of
    the last reading that does.
    """

    id: str
    kind: str
    first_day: date | None
    last_day: date | None
    confidence: float
    verdict: str | None
    told_at: datetime
    latest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many entries of a kind there are.

    Attributes:
        kind: Its code.
        count: All of them.
        new: Those first reported after a moment.
    """

    kind: str
    count: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a sparkline: the facts of some days.

    Attributes:
        first: The first of these days.
        last: The last of them.
        count: Facts that may have begun on one of them.
        height: Of the bar, from 0 to 24.
    """

    first: date
    last: date
    count: int
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """How often a state or body takes part.

    Attributes:
        code: Its code.
        name: Its name.
        counts: Facts of each kind, in the order of kinds.
        total: All of them.
    """

    code: str
    name: str
    counts: tuple[int, ...]
    total: int


class Overview:
    """What can be counted of what is looked at."""

    def __init__(self, view: View, filters: Filters) -> None:
        self._view = view
        self._filters = filters

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every entry that is looked at, in no order."""
        ids = self._ids
        found = (
            select(
                entries,
                func.min(articles.c.added_at).label("told_at"),
                func.max(readings.c.id).label("latest"),
            )
            .join(ids, ids.c.id == entries.c.id)
            .join(entry_reports, entry_reports.c.entry_id == entries.c.id)
            .join(readings, readings.c.id == entry_reports.c.reading_id)
            .join(articles, articles.c.id == readings.c.article_id)
            .group_by(*entries.c)
        )
        return tuple(map(_line, self._view.connection.execute(found)))

    def figures(self, since: datetime | None = None) -> tuple[Figure, ...]:
        """Count the entries of each kind, and those first reported after a moment."""
        counts = Counter(each.kind for each in self.lines)
        new = Counter(each.kind for each in self.after(since))
        kinds = self._filters.kinds or KINDS
        return tuple(Figure(kind=kind, count=counts[kind], new=new[kind]) for kind in kinds)

    def after(self, since: datetime | None) -> list[Line]:
        """Return what was first reported after a moment, the latest first; without one, nothing."""
        if since is None:
            return []
        return sorted((each for each in self.lines if each.told_at > since), key=_newest_first)

    def newest(self, most: int) -> list[Line]:
        """Return what was reported last, the latest first."""
        return sorted(self.lines, key=_newest_first)[:most]

    @property
    def to_review(self) -> int:
        """How many entries nobody has judged."""
        return sum(each.verdict is None for each in self.lines)

    def bars(self, first: date | None, last: date | None) -> tuple[Bar, ...]:
        """Count the entries by their first day, in stretches of equal length."""
        if first is None or last is None:
            return ()
        days = (last - first).days + 1
        width = -(-days // MOST_BARS)
        counts: Counter[int] = Counter(
            (each.first_day - first).days // width
            for each in self.lines
            if each.first_day is not None and first <= each.first_day <= last
        )
        most = max(counts.values(), default=1)
        return tuple(
            _bar(first, last, place, width, counts[place], most)
            for place in range(-(-days // width))
        )

    def by_day(self) -> dict[date, int]:
        """Count the entries by their first day, the first day first."""
        if self._filters.but(kinds=()) == Filters():
            return days_of_all(self._view, self._filters.kinds or KINDS)
        ids = self._ids
        found = (
            select(ids.c.first_day, func.count().label("facts"))
            .where(ids.c.first_day.is_not(None))
            .group_by(ids.c.first_day)
            .order_by(ids.c.first_day)
        )
        return {each.first_day: each.facts for each in self._view.connection.execute(found)}

    def taking_part(self, most: int) -> tuple[Participation, ...]:
        """Return the states and bodies that take part in most entries."""
        ids = self._ids
        found = (
            select(entry_parties.c.party, entry_parties.c.kind, _entries_counted())
            .join(ids, ids.c.id == entry_parties.c.entry_id)
            .group_by(entry_parties.c.party, entry_parties.c.kind)
        )
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for party, kind, count in self._view.connection.execute(found):
            told[party][kind] = count
        known = ((code, side_of_code(code).name, counts) for code, counts in told.items())
        named = [_participation(*each) for each in known if each[0] != each[1]]
        return tuple(sorted(named, key=lambda each: (-each.total, each.name))[:most])

    @cached_property
    def _ids(self) -> Subquery:
        """The ids of all that is looked at."""
        return ids_of(self._filters)


def ids_of(filters: Filters, *, rejected: bool = False) -> Subquery:
    """Return the id and first day of all entries that are looked at; rejected ones too if asked."""
    scope = filters.scope.asked()
    questions = (Question(kind=kind, rejected=rejected, **scope) for kind in filters.kinds or KINDS)
    found = [each.subquery() for question in questions for each in asked(question)]
    every = union_all(
        *(select(each.c.id, each.c.first_day, each.c.verdict) for each in found)
    ).subquery()
    looked_at = select(every.c.id, every.c.first_day).where(*_conditions(filters, every.c))
    return looked_at.subquery()


def _conditions(filters: Filters, entry: Columns) -> Iterator[ColumnElement[bool]]:
    """Yield what a scope cannot say of an entry."""
    own = entry_parties.alias()
    if len(filters.countries) > 1:
        yield exists().where(own.c.entry_id == entry.id, own.c.party.in_(filters.countries))
    if filters.outlets:
        yield _reported_by(entry, filters.outlets)
    if filters.reviewed == "yes":
        yield entry.verdict.is_not(None)
    if filters.reviewed == "no":
        yield entry.verdict.is_(None)


def _reported_by(entry: Columns, names: Iterable[str]) -> ColumnElement[bool]:
    told = (
        select(entry_reports.c.entry_id)
        .join(readings, readings.c.id == entry_reports.c.reading_id)
        .join(outlets, outlets.c.id == readings.c.outlet_id)
        .where(outlets.c.name.in_(list(names)), entry_reports.c.entry_id == entry.id)
    )
    return told.exists()


def _entries_counted() -> Any:
    return func.count(entry_parties.c.entry_id.distinct())


def _line(row: Any) -> Line:
    return Line(
        id=row.id,
        kind=row.kind,
        first_day=row.first_day,
        last_day=row.last_day,
        confidence=row.confidence,
        verdict=row.verdict,
        told_at=row.told_at,
        latest=row.latest,
    )


def _newest_first(line: Line) -> tuple[int, int, float, str]:
    return -line.latest, _WEIGHT.index(line.kind), -line.confidence, line.id


_WEIGHT = ("contacts", "positions", "events", "statements", "attitudes")
"""Of what one article tells, which is told first."""


def _bar(first: date, last: date, place: int, width: int, count: int, most: int) -> Bar:
    start = first + timedelta(place * width)
    end = min(last, start + timedelta(width - 1))
    return Bar(first=start, last=end, count=count, height=round(24 * count / most, 1))


def _participation(code: str, name: str, counts: Counter[str]) -> Participation:
    told = tuple(counts[kind] for kind in KINDS)
    return Participation(code=code, name=name, counts=told, total=sum(told))
