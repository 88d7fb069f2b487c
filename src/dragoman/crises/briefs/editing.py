"""Editing a saved brief: each deed is another version that says who did what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.crises.briefs import layouts
from dragoman.crises.briefs.keeping import SavedBriefs
from dragoman.crises.briefs.making import Rest, own_draft, sources
from dragoman.crises.briefs.model import Change, Draft, Line, Version
from dragoman.crises.briefs.outcomes import Outcomes
from dragoman.errors import StoreError
from dragoman.store import UnitOfWork


class LineGone(StoreError):
    """The line is not in the latest version: somebody changed it, or left it out, meanwhile."""


class Editing:
    """Edits one saved brief within one unit of work.

    with store.work() as unit:
        Editing(unit, brief, who="R. Analyst").reword(line, "Norway calls for talks.")

    Args:
        unit: The unit of work.
        brief: The number of the brief.
        who: Who edits.

    Raises:
        StoreError: There is no such brief.
    """

    def __init__(self, unit: UnitOfWork, brief: int, *, who: str) -> None:
        self._unit = unit
        self._briefs = SavedBriefs(unit.connection)
        self._brief = brief
        self._who = who
        self._latest = self._briefs.hold(brief).latest

    def reword(self, number: int, text: str) -> Version:
        """Put a line in other words; what it cites stays.

        Raises:
            LineGone: It is not in the latest version.
            StoreError: It was erased, or there are no words.
        """
        line = self._standing(number)
        if line.erased:
            raise StoreError("The sentence was erased.", hint="Leave it out, or write another.")
        if line.text == text.strip():
            return self._latest
        return self._put(line, replace(_draft(line), text=text.strip(), was=number), "reworded")

    def retell(self, number: int) -> Version:
        """Put a line as the ledger tells it today.

        Raises:
            LineGone: It is not in the latest version.
            StoreError: The ledger tells it no more.
        """
        line = self._standing(number)
        outcomes = Outcomes(self._unit.view)
        entry, outcome = outcomes.entry(line), outcomes.of(line)
        if entry is None or outcome is None or outcome.now is None:
            raise StoreError("The ledger has no other words for it.")
        told = replace(
            _draft(line),
            kind="ledger",
            text=outcome.now,
            told=outcome.now,
            section=entry.kind,
            entry=entry.id,
            reports=len(entry.reports),
            sources=sources(entry),
            was=number,
        )
        return self._put(line, told, "retold")

    def leave_out(self, number: int) -> Version:
        """Leave a line out.

        Raises:
            LineGone: It is not in the latest version.
        """
        self._standing(number)
        layout = layouts.left_out(self._latest.layout, number)
        return self._briefs.step(self._brief, "left out", who=self._who, layout=layout)

    def put_back(self, number: int) -> Version:
        """Put a line back that was left out.

        Raises:
            LineGone: It is not left out.
        """
        if not any(number in part.left_out for part in self._latest.layout):
            raise LineGone("The sentence is not left out any more.")
        layout = layouts.put_back(self._latest.layout, number)
        return self._briefs.step(self._brief, "put back", who=self._who, layout=layout)

    def move(self, number: int, by: int) -> Version:
        """Move a line up (-1) or down (1); at the end of the brief it stays where it is.

        Raises:
            LineGone: It is not in the latest version.
        """
        self._standing(number)
        layout = layouts.moved(self._latest.layout, number, by)
        if layout == self._latest.layout:
            return self._latest
        return self._briefs.step(self._brief, "moved", who=self._who, layout=layout)

    def add(self, text: str, rests: Sequence[Rest], *, after: int | None = None) -> Version:
        """Add a sentence of one's own; without anything that it rests on it is a note.

        Raises:
            LineGone: The line that it is to come after is not in the latest version.
            StoreError: There are no words.
        """
        if after is not None:
            self._standing(after)
        draft = own_draft(text.strip(), rests)
        made = self._briefs.line(self._brief, draft, who=self._who)
        layout = layouts.added(self._latest.layout, made, after=after)
        return self._briefs.step(self._brief, "added", who=self._who, layout=layout)

    def retitle(self, title: str) -> Version:
        """Give the brief another title.

        Raises:
            StoreError: It is empty.
        """
        if title.strip() == self._latest.title:
            return self._latest
        return self._briefs.step(self._brief, "titled", who=self._who, title=title)

    def restore(self, number: int) -> Version:
        """Make an older version the latest one again.

        Raises:
            StoreError: There is none of this number.
        """
        return self._briefs.restore(self._brief, number, who=self._who)

    def _standing(self, number: int) -> Line:
        if number not in self._latest.lines:
            raise LineGone("Somebody changed this sentence meanwhile, or left it out.")
        return self._briefs.lines(self._brief, [number])[number]

    def _put(self, line: Line, draft: Draft, change: Change) -> Version:
        made = self._briefs.line(self._brief, draft, who=self._who)
        layout = layouts.put_in_place(self._latest.layout, line.id, made)
        return self._briefs.step(self._brief, change, who=self._who, layout=layout)


def _draft(line: Line) -> Draft:
    return Draft(**{name: getattr(line, name) for name in Draft.__dataclass_fields__})
