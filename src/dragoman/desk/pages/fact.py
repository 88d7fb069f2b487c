"""One fact of the ledger: all its reports with their words, and what they tell differently."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises import Ledger
from dragoman.crises.stories import Stories
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.errors import missing
from dragoman.desk.filters import Filters
from dragoman.desk.parts import Showing, ShownEntry
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.reports import Disagreement, Reports, ShownReport, SidesDiffer
from dragoman.desk.rendering import render
from dragoman.store import View

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPage:
    """One fact.

    Attributes:
        frame: The crisis that it is part of.
        fact: The fact.
        act: The act that a position is on, where the ledger has it.
        reports: Who tells it, in which words; the first of each origin before its copies.
        disagreements: What reports tell differently, with who tells what.
        sides: What the sides of a contact tell differently in their own readouts.
    """

    frame: Frame
    fact: ShownEntry
    act: ShownEntry | None
    reports: tuple[ShownReport, ...]
    disagreements: tuple[Disagreement, ...]
    sides: tuple[SidesDiffer, ...]

    @property
    def further(self) -> int:
        """How many reports are not shown."""
        return self.fact.reports - len(self.reports)


@router.get("/facts/{identity}")
def fact(request: Request, identity: str, desk: TheDesk, filters: TheFilters) -> HTMLResponse:
    """Show one fact, by its id or by one that it had before it grew."""
    with desk.store.view() as view:
        page = _page(view, identity, filters)
    return render(request, "pages/fact.html", page)


def _page(view: View, identity: str, filters: Filters) -> FactPage:
    with missing():
        entry = Ledger(view).entry(identity)
    showing, reports = Showing(view), Reports(view, entry)
    shown = showing.entry(entry)
    act = showing.acts.get(shown.target) if shown.target else None
    return FactPage(
        frame=framed(view, filters.but(crisis=filters.crisis or _crisis(view, entry.story))),
        fact=shown,
        act=showing.entry(act, cites=1) if act is not None else None,
        reports=reports.shown(),
        disagreements=reports.disagreements(shown),
        sides=reports.sides(),
    )


def _crisis(view: View, story: str | None) -> str | None:
    """Return the crisis of a story, if there is one."""
    if story is None:
        return None
    with missing():
        return Stories(view).get(story).crisis
