"""The list of crises, where one comes in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.ledger import Ledger
from dragoman.crises.stories import Crises, Crisis
from dragoman.desk import links
from dragoman.desk.context import TheDesk
from dragoman.desk.filters import Filters
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.overview import Bar, Overview
from dragoman.desk.refusals import BadQuery
from dragoman.desk.rendering import render
from dragoman.store import View
from dragoman.store.jobs import Jobs

router = APIRouter()

AT_ONCE = 12
"""Crises on one page of the list."""

_NEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCrisis:
    """One crisis of the list.

    Attributes:
        crisis: Its title, days and counts.
        bars: Its facts by day.
        facts: How many there are.
        to_review: How many of them nobody has judged.
        newest: The facts that were reported last.
    """

    crisis: Crisis
    bars: tuple[Bar, ...]
    facts: int
    to_review: int
    newest: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisesPage:
    """The list of crises.

    Attributes:
        crises: Some of them, those with most articles first.
        first: The address of the beginning of the list, unless this is it.
        next: The address of what follows, if anything does.
        waiting: How many articles wait to be read.
    """

    crises: tuple[ListedCrisis, ...]
    first: str | None
    next: str | None
    waiting: int


@router.get(links.crises())
def crises(request: Request, desk: TheDesk, after: str | None = None) -> HTMLResponse:
    """Show all crises."""
    with desk.store.view() as view:
        some, more = _after(view, after)
        page = CrisesPage(
            crises=tuple(_listed(view, each) for each in some),
            first=links.crises() if after else None,
            next=links.crises(after=some[-1].id) if more else None,
            waiting=_waiting(view.jobs),
        )
    return render(request, "pages/crises.html", page)


def _after(view: View, after: str | None) -> tuple[list[Crisis], bool]:
    """Return the crises that come after one in the list, and whether there are more."""
    every = Crises(view).all()
    if after is not None and not any(each.id == after for each in every):
        message = "The list cannot go on from there: that crisis is no more."
        raise BadQuery(message, hint="Begin at the first page.")
    found = list(islice(every, AT_ONCE + 1))
    return found[:AT_ONCE], len(found) > AT_ONCE


def _listed(view: View, crisis: Crisis) -> ListedCrisis:
    told = Overview(view, Filters(crisis=crisis.id))
    newest = [each.id for each in told.newest(_NEWEST)]
    return ListedCrisis(
        crisis=crisis,
        bars=told.bars(crisis.first_day, crisis.last_day),
        facts=len(told.lines),
        to_review=told.to_review,
        newest=Showing(view).entries(Ledger(view).some(newest), cites=1),
    )


def _waiting(jobs: Jobs) -> int:
    counts = jobs.counts()
    return counts.get("waiting", 0) + counts.get("running", 0)
