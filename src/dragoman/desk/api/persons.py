"""``/persons``: who is who across articles."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import Field

from dragoman.crises import persons as known
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Listing, Shape
from dragoman.desk.api.shapes.groups import Person
from dragoman.desk.api.shapes.queries import Paged, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.filters import country_code
from dragoman.desk.parts.selecting import first
from dragoman.desk.refusals import BadQuery
from dragoman.errors import StoreError

router = make_router("persons")

PersonId = Annotated[str, Path(description="The id of a person.", max_length=200)]


class Named(Paged):
    """Which persons are asked for."""

    name: Text | None = Field(
        default=None,
        description="Only whoever may be called so, the likest first; there is no second part.",
        examples=["Lund"],
    )
    country: Text | None = Field(
        default=None, description="Only of this state or body, by code or name.", examples=["NOR"]
    )


class Mention(Shape):
    """Where a person is named."""

    article: str = Field(description="The id of the article.")
    actor: str = Field(description="The id of the actor in its record.")
    name: str = Field(examples=["Lund"], description="As printed.")
    day: date | None = Field(examples=["2031-05-04"], description="The day of the article.")


@router.get("/persons", summary="Persons by name")
def persons(desk: TheDesk, asked: Annotated[Named, Query()]) -> Listing[Person]:
    """Return the persons whom articles name."""
    country = country_code(asked.country) if asked.country else None
    with desk.store.view() as view:
        found = known.Persons(view)
        if asked.name is not None:
            some, more = found.find(asked.name, country=country, limit=asked.limit), False
        else:
            values = cursors.read(asked.cursor, str)
            after = None if values is None else str(values[0])
            try:
                some, more = first(found.all(country=country, after=after), asked.limit)
            except StoreError as error:
                raise BadQuery(error.message, hint=error.hint) from error
    following = cursors.written(some[-1].id) if more else None
    return Listing[Person](items=[Person.model_validate(each) for each in some], next=following)


@router.get("/persons/{person}", summary="One person")
def person(desk: TheDesk, person: PersonId) -> Person:
    """Return a person with offices over time and spellings."""
    with desk.store.view() as view, missing():
        return Person.model_validate(known.Persons(view).person(person))


class Place(Paged):
    """Which part of the mentions is asked for."""


@router.get("/persons/{person}/mentions", summary="Where a person is named")
def mentions(desk: TheDesk, person: PersonId, asked: Annotated[Place, Query()]) -> Listing[Mention]:
    """Return where articles name a person, by day."""
    with desk.store.view() as view:
        with missing():
            found = known.Persons(view)
            found.person(person)
        rows = list(found.mentions(person))
    values = cursors.read(asked.cursor, int)
    start = 0 if values is None else max(int(values[0] or 0), 0)
    some = rows[start : start + asked.limit]
    end = start + len(some)
    following = cursors.written(end) if end < len(rows) else None
    return Listing[Mention](items=[Mention.model_validate(each) for each in some], next=following)
