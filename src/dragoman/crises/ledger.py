"""The ledger: each fact once, with all its reports."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import fields
from datetime import date
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Row, Select, func, select

from dragoman.crises.entries.asking import Question, asked
from dragoman.crises.entries.assembling import Outline
from dragoman.crises.entries.model import Entry
from dragoman.crises.entries.reports import Reporting
from dragoman.errors import StoreError
from dragoman.store import View
from dragoman.store.portions import portions
from dragoman.store.tables import entries, entry_reports

_AT_ONCE = 200


class Ledger:
    """What the articles of a store tell, each fact once.

    with store.view() as view:
        for entry in Ledger(view).entries("contacts", code="NOR"):
            print(entry.first_day, entry.act["channel"], entry.origins, entry.conflicts)
    """

    def __init__(self, view: View) -> None:
        self._view = view

    def entries(
        self,
        kind: str,
        *,
        code: str | None = None,
        parts: Collection[str] = (),
        since: date | None = None,
        until: date | None = None,
        **more: Any,
    ) -> Iterator[Entry]:
        """Yield the entries of a kind, by their first day; those without one come last.

        Args:
            kind: ``events``, ``contacts``, ``statements``, ``positions`` or ``attitudes``.
            code: Only those in which this state or body, or this person by the id across
                articles, takes part in any report.
            parts: Only where it takes one of these parts, such as ``initiator``.
            since: Only what may have been on this day or later.
            until: Only what may have been on this day or earlier.
            more: ``story`` and ``crisis``: only what articles of that story, or of a story of that
                crisis, report. ``confidence``: only where the best report is as sure as this.
                ``origins``: only what as many independent origins report. ``rejected=True``: also
                what a person rejected. ``after``: only those that come after one, by its first
                day and id; ``limit``: no more than so many. Any other name: only where any report
                has such a code, as in ``type="ASSAULT"`` or ``stance=("support", "concern")``.

        Raises:
            StoreError: There is no such kind, or it has no such code.
        """
        asked_for = {"code": code, "parts": parts, "since": since, "until": until, **more}
        yield from self._answer(_question(kind, asked_for))

    def count(self, kind: str, **asked_for: Any) -> int:
        """Return how many entries :meth:`entries` yields.

        Raises:
            StoreError: As there.
        """
        return sum(
            self._view.connection.scalar(select(func.count()).select_from(each.subquery())) or 0
            for each in asked(_question(kind, asked_for))
        )

    def entry(self, identity: str) -> Entry:
        """Return an entry by its id, or by the id that it had before it grew.

        Raises:
            StoreError: There is no such entry.
        """
        found = self._row(identity)
        if found is None:
            raise StoreError(f"There is no entry {identity!r} in the ledger.")
        (entry,) = Reporting(self._view).entries([_outline(found)])
        return entry

    def some(self, identities: Collection[str]) -> list[Entry]:
        """Return entries by their ids, in the order asked; ids that are none are left out."""
        found: dict[str, list[Outline]] = {}
        for ids in portions(identities):
            asked_for = select(entries).where(entries.c.id.in_(ids))
            for row in self._view.connection.execute(asked_for):
                found.setdefault(row.kind, []).append(_outline(row))
        reporting = Reporting(self._view)
        made = {each.id: each for some in found.values() for each in reporting.entries(some)}
        return [made[each] for each in identities if each in made]

    def told_in(self, reading: int) -> Iterator[Entry]:
        """Yield the entries that a reading reports, those a person rejected among them, by kind.

        A reading that counts no more reports none.
        """
        reported = select(entry_reports.c.entry_id).where(entry_reports.c.reading_id == reading)
        chosen = select(entries).where(entries.c.id.in_(reported))
        in_order = chosen.order_by(entries.c.kind, entries.c.first_day, entries.c.id)
        rows = self._view.connection.execute(in_order).all()
        for _, some in groupby(map(_outline, rows), key=lambda each: each.kind):
            yield from Reporting(self._view).entries(list(some))

    def _row(self, identity: str) -> Row[Any] | None:
        chosen = select(entries).where(entries.c.id == identity)
        found = self._view.connection.execute(chosen).one_or_none()
        if found is not None:
            return found
        told = select(entry_reports.c.entry_id).where(entry_reports.c.telling_id == identity)
        now = self._view.connection.scalar(told.limit(1))
        return None if now is None else self._row(now)

    def _answer(self, question: Question) -> Iterator[Entry]:
        reporting = Reporting(self._view)
        merged = heapq.merge(*map(self._stream, asked(question)), key=_place)
        rows = islice(merged, question.limit)
        while some := [_outline(row) for row in islice(rows, _AT_ONCE)]:
            yield from reporting.entries(some)

    def _stream(self, chosen: Select[Any]) -> Iterator[Row[Any]]:
        streamed = chosen.execution_options(yield_per=_AT_ONCE)
        with closing(self._view.connection.execute(streamed)) as rows:
            yield from rows


_NAMES = frozenset(each.name for each in fields(Question)) - {"kind", "codes"}


def _question(kind: str, asked_for: Mapping[str, Any]) -> Question:
    """Return a question; what is no name of a question's is a code."""
    given = {name: value for name, value in asked_for.items() if name in _NAMES}
    codes = {name: value for name, value in asked_for.items() if name not in _NAMES}
    return Question(kind=kind, codes=codes, **given)


def _place(row: Row[Any]) -> tuple[bool, date, str]:
    return row.first_day is None, row.first_day or date.min, row.id


def _outline(row: Row[Any]) -> Outline:
    return Outline(
        id=row.id,
        kind=row.kind,
        first_day=row.first_day,
        last_day=row.last_day,
        origins=row.origins,
        confidence=row.confidence,
        verdict=row.verdict,
    )
