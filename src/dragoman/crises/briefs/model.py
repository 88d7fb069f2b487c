"""What a saved brief consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from dragoman.records.spans import Spans

LineKind = Literal["ledger", "own", "note"]
"""Whose a line is: the ledger's, an analyst's that cites facts, or an analyst's without any."""

Change = Literal[
    "made", "reworded", "retold", "left out", "put back", "moved", "added", "titled", "restored"
]
"""What was done to make a version out of the one before it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One report that a line rests on.

    ``article`` and ``fact`` are ids; ``evidence`` says where in the article's text the words stand.
    ``cited`` tells the reports that the line cites from the others of the same fact.
    """

    article: str
    fact: str
    evidence: Spans
    cited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line before it is kept.

    Attributes:
        kind: Whose it is.
        text: The words; absent where they were erased with an article that they rested on.
        told: How the ledger put it; absent for what an analyst wrote.
        section: The section that the ledger made it for; absent for what an analyst wrote.
        entry: The id of the entry that it tells of, if it is the ledger's.
        certainty: How firmly it may be told.
        further: Whether it was known before and is told by further origins.
        reports: How many reports the fact had.
        sources: The reports that it rests on.
        was: The number of the line that it took the place of, if it did.
    """

    kind: LineKind
    text: str | None
    told: str | None = None
    section: str | None = None
    entry: str | None = None
    certainty: str = "unknown"
    further: bool = False
    reports: int = 0
    sources: tuple[Source, ...] = ()
    was: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Draft):
    """A line as it is kept; it never changes.

    Attributes:
        id: Its number.
        who: Who wrote it, or had the ledger make it.
    """

    id: int
    who: str

    @property
    def edited(self) -> bool:
        """Whether somebody reworded what the ledger tells."""
        return self.kind == "ledger" and not self.erased and self.text != self.told

    @property
    def erased(self) -> bool:
        """Whether its words were erased."""
        return self.text is None

    @property
    def cited(self) -> tuple[Source, ...]:
        """The reports that it cites."""
        return tuple(each for each in self.sources if each.cited)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One section of a version.

    Attributes:
        section: A word for its heading, of :data:`~dragoman.crises.questions.brief.SECTIONS`.
        story: The id of the story that it is of, where the brief is grouped by stories.
        lines: The numbers of its lines, in order.
        left_out: The numbers of lines that somebody left out.
        more: How many sentences the ledger had no room for.
    """

    section: str
    story: str | None = None
    lines: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()
    more: int = 0


Layout = tuple[Part, ...]
"""The sections of a version, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a saved brief.

    Attributes:
        number: Counted from 1.
        title: Of the brief.
        layout: Its sections with the numbers of their lines.
        change: What was done to make it.
        restored: The number of the version that it is the same as, where it brought one back.
        name: What somebody calls it, if they do.
        who: Who made it.
        saved_at: When.
    """

    number: int
    title: str
    layout: Layout
    change: Change
    restored: int | None
    name: str | None
    who: str
    saved_at: datetime

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of all its lines, in order."""
        return tuple(line for part in self.layout for line in part.lines)

    @property
    def undoes_to(self) -> int | None:
        """The number of the version that undoing leads to; nothing before the first."""
        before = (self.restored or self.number) - 1
        return before or None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedBrief:
    """A brief that was saved.

    Attributes:
        id: Its number.
        asked: What the ledger was asked for, as plain values.
        crisis: The id of the crisis that it was asked for, if it was asked for one.
        who: Who saved it.
        saved_at: When.
        removed_at: When somebody removed it, if it is removed.
        latest: Its latest version.
    """

    id: int
    asked: dict[str, Any]
    crisis: str | None
    who: str
    saved_at: datetime
    removed_at: datetime | None
    latest: Version
