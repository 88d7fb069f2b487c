"""How to use the desk, what its marks mean, and the whole codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.desk import links
from dragoman.desk.context import TheDesk
from dragoman.desk.parts.codes import KINDS, Code, Kind, stances
from dragoman.desk.parts.guide import Chapter, certainties, chapters
from dragoman.desk.rendering import render

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """How to use the desk.

    Attributes:
        empty: Whether the ledger holds nothing yet, so that one must begin.
        kinds: The kinds of fact with their letters.
        stances: The scale of stances, from support to condemnation.
        firmness: How firmly facts are told: what each word for it means.
        chapters: The codebook.
    """

    empty: bool
    kinds: tuple[Kind, ...]
    stances: tuple[Code, ...]
    firmness: Mapping[str, str]
    chapters: tuple[Chapter, ...]


@router.get(links.help_page())
def guide(request: Request, desk: TheDesk) -> HTMLResponse:
    """Show how to use the desk."""
    with desk.store.view() as view:
        empty = next(iter(view.articles()), None) is None
    page = HelpPage(
        empty=empty,
        kinds=tuple(KINDS.values()),
        stances=stances(),
        firmness=certainties(),
        chapters=chapters(),
    )
    return render(request, "pages/help.html", page)
