"""The list of crises, where one comes in."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.stories import Crises, Crisis
from dragoman.desk import links
from dragoman.desk.context import TheDesk
from dragoman.desk.rendering import render

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisesPage:
    """The list of crises.

    Attributes:
        crises: All of them, the one with most articles first.
    """

    crises: tuple[Crisis, ...]


@router.get(links.crises())
def crises(request: Request, desk: TheDesk) -> HTMLResponse:
    """Show all crises."""
    with desk.store.view() as view:
        page = CrisesPage(crises=tuple(Crises(view).all()))
    return render(request, "pages/crises.html", page)
