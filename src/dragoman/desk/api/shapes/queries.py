"""What lists and questions can be narrowed down by, in the query of an address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from dragoman.desk.api.shapes.base import Given
from dragoman.desk.filters import Filters, country_code

KindName = Literal["events", "contacts", "statements", "positions", "attitudes"]

KIND_NAMES: tuple[KindName, ...] = get_args(KindName)

_LONGEST = 200
_MOST = 50

Text = Annotated[str, Field(min_length=1, max_length=_LONGEST)]


class Paged(Given):
    """Which part of a list is asked for."""

    cursor: str | None = Field(
        default=None,
        max_length=1000,
        description="Where the list goes on: `next` of the part before. Without it, the beginning.",
    )
    limit: int = Field(default=50, ge=1, le=200, description="How many items at most.")


class Cited(Given):
    """How many citations entries come with."""

    cites: int = Field(
        default=1, ge=0, le=20, description="How many citations each entry comes with at most."
    )


class InArticles(Given):
    """What articles are narrowed down by."""

    crisis: Text | None = Field(default=None, description="Only of this crisis, by its id.")
    story: Text | None = Field(default=None, description="Only of this story, by its id.")
    since: date | None = Field(
        default=None,
        description="Only what may have been on this day or later.",
        examples=["2031-05-01"],
    )
    until: date | None = Field(
        default=None,
        description="Only what may have been on this day or earlier.",
        examples=["2031-05-31"],
    )
    outlet: list[Text] = Field(
        default=[], max_length=_MOST, description="Only what one of these outlets reports, by name."
    )

    def filters(self) -> Filters:
        """Return it as the pages of the desk have it."""
        return Filters(
            crisis=self.crisis,
            story=self.story,
            since=self.since,
            until=self.until,
            outlets=tuple(dict.fromkeys(self.outlet)),
        )


class Narrowed(InArticles):
    """What entries are narrowed down by; the same names as on the pages of the desk."""

    country: list[Text] = Field(
        default=[],
        max_length=_MOST,
        description="Only with one of these states or bodies, by code or name.",
        examples=[["NOR"]],
    )
    kind: list[KindName] = Field(default=[], description="Only of these kinds.")
    confidence: float = Field(
        default=0.0, ge=0, le=1, description="Only what the best report is at least as sure of."
    )
    origins: int = Field(
        default=1, ge=1, le=10_000, description="Only what as many independent origins report."
    )
    reviewed: Literal["any", "yes", "no"] = Field(
        default="any", description="Only what a person judged, or what nobody did."
    )

    def filters(self) -> Filters:
        """Return it as the pages of the desk have it."""
        return replace(
            super().filters(),
            countries=tuple(dict.fromkeys(map(country_code, self.country))),
            kinds=tuple(dict.fromkeys(self.kind)),
            confidence=self.confidence,
            origins=self.origins,
            reviewed=self.reviewed,
        )


class Told(InArticles, Paged):
    """A question for articles."""


class Asked(Narrowed, Paged, Cited):
    """A question to the ledger whose answer is a list."""


def kind_name(code: str) -> KindName:
    """Return a kind of fact as the API names it."""
    return next(each for each in KIND_NAMES if each == code)
