"""Answers to questions as the API gives them: entries are named by id and given once beside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from dragoman.desk.api.shapes.base import Listing, Shape
from dragoman.desk.api.shapes.entries import Entry

Item = TypeVar("Item", bound=BaseModel)


def _ids(entries: Iterable[object]) -> list[str]:
    """Return the ids of entries; ids are left as they are."""
    return [each if isinstance(each, str) else str(getattr(each, "id", "")) for each in entries]


def _id(entry: object) -> object:
    return entry if entry is None or isinstance(entry, str) else getattr(entry, "id", None)


EntryIds = Annotated[list[str], BeforeValidator(_ids), Field(description="The ids of the entries.")]
EntryId = Annotated[str, BeforeValidator(_id), Field(description="The id of the entry.")]
MaybeEntryId = Annotated[
    str | None, BeforeValidator(_id), Field(description="The id of the entry, if there is one.")
]


class Answer(Listing[Item], Generic[Item]):
    """Part of an answer, with the entries that it names, each once."""

    entries: dict[str, Entry] = Field(description="The entries that are named, by their ids.")


class Side(Shape):
    """A government or body, or somebody who stands for none."""

    key: str = Field(examples=["NOR"], description="Its code, or what tells it apart.")
    name: str = Field(examples=["Norway"], description="What it is called.")
    code: str | None = Field(examples=["NOR"], description="Its code, where it has one.")


class OnDay(Shape):
    """One entry on its day."""

    entry: EntryId
    until: date | None = Field(description="The last day that it may have been on, if later.")
    dated: bool = Field(description="Whether a report gives the time.")
    certainty: str = Field(examples=["reported"], description="How firmly it is told.")
    intensity: float | None = Field(examples=[-9.0], description="From -10 to 10.")


class Day(Shape):
    """One day."""

    day: date | None = Field(examples=["2031-05-03"], description="Null for what has no day.")
    weight: int = Field(examples=[3], description="How many independent origins tell of it.")
    intensity: float | None = Field(examples=[-4.5], description="The mean of what took place.")
    lowest: float | None = Field(examples=[-9.0], description="That of the most hostile thing.")
    counts: dict[str, int] = Field(examples=[{"events": 2}], description="Entries by kind.")
    items: list[OnDay]


class Turn(Shape):
    """Days on which the same was told."""

    views: list[str] = Field(examples=[["concern"]], description="What was held.")
    first_day: date | None = Field(examples=["2031-05-03"], description="The first of them.")
    last_day: date | None = Field(examples=["2031-05-05"], description="The last of them.")
    entries: EntryIds


class Change(Shape):
    """A turn to a view that was not held before."""

    day: date = Field(examples=["2031-05-06"], description="The first day it was told of.")
    before: Turn
    after: Turn


class Claim(Shape):
    """What others say that somebody holds."""

    reporters: list[Side] = Field(description="Who says so.")
    stance: str = Field(examples=["support"], description="What they say is held.")
    day: date | None = Field(examples=["2031-05-06"], description="When.")
    verdict: str = Field(
        examples=["contradicted"], description="How it compares with the holder's own words."
    )
    entry: EntryId
    own: EntryIds


class Standing(Shape):
    """One holder on one act."""

    holder: Side
    stances: list[str] = Field(examples=[["concern"]], description="What it last said itself.")
    since: date | None = Field(examples=["2031-05-06"], description="Since when without a break.")
    turns: list[Turn]
    changes: list[Change]
    claims: list[Claim]


class OnAct(Shape):
    """All holders on one act."""

    target: str = Field(description="The id of the act's entry, or the words of a policy.")
    about: str = Field(examples=["the raid on Port Hest"], description="The act in words.")
    act: MaybeEntryId = None
    counts: dict[str, int] = Field(
        examples=[{"concern": 4}], description="How many take each stance now."
    )
    standings: list[Standing]


class Regard(Shape):
    """One side toward another."""

    holder: Side
    toward: Side
    positive: int = Field(examples=[2], description="Entries of its own words.")
    negative: int = Field(examples=[0], description="Entries of its own words.")
    turns: list[Turn]
    changes: list[Change]
    claims: list[Claim]
    origins: int = Field(examples=[2], description="Independent origins over all.")
    entries: EntryIds


class Pair(Shape):
    """Two persons or governments by name."""

    initiator: str = Field(examples=["Kari Lund"], description="Who.")
    initiator_level: int | None = Field(examples=[2], description="Of the office.")
    counterpart: str = Field(examples=["Henrik Dahl"], description="With whom.")
    counterpart_level: int | None = Field(examples=[2], description="Of the office.")
    number: int = Field(examples=[1], description="How often.")


class Exchange(Shape):
    """All contacts that one side had with another."""

    initiator: Side
    counterpart: Side
    number: int = Field(examples=[2], description="Those that were held.")
    begun: int = Field(examples=[1], description="Those known to be begun by the initiator.")
    others: dict[str, int] = Field(examples=[{"planned": 1}], description="The rest.")
    channels: dict[str, int] = Field(examples=[{"phone": 2}], description="The held ones.")
    pairs: list[Pair]
    first_day: date | None = Field(examples=["2031-05-03"], description="The first one.")
    last_day: date | None = Field(examples=["2031-05-08"], description="The last one.")
    origins: int = Field(examples=[2], description="Independent origins over all.")
    entries: EntryIds


class Reached(Shape):
    """Somebody who was reached."""

    name: str = Field(examples=["Henrik Dahl"], description="Who.")
    role: str | None = Field(examples=["head_of_state"], description="The office, by code.")
    level: int | None = Field(examples=[1], description="Of the office.")


class Difference(Shape):
    """In what a counterpart differs from most."""

    field: str = Field(examples=["level"], description="`level` or `office`.")
    found: str = Field(examples=["1"], description="What it has.")
    usual: str = Field(examples=["2"], description="What most have.")
    alike: int = Field(examples=[5], description="How many have the usual one.")
    of: int = Field(examples=[6], description="Of how many.")


class Outlier(Shape):
    """A government that was reached at another level or office than the rest."""

    counterpart: Side
    parties: list[Reached]
    difference: Difference
    entries: EntryIds


class Campaign(Shape):
    """Contacts with several governments within a few days."""

    initiator: str = Field(examples=["Kari Lund"], description="Who.")
    side: Side
    level: int | None = Field(examples=[2], description="Of the office.")
    first_day: date = Field(examples=["2031-05-03"], description="The first contact.")
    last_day: date = Field(examples=["2031-05-05"], description="The last contact.")
    counterparts: list[Side]
    levels: dict[str, int] = Field(examples=[{"2": 5}], description="Governments by level.")
    unknown: list[Side] = Field(description="Governments of whose part no level is known.")
    outliers: list[Outlier]
    entries: EntryIds


class Uncalled(Shape):
    """A government with which no contact was held."""

    side: Side
    tried: EntryIds


class Source(Shape):
    """A report as a brief cites it."""

    outlet: str = Field(examples=["Bergen Post"], description="Who published it.")
    day: date | None = Field(examples=["2031-05-04"], description="When.")
    link: str | None = Field(description="Where it was published.")
    words: str = Field(description="Those that the sentence rests on.")
    title: str | None = Field(description="The article's.")
    origin: str = Field(description="Whose report it is.")
    article: str = Field(description="The id of the article.")
    fact: str = Field(description="The id of the fact in its record.")
    confidence: float = Field(examples=[0.87], description="From 0 to 1.")


class Sentence(Shape):
    """One sentence of a brief with what it rests on."""

    text: str = Field(examples=["Norway is reported to support the truce."], description="It.")
    certainty: str = Field(examples=["own"], description="How firmly it is told.")
    news: str = Field(examples=["new"], description="`new`, or `more` of what was known.")
    citations: list[Source]
    reports: int = Field(examples=[3], description="How many reports there are.")
    entry: EntryId


class Section(Shape):
    """Sentences under a heading."""

    title: str = Field(examples=["Positions"], description="The heading.")
    sentences: list[Sentence]
    left_out: int = Field(examples=[0], description="Sentences for which there was no room.")
    group: str | None = Field(description="The story, where the brief is grouped by stories.")


class Brief(Shape):
    """What was reported in a stretch of time."""

    title: str = Field(examples=["Brief"], description="Of the brief.")
    since: datetime | None = Field(description="The first moment of it.")
    until: datetime | None = Field(description="The moment it ends before.")
    sections: list[Section]
    articles: int = Field(examples=[12], description="How many articles it cites.")
    outlets: int = Field(examples=[5], description="Of how many outlets.")
