"""Making a brief: what it is to hold, how it reads, and saving it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from dragoman.crises.briefs import SavedBriefs
from dragoman.crises.briefs.making import drafted
from dragoman.crises.questions import Brief
from dragoman.crises.questions.brief.making import SECTIONS
from dragoman.crises.stories import Crises, Crisis
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk, TheFilters, TheVisit
from dragoman.desk.filters import Filters
from dragoman.desk.pages.editing import who
from dragoman.desk.parts.briefing import SIZES, SPANS, Wish, asked_for, made
from dragoman.desk.parts.briefs import ListedBrief, ShownBrief, listed, shown_draft
from dragoman.desk.parts.days import short_day
from dragoman.desk.parts.documents import document
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.seen import Seen
from dragoman.desk.rendering import render
from dragoman.store import View

router = APIRouter()

_LATEST = 5

Title = Annotated[str, Form(max_length=300)]
DocumentForm = Literal["markdown", "html", "pdf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A section that a brief may have.

    Attributes:
        name: The word for it.
        title: Its heading.
        wanted: Whether it is asked for.
        earlier: The address with it one place further up; absent where it is the first.
    """

    name: str
    title: str
    wanted: bool
    earlier: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """Making a brief.

    Attributes:
        frame: What is looked at.
        wish: What the brief is asked for.
        carried: The same as names and values, for the form of the filters.
        settled: The wish with the moments that it means now.
        crises: The crises that it can be of.
        spans: The stretches of time that can be asked for, with words for each.
        sizes: How many sentences a section may have.
        choices: The sections, in their order.
        visited: When this browser saw the crisis before, if it did.
        brief: How it reads; absent where what is asked for is too much to be told at once.
        title: What it could be called.
        saved: The briefs that were saved last.
    """

    frame: Frame
    wish: Wish
    carried: tuple[tuple[str, str], ...]
    settled: Wish
    crises: tuple[Crisis, ...]
    spans: tuple[tuple[str, str], ...]
    sizes: tuple[int, ...]
    choices: tuple[Choice, ...]
    visited: datetime | None
    brief: ShownBrief | None
    title: str
    saved: tuple[ListedBrief, ...]


def wish_of(request: Request) -> Wish:
    """Return what the query of a request asks a brief for.

    Raises:
        BadQuery: A value is none that it can be.
    """
    return Wish.read(request.query_params.multi_items())


TheWish = Annotated[Wish, Depends(wish_of)]


@router.get(links.brief())
def brief(request: Request, desk: TheDesk, filters: TheFilters, wish: TheWish) -> HTMLResponse:
    """Show what a brief would hold, and let it be chosen."""
    now, visited = datetime.now(UTC), _visited(request, filters)
    settled = wish.settled(now, visited)
    with desk.store.view() as view:
        page = BriefPage(
            frame=framed(view, filters),
            wish=wish,
            carried=tuple(wish.pairs()),
            settled=settled,
            crises=tuple(Crises(view).all()),
            spans=SPANS,
            sizes=SIZES,
            choices=_choices(filters, wish),
            visited=visited,
            brief=_shown(view, filters, settled),
            title=f"Brief of {short_day(now.date())}",
            saved=listed(view, SavedBriefs(view.connection).all(limit=_LATEST)),
        )
    return render(request, "pages/brief.html", page)


@router.get("/brief/document/{form}")
def brief_document(
    request: Request, form: DocumentForm, desk: TheDesk, filters: TheFilters, wish: TheWish
) -> Response:
    """Return a brief that is not saved, as a file."""
    settled = wish.settled(datetime.now(UTC), _visited(request, filters))
    with desk.store.view() as view:
        found = _brief(view, filters, settled)
    return document(found, form)


@router.post(links.briefs(), dependencies=[Depends(needs("analyst"))])
def save(
    request: Request,
    desk: TheDesk,
    visit: TheVisit,
    filters: TheFilters,
    wish: TheWish,
    title: Title = "",
) -> RedirectResponse:
    """Save a brief, so that it can be edited."""
    settled = wish.settled(datetime.now(UTC), _visited(request, filters))
    with desk.store.work() as unit:
        found = made(unit.view, filters, settled, title=title)
        parts = drafted(unit.view, found)
        asked = asked_for(filters, settled)
        saved = SavedBriefs(unit.connection).make(title, asked, parts, who=who(visit))
    return RedirectResponse(links.saved_brief(saved.id), status_code=303)


def _visited(request: Request, filters: Filters) -> datetime | None:
    """Return when the visit before this one ended, if this browser saw the crisis before."""
    if filters.crisis is None:
        return None
    return Seen.of(request, filters.crisis, datetime.now(UTC)).before


def _shown(view: View, filters: Filters, wish: Wish) -> ShownBrief | None:
    narrow = filters.crisis or filters.story or wish.since is not None
    return shown_draft(made(view, filters, wish)) if narrow else None


def _brief(view: View, filters: Filters, wish: Wish) -> Brief:
    crisis = framed(view, filters).crisis
    return made(view, filters, wish, title=crisis.title if crisis is not None else "Brief")


def _choices(filters: Filters, wish: Wish) -> tuple[Choice, ...]:
    others = [each for each in SECTIONS if each not in wish.sections]
    return tuple(
        Choice(
            name=name,
            title=SECTIONS[name],
            wanted=name in wish.sections,
            earlier=_earlier(filters, wish, name) if name in wish.sections[1:] else None,
        )
        for name in (*wish.sections, *others)
    )


def _earlier(filters: Filters, wish: Wish, name: str) -> str:
    return links.wished_brief(filters, wish.earlier(name).pairs())
