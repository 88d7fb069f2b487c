"""``/sources`` and ``/outlets``: where articles come from, and whether they do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import Query
from pydantic import Field

from dragoman.desk.api.listings import paged, paged_by
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Listing, Shape
from dragoman.desk.api.shapes.queries import Paged
from dragoman.desk.context import TheDesk
from dragoman.desk.parts.sources import outlets_of, watched

router = make_router("sources")


class Source(Shape):
    """A source that is visited again and again."""

    name: str = Field(examples=["Bergen Post"], description="As the file of sources names it.")
    health: Literal["new", "well", "in part", "failing"] = Field(description="How it is.")
    last_visit: datetime | None = Field(description="When it was visited last.")
    last_success: datetime | None = Field(description="When that went well last.")
    last_new: datetime | None = Field(description="When it had something new last.")
    next_visit: datetime | None = Field(description="When it is to be visited next.")
    failures: int = Field(examples=[0], description="Visits that failed in a row.")
    error: str | None = Field(description="What went wrong at the last visit.")
    problems: list[str] = Field(description="What was wrong with single entries.")
    articles: int = Field(examples=[120], description="Articles that were read.")
    pending: int = Field(examples=[3], description="Articles that are still to be read.")
    dead: int = Field(examples=[1], description="Articles that were given up.")


class Outlet(Shape):
    """An outlet whose articles the store holds."""

    id: str = Field(description="Of the outlet.")
    name: str = Field(examples=["Bergen Post"], description="What it is called.")
    host: str | None = Field(examples=["bergen-post.example"], description="On the web.")
    family: str | None = Field(description="Outlets of one family count as one origin.")
    articles: int = Field(examples=[120], description="How many articles.")
    first_day: date | None = Field(examples=["2031-05-01"], description="Of the first one.")
    last_day: date | None = Field(examples=["2031-05-09"], description="Of the last one.")


@router.get("/sources", summary="Sources that are watched, failing ones first")
def sources(desk: TheDesk, asked: Annotated[Paged, Query()]) -> Listing[Source]:
    """Return how each source is that is visited again and again."""
    with desk.store.view() as view:
        some, following = paged_by(watched(view), asked, key=lambda each: each.name)
    return Listing[Source](items=[Source.model_validate(each) for each in some], next=following)


@router.get("/outlets", summary="Outlets by name")
def outlets(desk: TheDesk, asked: Annotated[Paged, Query()]) -> Listing[Outlet]:
    """Return the outlets whose articles the store holds."""
    with desk.store.view() as view:
        some, following = paged(outlets_of(view), asked)
    return Listing[Outlet](items=[Outlet.model_validate(each) for each in some], next=following)
