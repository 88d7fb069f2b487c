"""Who takes part: states and bodies, and persons, those who take part in most first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.questions.sides import Side, side_of_code
from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.overview import Overview, Participation
from dragoman.desk.parts.somebody import ListedPerson, named, taking_part
from dragoman.desk.rendering import render
from dragoman.store import View
from dragoman.world import world

router = APIRouter()

AT_ONCE = 60
"""Persons on one page of the list."""

_MOST_GOVERNMENTS = 300
_MOST_FOUND = 30
_FURTHEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsPage:
    """Who takes part.

    Attributes:
        frame: What is looked at.
        name: The name that is looked for, if any.
        sides: States and bodies of that name.
        governments: States and bodies that take part in what is looked at.
        persons: Persons of that name; without one, those who take part in what is looked at.
        first: The address of the beginning of the list of persons, unless this is it.
        next: The address of what follows, if anything does.
    """

    frame: Frame
    name: str
    sides: tuple[Side, ...]
    governments: tuple[Participation, ...]
    persons: tuple[ListedPerson, ...]
    first: str | None
    next: str | None

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form of the filters carries along."""
        return [("name", self.name)] if self.name else []


@router.get("/actors")
def actors(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    name: Annotated[str, Query(max_length=300)] = "",
    start: Annotated[int, Query(ge=0, le=_FURTHEST)] = 0,
) -> HTMLResponse:
    """List who takes part in what is looked at, or find somebody by name."""
    with desk.store.view() as view:
        frame, wanted = framed(view, filters), name.strip()
        page = _found(view, frame, wanted) if wanted else _listed(view, frame, start)
    return render(request, "pages/actors.html", page)


def _found(view: View, frame: Frame, name: str) -> ActorsPage:
    return ActorsPage(
        frame=frame,
        name=name,
        sides=sides_named(name),
        governments=(),
        persons=named(view, name, limit=_MOST_FOUND),
        first=None,
        next=None,
    )


def sides_named(name: str) -> tuple[Side, ...]:
    """Return the states and bodies of a name or code."""
    known = world()
    states = known.states_named(name) if known.state(name) is not None else ()
    found = (*states, known.state(name.upper()), known.organization(name))
    return tuple(dict.fromkeys(side_of_code(each.code) for each in found if each is not None))


def _listed(view: View, frame: Frame, start: int) -> ActorsPage:
    filters = frame.filters
    persons, more = taking_part(view, filters, start=start, limit=AT_ONCE)
    return ActorsPage(
        frame=frame,
        name="",
        sides=(),
        governments=() if start else Overview(view, filters).taking_part(_MOST_GOVERNMENTS),
        persons=persons,
        first=links.actors(filters) if start else None,
        next=_next(filters, start) if more else None,
    )


def _next(filters: Filters, start: int) -> str:
    return links.actors(filters, start=start + AT_ONCE)
