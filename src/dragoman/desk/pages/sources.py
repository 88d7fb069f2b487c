"""Where articles come from, whether they do, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.crises.questions.citations import clean
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.filters import Filters
from dragoman.desk.parts.selecting import first
from dragoman.desk.parts.sources import ShownOutlet, WatchedSource, outlets_of, watched
from dragoman.desk.rendering import render
from dragoman.store import Job, View

router = APIRouter()

AT_ONCE = 100
"""Outlets on one page of the list."""

_FAILURES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOutlet:
    """An outlet, and the address of its articles' list."""

    outlet: ShownOutlet
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A job that was given up.

    Attributes:
        number: Of the job.
        what: What was to be done: a web address, or the kind of the job.
        attempts: How often it was tried.
        error: What went wrong at last.
    """

    number: int
    what: str
    attempts: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Where articles come from.

    Attributes:
        watched: The sources that are visited again and again, failing ones first.
        outlets: Outlets by name, with what the store holds of each.
        first: The address of the beginning of that list, unless this is it.
        next: The address of what follows, if anything does.
        waiting: How many jobs wait or are being done.
        failures: Jobs that were given up, the latest first.
        done: What was just done, if anything.
    """

    watched: tuple[WatchedSource, ...]
    outlets: tuple[ListedOutlet, ...]
    first: str | None
    next: str | None
    waiting: int
    failures: tuple[Failure, ...]
    done: str | None


@router.get(links.sources())
def sources(
    request: Request, desk: TheDesk, after: str | None = None, again: int | None = None
) -> HTMLResponse:
    """Show where articles come from."""
    with desk.store.view() as view:
        some, more = _outlets(view, after)
        counts = view.jobs.counts()
        page = SourcesPage(
            watched=tuple(watched(view)),
            outlets=tuple(_listed(each) for each in some),
            first=links.sources() if after else None,
            next=links.sources(after=some[-1].id) if more else None,
            waiting=counts.get("waiting", 0) + counts.get("running", 0),
            failures=tuple(map(_failure, view.jobs.dead(_FAILURES))),
            done=None if again is None else f"Job {again} waits to be tried again.",
        )
    return render(request, "pages/sources.html", page)


@router.post(links.sources_deed("retry"), dependencies=[Depends(needs("analyst"))])
def retry(desk: TheDesk, number: Annotated[int, Form(ge=1, lt=2**31)]) -> RedirectResponse:
    """Let a job that was given up be tried again."""
    with missing(), desk.store.work() as unit:
        unit.jobs.revive(number)
    return RedirectResponse(links.sources(again=number), status_code=303)


def _outlets(view: View, after: str | None) -> tuple[list[ShownOutlet], bool]:
    """Return outlets after one of them; where that one is gone, from the beginning."""
    every = list(outlets_of(view))
    places = [number for number, each in enumerate(every) if each.id == after]
    start = places[0] + 1 if places else 0
    return first(every[start:], AT_ONCE)


def _listed(outlet: ShownOutlet) -> ListedOutlet:
    return ListedOutlet(outlet=outlet, link=links.articles(Filters(outlets=(outlet.name,))))


def _failure(job: Job) -> Failure:
    """Return a job that was given up; paths on the machine of the desk are nobody's concern."""
    source = job.payload.get("source") if isinstance(job.payload, dict) else None
    on_the_web = isinstance(source, str) and source.startswith(("https://", "http://"))
    return Failure(
        number=job.id,
        what=clean(str(source)) if on_the_web else f"{job.kind} {job.id}",
        attempts=job.attempts,
        error=clean(job.error or "It is not known why."),
    )
