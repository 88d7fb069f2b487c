"""One crisis: its figures, what is new, its stories."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.entries import KINDS
from dragoman.crises.stories import Stories, Story
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.selecting import selected
from dragoman.desk.rendering import render

router = APIRouter()

_NEWEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisPage:
    """One crisis.

    Attributes:
        frame: What is looked at.
        figures: How many facts of each kind there are, within the filters.
        newest: The facts whose latest report is the latest.
        stories: Its stories, the latest first.
    """

    frame: Frame
    figures: dict[str, int]
    newest: tuple[ShownEntry, ...]
    stories: tuple[Story, ...]


@router.get("/crises/{crisis}")
def crisis(request: Request, crisis: str, desk: TheDesk, filters: TheFilters) -> HTMLResponse:
    """Show one crisis."""
    with desk.store.view() as view:
        frame = framed(view, filters.but(crisis=crisis))
        found = list(selected(view, frame.filters))
        latest = sorted(found, key=lambda each: (each.reports[-1].article.added_at, each.id))
        page = CrisisPage(
            frame=frame,
            figures={kind: sum(each.kind == kind for each in found) for kind in KINDS},
            newest=Showing(view).entries(reversed(latest[-_NEWEST:])),
            stories=tuple(Stories(view).all(crisis=crisis)),
        )
    return render(request, "pages/crisis.html", page)
