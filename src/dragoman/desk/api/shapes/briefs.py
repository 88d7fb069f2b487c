"""Briefs as the API takes and gives them: what one is asked for, a saved one, its versions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from dragoman.crises.briefs.model import Change, LineKind
from dragoman.crises.briefs.outcomes import Became
from dragoman.crises.questions.brief.making import MOST, SECTIONS
from dragoman.desk.api.shapes.answers import Source
from dragoman.desk.api.shapes.base import Shape
from dragoman.desk.api.shapes.queries import Narrowed, Text
from dragoman.desk.parts.briefing import Wish
from dragoman.desk.parts.version_differences import Way

SectionName = Literal[
    "changes",
    "positions",
    "contacts",
    "events",
    "statements",
    "attitudes",
    "contradicted",
    "different",
]

Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(2200, 1, 1, tzinfo=UTC)),
]

_CRISIS = Field(description="The id of the crisis that it is of, if it is of one.")
_WHO = Field(examples=["jlind"], description="Who made it.")
_WHEN = Field(examples=["2031-05-04T10:12:00Z"], description="When.")
_KIND = Field(
    description="`ledger` as the ledger tells it, `own` with facts it cites, or a `note` without."
)


class BriefWanted(Narrowed):
    """What a brief is asked for."""

    reported_since: Moment | None = Field(
        default=None,
        description="Only what was reported then or later: what was known before is no news.",
        examples=["2031-05-03T06:00:00Z"],
    )
    reported_until: Moment | None = Field(
        default=None, description="Only what was reported before then."
    )
    section: list[SectionName] = Field(
        default=[], max_length=len(SECTIONS), description="Its sections in order; by default all."
    )
    title: Text = Field(default="Brief", description="Of the brief.")
    by_story: bool = Field(default=False, description="Whether to group it by stories.")
    most: int = Field(default=MOST, ge=1, le=500, description="Sentences in one section.")

    def wish(self) -> Wish:
        """Return it as the pages of the desk have it."""
        return Wish(
            span="between" if self.reported_since or self.reported_until else "all",
            since=self.reported_since,
            until=self.reported_until,
            sections=tuple(dict.fromkeys(self.section)) or tuple(SECTIONS),
            by_story=self.by_story,
            most=self.most,
        )


class ListedBrief(Shape):
    """A saved brief in a list."""

    id: int = Field(examples=[1], description="Its number.")
    title: str = Field(examples=["Morning brief"], description="Of its latest version.")
    crisis: str | None = _CRISIS
    number: int = Field(examples=[3], description="The number of its latest version.")
    who: str = Field(examples=["jlind"], description="Who changed it last.")
    saved_at: datetime = _WHEN


class BriefVersion(Shape):
    """One version of a saved brief."""

    number: int = Field(examples=[3], description="Counted from 1.")
    title: str = Field(examples=["Morning brief"], description="Of the brief.")
    change: Change = Field(description="What was done to make it of the one before.")
    restored: int | None = Field(
        description="The number of the version that it brought back, if it did."
    )
    name: str | None = Field(examples=["as sent"], description="What somebody calls it.")
    who: str = _WHO
    saved_at: datetime = _WHEN


class BriefSource(Shape):
    """A report under the number that it has in a brief."""

    number: int = Field(examples=[1], description="As the sentences name it.")
    citation: Source


class BriefOutcome(Shape):
    """What became of a sentence since it was saved."""

    became: Became = Field(description="A word for it.")
    said: str = Field(
        examples=["The ledger puts it otherwise now."], description="The same in words."
    )
    now: str | None = Field(description="How the ledger puts it today, where it can be said.")


class BriefLine(Shape):
    """A sentence or a note of a saved brief; it never changes, another one takes its place."""

    id: int = Field(examples=[12], description="Its number, by which it is edited.")
    kind: LineKind = _KIND
    text: str | None = Field(
        examples=["Norway is reported to support the truce."],
        description="The words; null where they were erased.",
    )
    quoted: str = Field(description="What a statement says, as the report cited first has it.")
    entry: str | None = Field(description="The entry of the ledger that it tells of.")
    certainty: str = Field(examples=["own"], description="How firmly it is told.")
    remarks: str = Field(description="What is said beside it; also who worded it.")
    note: str = Field(description="What stands before the words of a note.")
    more: str = Field(description="How many reports are not cited, in words.")
    cited: list[int] = Field(examples=[[1, 2]], description="The numbers of what it cites.")
    outcome: BriefOutcome | None = Field(description="What became of it, if anything did.")


class BriefPart(Shape):
    """Sentences of a saved brief under a heading."""

    title: str = Field(examples=["Positions"], description="The heading.")
    group: str | None = Field(description="The story, where the brief is grouped by stories.")
    lines: list[BriefLine]
    left_out: list[BriefLine]
    more: str = Field(description="How many sentences there was no room for, in words.")


class SavedBrief(Shape):
    """A saved brief in one of its versions."""

    id: int = Field(examples=[1], description="Its number.")
    crisis: str | None = _CRISIS
    who: str = Field(examples=["jlind"], description="Who saved it.")
    saved_at: datetime = _WHEN
    removed_at: datetime | None = Field(description="When it was taken out of the list, if so.")
    latest: int = Field(examples=[3], description="The number of its latest version.")
    version: BriefVersion
    span: str = Field(
        examples=["All reports; 12 articles of 5 outlets cited."],
        description="The stretch of time that it covers, and how much it cites, in words.",
    )
    sections: list[BriefPart]
    sources: list[BriefSource]


class Run(Shape):
    """Words of one version."""

    text: str = Field(examples=["support"], description="The words.")
    differs: bool = Field(description="Whether the other version does not have them.")


class BriefDifference(Shape):
    """A sentence in two versions of a brief."""

    way: Way = Field(description="What became of it from the older version to the newer one.")
    one: list[Run]
    other: list[Run]
