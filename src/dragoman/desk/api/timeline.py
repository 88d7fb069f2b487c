"""``/timeline``: what was on which day."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field

from dragoman.crises.questions import timeline as days_of
from dragoman.crises.questions.asking import HAPPENED
from dragoman.desk.api.asking import named_in
from dragoman.desk.api.listings import paged_by
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Answer, Day
from dragoman.desk.api.shapes.queries import Asked
from dragoman.desk.context import TheDesk
from dragoman.desk.parts import Showing
from dragoman.desk.parts.selecting import selected

router = make_router("questions")


class Wanted(Asked):
    """What a timeline is asked for."""

    recalled: bool = Field(
        default=False, description="Whether to keep events that are only recalled from the past."
    )


@router.get("/timeline", summary="What was on which day")
def timeline(desk: TheDesk, asked: Annotated[Wanted, Query()]) -> Answer[Day]:
    """Return days with what was on them, the first day first and what has no day last.

    Without `kind`, events, contacts and positions are told.
    """
    filters = asked.filters()
    with desk.store.view() as view:
        entries = list(selected(view, filters, filters.kinds or HAPPENED))
        days = days_of(entries, recalled=asked.recalled)
        some, following = paged_by(days, asked, key=lambda each: str(each.day))
        items = [Day.model_validate(each) for each in some]
        named = named_in(items, entries, Showing(view), cites=asked.cites)
    return Answer[Day](items=items, next=following, entries=named)
