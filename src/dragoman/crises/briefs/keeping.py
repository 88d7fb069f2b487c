"""Keeping saved briefs in the store: nothing is overwritten, every change is another version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from dragoman.crises.briefs.model import (
    Change,
    Draft,
    Layout,
    Line,
    Part,
    SavedBrief,
    Source,
    Version,
)
from dragoman.errors import StoreError
from dragoman.store.columns import now
from dragoman.store.portions import portions
from dragoman.store.rows import to_json
from dragoman.store.tables import brief_lines, brief_sources, brief_versions, saved_briefs

_PLAIN = tuple(each.name for each in fields(Draft) if each.name not in {"entry", "sources"})
"""The fields of a line that a column of the same name holds."""


class SavedBriefs:
    """The saved briefs of a store, within one transaction.

    with store.work() as unit:
        briefs = SavedBriefs(unit.connection)
        saved = briefs.make("Morning brief", asked, parts, who="R. Analyst")
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def make(
        self,
        title: str,
        asked: Mapping[str, Any],
        parts: Sequence[tuple[Part, Sequence[Draft]]],
        *,
        who: str,
    ) -> SavedBrief:
        """Save a brief as its first version.

        Args:
            title: Of the brief.
            asked: What the ledger was asked for, as plain values.
            parts: Its sections, each with its lines.
            who: Who saves it.

        Raises:
            StoreError: The title is empty.
        """
        row = {
            "asked": to_json(dict(asked)),
            "crisis_id": asked.get("crisis"),
            "who": who,
            "saved_at": now(),
        }
        made = insert(saved_briefs).returning(saved_briefs.c.id)
        brief = self._connection.execute(made, row).scalar_one()
        layout = tuple(
            Part(
                section=part.section,
                story=part.story,
                lines=tuple(self.line(brief, each, who=who) for each in drafts),
                more=part.more,
            )
            for part, drafts in parts
        )
        self._keep(brief, 1, title, layout, "made", who)
        return self.get(brief)

    def get(self, brief: int) -> SavedBrief:
        """Return a brief, also one that was removed.

        Raises:
            StoreError: There is none of this number.
        """
        asked = select(saved_briefs).where(saved_briefs.c.id == brief)
        row = self._connection.execute(asked).one_or_none()
        if row is None:
            raise StoreError(f"There is no saved brief {brief}.")
        return _brief(row, self._latest(brief))

    def all(
        self, *, crisis: str | None = None, before: int | None = None, limit: int = 50
    ) -> list[SavedBrief]:
        """Return briefs that are not removed, the last saved one first.

        Args:
            crisis: Only those of the crisis of this id.
            before: Only those saved before the one of this number.
            limit: No more than so many.
        """
        asked = select(saved_briefs).where(saved_briefs.c.removed_at.is_(None))
        asked = asked if crisis is None else asked.where(saved_briefs.c.crisis_id == crisis)
        asked = asked if before is None else asked.where(saved_briefs.c.id < before)
        rows = self._connection.execute(asked.order_by(saved_briefs.c.id.desc()).limit(limit))
        return [_brief(row, self._latest(row.id)) for row in rows.all()]

    def versions(self, brief: int) -> list[Version]:
        """Return all versions of a brief, the latest first."""
        asked = select(brief_versions).where(brief_versions.c.brief_id == brief)
        ordered = asked.order_by(brief_versions.c.number.desc())
        return [_version(row) for row in self._connection.execute(ordered)]

    def version(self, brief: int, number: int) -> Version:
        """Return one version of a brief.

        Raises:
            StoreError: There is none of this number.
        """
        asked = select(brief_versions).where(
            brief_versions.c.brief_id == brief, brief_versions.c.number == number
        )
        row = self._connection.execute(asked).one_or_none()
        if row is None:
            raise StoreError(f"There is no version {number} of the saved brief {brief}.")
        return _version(row)

    def lines(self, brief: int, numbers: Iterable[int]) -> dict[int, Line]:
        """Return lines of a brief by their numbers; numbers that are none are left out."""
        found: dict[int, Line] = {}
        for some in portions(sorted(set(numbers))):
            sources = self._sources(some)
            asked = select(brief_lines).where(
                brief_lines.c.brief_id == brief, brief_lines.c.id.in_(some)
            )
            for row in self._connection.execute(asked):
                found[row.id] = _line(row, tuple(sources.get(row.id, ())))
        return found

    def line(self, brief: int, draft: Draft, *, who: str) -> int:
        """Keep a line, and return its number; it is of no version yet.

        Raises:
            StoreError: It has no words, or it is no note and cites nothing.
        """
        if not (draft.text or "").strip():
            raise StoreError("A sentence has words.")
        if draft.kind != "note" and not any(each.cited for each in draft.sources):
            raise StoreError("A sentence that is not a note cites a fact.")
        row = {each: getattr(draft, each) for each in _PLAIN}
        row |= {"brief_id": brief, "entry_id": draft.entry, "who": who}
        made = insert(brief_lines).returning(brief_lines.c.id)
        number: int = self._connection.execute(made, row).scalar_one()
        sources = [
            {"line_id": number, "place": place, **_source_row(each)}
            for place, each in enumerate(draft.sources)
        ]
        if sources:
            self._connection.execute(insert(brief_sources), sources)
        return number

    def step(
        self,
        brief: int,
        change: Change,
        *,
        who: str,
        title: str | None = None,
        layout: Layout | None = None,
        restored: int | None = None,
    ) -> Version:
        """Make a version out of the latest one, with another title or other lines.

        Raises:
            StoreError: The title is empty.
        """
        latest = self._latest(brief)
        return self._keep(
            brief,
            latest.number + 1,
            latest.title if title is None else title,
            latest.layout if layout is None else layout,
            change,
            who,
            restored,
        )

    def restore(self, brief: int, number: int, *, who: str) -> Version:
        """Make an older version the latest one again, as another version.

        Raises:
            StoreError: There is none of this number.
        """
        old = self.version(brief, number)
        same = old.restored or old.number
        return self.step(
            brief, "restored", who=who, title=old.title, layout=old.layout, restored=same
        )

    def name(self, brief: int, number: int, name: str) -> None:
        """Say what a version is called; an empty name takes it away.

        Raises:
            StoreError: There is none of this number.
        """
        self.version(brief, number)
        where = (brief_versions.c.brief_id == brief) & (brief_versions.c.number == number)
        changed = update(brief_versions).where(where)
        self._connection.execute(changed.values(name=name.strip() or None))

    def remove(self, brief: int, *, removed: bool = True) -> None:
        """Take a brief out of the list, or put it back there.

        Raises:
            StoreError: There is none of this number.
        """
        self.get(brief)
        changed = update(saved_briefs).where(saved_briefs.c.id == brief)
        self._connection.execute(changed.values(removed_at=now() if removed else None))

    def hold(self, brief: int) -> SavedBrief:
        """Return a brief and keep others from changing it until this transaction ends.

        Raises:
            StoreError: There is none of this number.
        """
        chosen = select(saved_briefs.c.id).where(saved_briefs.c.id == brief)
        self._connection.execute(chosen.with_for_update())
        return self.get(brief)

    def _latest(self, brief: int) -> Version:
        last = select(func.max(brief_versions.c.number)).where(brief_versions.c.brief_id == brief)
        return self.version(brief, self._connection.scalar(last) or 0)

    def _keep(
        self,
        brief: int,
        number: int,
        title: str,
        layout: Layout,
        change: Change,
        who: str,
        restored: int | None = None,
    ) -> Version:
        if not title.strip():
            raise StoreError("A brief needs a title.")
        row = {
            "brief_id": brief,
            "number": number,
            "title": title.strip(),
            "layout": to_json([asdict(each) for each in layout]),
            "change": change,
            "restored": restored,
            "who": who,
            "saved_at": now(),
        }
        self._connection.execute(insert(brief_versions), row)
        return self.version(brief, number)

    def _sources(self, lines: Sequence[int]) -> dict[int, list[Source]]:
        asked = select(brief_sources).where(brief_sources.c.line_id.in_(lines))
        ordered = asked.order_by(brief_sources.c.line_id, brief_sources.c.place)
        found: dict[int, list[Source]] = {}
        for row in self._connection.execute(ordered):
            evidence = tuple((start, end) for start, end in json.loads(row.evidence))
            source = Source(row.article_id, row.fact, evidence, row.cited)
            found.setdefault(row.line_id, []).append(source)
        return found


