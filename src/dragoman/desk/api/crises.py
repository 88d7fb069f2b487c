"""``/crises`` and ``/stories``: which articles tell of the same."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import Field

from dragoman.crises import stories as groups
from dragoman.desk.api.listings import paged
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Listing
from dragoman.desk.api.shapes.groups import Crisis, Story
from dragoman.desk.api.shapes.queries import Paged
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing

router = make_router("crises")


class InDays(Paged):
    """Which days are asked for."""

    since: date | None = Field(default=None, description="Only what was told of then or later.")
    until: date | None = Field(default=None, description="Only what was told of then or earlier.")


class InCrisis(InDays):
    """Which stories are asked for."""

    crisis: str | None = Field(
        default=None, max_length=200, description="Only those of this crisis, by its id."
    )


GroupId = Annotated[str, Path(description="Its id.", max_length=200)]


@router.get("/crises", summary="Crises, the one with most articles first")
def crises(desk: TheDesk, asked: Annotated[InDays, Query()]) -> Listing[Crisis]:
    """Return the crises that were told of in some days."""
    with desk.store.view() as view:
        found = groups.Crises(view).all(asked.since, asked.until)
        some, following = paged(found, asked)
    return Listing[Crisis](items=[Crisis.model_validate(each) for each in some], next=following)


@router.get("/crises/{crisis}", summary="One crisis")
def crisis(desk: TheDesk, crisis: GroupId) -> Crisis:
    """Return a crisis."""
    with desk.store.view() as view, missing():
        return Crisis.model_validate(groups.Crises(view).get(crisis))


@router.get("/stories", summary="Stories, the latest first")
def stories(desk: TheDesk, asked: Annotated[InCrisis, Query()]) -> Listing[Story]:
    """Return the stories that were told of in some days."""
    with desk.store.view() as view:
        found = groups.Stories(view).all(asked.since, asked.until, crisis=asked.crisis)
        some, following = paged(found, asked)
    return Listing[Story](items=[Story.model_validate(each) for each in some], next=following)


@router.get("/stories/{story}", summary="One story")
def story(desk: TheDesk, story: GroupId) -> Story:
    """Return a story; its articles are those of `/articles?story=`."""
    with desk.store.view() as view, missing():
        return Story.model_validate(groups.Stories(view).get(story))
