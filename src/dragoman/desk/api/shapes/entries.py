"""Entries of the ledger as the API gives them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from dragoman.desk.api.shapes.base import Shape
from dragoman.desk.api.shapes.queries import KindName, kind_name
from dragoman.desk.parts import ShownEntry


class Party(Shape):
    """Somebody who takes part."""

    key: str = Field(
        description="A person's id, or the code of a state or body, or a folded name.",
        examples=["NOR"],
    )
    name: str = Field(description="As printed.", examples=["Kari Lund"])
    text: str = Field(description="The name with state or body.", examples=["Kari Lund (Norway)"])
    government: str | None = Field(
        description="The state or body behind, where it is another.", examples=["Norway"]
    )
    code: str | None = Field(description="The code of that state or body.", examples=["NOR"])
    person: str | None = Field(description="The person's id across articles.")
    office: str | None = Field(description="The office held.", examples=["Foreign minister"])
    level: int | None = Field(description="Of the office, 1 at the top.", examples=[2])


class Part(Shape):
    """Who takes one part."""

    part: str = Field(description="Such as actor, recipient, speaker.", examples=["initiator"])
    parties: list[Party]


class Code(Shape):
    """One code of an entry, and what the codebook calls it."""

    field: str = Field(examples=["channel"], description="The entry's name for it.")
    code: str = Field(examples=["phone"], description="As the codebook has it.")
    name: str = Field(examples=["Phone"], description="In words.")


class Days(Shape):
    """When something was: on one of the days from `first` to `last`."""

    first: date | None = Field(examples=["2031-05-03"], description="The first day it may be.")
    last: date | None = Field(examples=["2031-05-03"], description="The last day it may be.")
    dated: bool = Field(
        description="Whether a report gives the time; otherwise it is the day of an article."
    )


class Citation(Shape):
    """One report."""

    outlet: str = Field(examples=["Bergen Post"], description="Who published it.")
    day: date | None = Field(examples=["2031-05-04"], description="When.")
    words: str = Field(
        examples=["Lund called her counterpart on Saturday"],
        description="The words that the fact rests on.",
    )
    title: str | None = Field(examples=["Minister calls for calm"], description="The article's.")
    link: str | None = Field(
        examples=["https://bergen-post.example/1"], description="Where it was published."
    )
    article: str = Field(description="The id of the article.")
    fact: str = Field(description="The id of the fact in the article's record.")
    origin: str = Field(description="The outlet family or agency whose report it is.")
    confidence: float = Field(examples=[0.87], description="From 0 to 1.")


class Value(Shape):
    """One of several values that reports give."""

    text: str = Field(examples=["on 3 May 2031"], description="In words.")
    outlets: list[str] = Field(examples=[["Bergen Post"]], description="Who gives it.")
    articles: list[str] = Field(description="The ids of the articles that give it.")


class Conflict(Shape):
    """A detail that reports give differently; never averaged."""

    field: str = Field(examples=["day"], description="Which.")
    matter: str = Field(examples=["the day"], description="Which, in words.")
    values: list[Value]


class Entry(Shape):
    """One fact of the ledger, with all its reports."""

    id: str = Field(description="Of the entry; it follows from what is told.")
    kind: KindName = Field(examples=["contacts"], description="What kind of fact it is.")
    sentence: str = Field(
        examples=["A phone call by Kari Lund (Norway, foreign minister) to Sweden is reported."],
        description="The whole of it, never firmer than its reports.",
    )
    certainty: str = Field(examples=["reported"], description="How firmly it is told.")
    parts: list[Part] = Field(description="Who takes which part.")
    codes: list[Code] = Field(description="Its codes.")
    about: str | None = Field(description="What a position is about, in words.")
    target: str | None = Field(description="The entry of the act that a position is on.")
    stance: str | None = Field(
        examples=["concern"], description="The stance of a position, the sign of an attitude."
    )
    own: bool | None = Field(
        description="Whether a position or attitude is told in the holder's own words."
    )
    days: Days
    place: str | None = Field(examples=["Oslo"], description="Its name.")
    country: str | None = Field(examples=["NOR"], description="Code of where the place is.")
    intensity: float | None = Field(
        examples=[1.0], description="From -10, hostile, to 10, friendly."
    )
    story: str | None = Field(description="The story that most of its reports belong to.")
    confidence: float = Field(examples=[0.87], description="That of the best report.")
    origins: int = Field(examples=[2], description="How many independent origins report it.")
    reports: int = Field(examples=[3], description="How many articles report it.")
    outlets: list[str] = Field(examples=[["Bergen Post"]], description="Which outlets do.")
    verdict: str | None = Field(
        examples=["accepted"], description="What a person decided; null where nobody did."
    )
    conflicts: list[Conflict] = Field(description="What reports give differently.")
    citations: list[Citation] = Field(
        description="Some reports, the first of each independent origin first."
    )


def entry_of(shown: ShownEntry) -> Entry:
    """Return an entry as the API gives it."""
    return Entry(
        **{name: getattr(shown, name) for name in _ALIKE},
        kind=kind_name(shown.kind.code),
        certainty=shown.firmness.code,
        parts=[Part.model_validate(each) for each in shown.parts],
        codes=[Code.model_validate(each) for each in shown.codes],
        stance=shown.stance.code if shown.stance else None,
        days=Days.model_validate(shown.days),
        outlets=list(shown.outlets),
        conflicts=[Conflict.model_validate(each) for each in shown.conflicts],
        citations=[Citation.model_validate(each) for each in shown.citations],
    )


_ALIKE = (
    *("id", "sentence", "about", "target", "own", "place", "country", "intensity", "story"),
    *("confidence", "origins", "reports", "verdict"),
)