def _source_row(source: Source) -> dict[str, Any]:
    return {
        "article_id": source.article,
        "fact": source.fact,
        "evidence": to_json([list(each) for each in source.evidence]),
        "cited": source.cited,
    }


def _brief(row: Row[Any], latest: Version) -> SavedBrief:
    return SavedBrief(
        id=row.id,
        asked=json.loads(row.asked),
        crisis=row.crisis_id,
        who=row.who,
        saved_at=row.saved_at,
        removed_at=row.removed_at,
        latest=latest,
    )


def _version(row: Row[Any]) -> Version:
    return Version(
        number=row.number,
        title=row.title,
        layout=tuple(_part(each) for each in json.loads(row.layout)),
        change=row.change,
        restored=row.restored,
        name=row.name,
        who=row.who,
        saved_at=row.saved_at,
    )


def _part(told: Mapping[str, Any]) -> Part:
    return Part(
        section=told["section"],
        story=told["story"],
        lines=tuple(told["lines"]),
        left_out=tuple(told["left_out"]),
        more=told["more"],
    )


def _line(row: Row[Any], sources: tuple[Source, ...]) -> Line:
    plain = {each: getattr(row, each) for each in _PLAIN}
    return Line(id=row.id, who=row.who, entry=row.entry_id, sources=sources, **plain)
