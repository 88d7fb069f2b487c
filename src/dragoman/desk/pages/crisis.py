"""One crisis: its figures, what is new since the last visit, its stories, who takes part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises import Entry
from dragoman.crises.briefs import SavedBriefs
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.timeline import is_side_of_contact
from dragoman.crises.stories import Crises, Crisis, Stories, Story
from dragoman.desk.context import TheDesk, TheFilters, TheVisit
from dragoman.desk.filters import Filters
from dragoman.desk.parts.briefs import ListedBrief, listed
from dragoman.desk.parts.deeds import Deed, deed_of
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.overview import Figure, Line, Overview, Participation
from dragoman.desk.parts.seen import Seen
from dragoman.desk.rendering import kept
from dragoman.store import View

router = APIRouter()

_NEWEST = 15
_TAKING_PART = 12
_STORIES = 200
_OTHERS = 100
_BRIEFS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisPage:
    """One crisis.

    Attributes:
        frame: What is looked at.
        figures: How many facts of each kind there are.
        to_review: How many of them nobody has judged.
        since: When this browser was here last, if it was.
        new: How many facts were first reported since.
        shown: The facts that are new, or where none are, those that were reported last.
        taking_part: The states and bodies that take part most.
        stories: The stories of the crisis, the latest first.
        briefs: The briefs of the crisis that were saved last.
        others: Other crises, which this one could be merged with.
        deed: What was just done to it, to be taken back if one likes.
    """

    frame: Frame
    figures: tuple[Figure, ...]
    to_review: int
    since: datetime | None
    new: int
    shown: tuple[ShownEntry, ...]
    taking_part: tuple[Participation, ...]
    stories: tuple[Story, ...]
    briefs: tuple[ListedBrief, ...]
    others: tuple[Crisis, ...]
    deed: Deed | None


@router.get("/crises/{crisis}")
def crisis(
    request: Request,
    crisis: str,
    desk: TheDesk,
    visit: TheVisit,
    filters: TheFilters,
    done: str | None = None,
) -> HTMLResponse:
    """Show one crisis."""
    seen = Seen.of(request, crisis, datetime.now(UTC))

    def made(view: View) -> CrisisPage:
        return _page(view, filters.but(crisis=crisis), seen, done, editing=visit.may("editor"))

    response = kept(request, desk, "pages/crisis.html", made, seen.before)
    seen.keep(response, crisis, secure=request.url.scheme == "https")
    return response


def _page(
    view: View, filters: Filters, seen: Seen, done: str | None, *, editing: bool
) -> CrisisPage:
    frame = framed(view, filters)
    told = Overview(view, filters)
    new = told.after(seen.before)
    shown = _first(view, new or told.newest(2 * _NEWEST))
    briefs = SavedBriefs(view.connection).all(crisis=filters.crisis, limit=_BRIEFS)
    return CrisisPage(
        frame=frame,
        figures=told.figures(seen.before),
        to_review=told.to_review,
        since=seen.before,
        new=len(new),
        shown=Showing(view).entries(shown),
        taking_part=told.taking_part(_TAKING_PART),
        stories=tuple(Stories(view).all(crisis=filters.crisis))[:_STORIES],
        briefs=listed(view, briefs),
        others=_others(view, filters.crisis) if editing else (),
        deed=deed_of(view, done),
    )


def _first(view: View, lines: list[Line]) -> list[Entry]:
    """Return the first entries, without events that are but the other side of a contact."""
    found = Ledger(view).some([each.id for each in lines[: 2 * _NEWEST]])
    return [each for each in found if not is_side_of_contact(each)][:_NEWEST]


def _others(view: View, crisis: str | None) -> tuple[Crisis, ...]:
    return tuple(each for each in Crises(view).all() if each.id != crisis)[:_OTHERS]
