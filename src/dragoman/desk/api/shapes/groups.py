"""Stories, crises and persons as the API gives them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from dragoman.desk.api.shapes.base import Shape

_FIRST = Field(examples=["2031-05-01"], description="The day of the first article.")
_LAST = Field(examples=["2031-05-09"], description="The day of the last article.")


class Crisis(Shape):
    """Stories that belong together."""

    id: str = Field(description="Of the crisis.")
    title: str = Field(examples=["The Port Hest crisis"], description="What it is called.")
    named: bool = Field(description="Whether a person gave the title.")
    first_day: date | None = _FIRST
    last_day: date | None = _LAST
    stories: int = Field(examples=[3], description="How many stories it has.")
    articles: int = Field(examples=[24], description="How many articles they have.")


class Story(Shape):
    """Articles that tell of the same."""

    id: str = Field(description="Of the story.")
    title: str = Field(examples=["Drones over Port Hest"], description="What it is called.")
    named: bool = Field(description="Whether a person gave the title.")
    keywords: list[str] = Field(
        examples=[["Port Hest", "Freedonia"]], description="The names that set it apart."
    )
    first_day: date | None = _FIRST
    last_day: date | None = _LAST
    articles: int = Field(examples=[8], description="How many articles it has.")
    copies: int = Field(examples=[2], description="How many of them are near-copies.")
    crisis: str | None = Field(description="The id of the crisis that it belongs to.")


class Spelling(Shape):
    """A name as printed, for a country or body and an office."""

    number: int = Field(examples=[4], description="By which it is told apart.")
    name: str = Field(examples=["Mohammed al-Sabah"], description="As printed.")
    country: str | None = Field(examples=["NOR"], description="Code of the state or body.")
    role: str | None = Field(examples=["foreign_minister"], description="The office, by code.")
    of: str | None = Field(examples=["NOR"], description="Whose office it is.")
    title: str | None = Field(examples=["Foreign Minister"], description="The office, as printed.")
    printed: bool = Field(description="Whether articles print the office.")
    first_day: date | None = _FIRST
    last_day: date | None = _LAST
    mentions: int = Field(examples=[4], description="In how many articles.")


class OfficeSpell(Shape):
    """A stretch of days for which articles print somebody in an office."""

    of: str = Field(examples=["NOR"], description="Whose office it is.")
    role: str = Field(examples=["foreign_minister"], description="The office, by code.")
    first_day: date | None = _FIRST
    last_day: date | None = _LAST


class Person(Shape):
    """A person across articles."""

    id: str = Field(description="Of the person.")
    name: str = Field(examples=["Kari Lund"], description="The most frequent full name.")
    country: str | None = Field(examples=["NOR"], description="Code of the state or body.")
    lone: bool = Field(description="Whether only a family name is known.")
    names: list[str] = Field(
        examples=[["Kari Lund", "Lund"]], description="Printed names, the most frequent first."
    )
    mentions: int = Field(examples=[12], description="How often the person is named.")
    first_day: date | None = _FIRST
    last_day: date | None = _LAST
    spellings: list[Spelling]
    offices: list[OfficeSpell]
