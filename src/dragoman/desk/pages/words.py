"""Some facts with the words they rest on: what opens from a chip, a line or a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.ledger import Ledger
from dragoman.desk.context import TheDesk
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.refusals import BadQuery, NotFound
from dragoman.desk.rendering import render

router = APIRouter()

MOST = 40
"""Facts that are shown at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """Some facts.

    Attributes:
        facts: Each with citations, in the order asked.
        further: How many were asked for beyond those.
    """

    facts: tuple[ShownEntry, ...]
    further: int


@router.get("/words")
def words(
    request: Request, desk: TheDesk, entry: Annotated[list[str] | None, Query()] = None
) -> HTMLResponse:
    """Show facts by their ids: a page, or only the facts where a script of the desk asks."""
    asked = list(dict.fromkeys(entry or ()))
    if not asked:
        raise BadQuery("No fact is named.", hint="Open it from a chip, a line or a cell.")
    with desk.store.view() as view:
        found = Ledger(view).some(asked[:MOST])
        if not found:
            raise NotFound("There is no such fact in the ledger.", hint="It may have been redone.")
        facts = Showing(view).entries(found)
    page = WordsPage(facts=facts, further=max(0, len(asked) - MOST))
    part = "hx-request" in request.headers
    template = "pages/words_part.html" if part else "pages/words.html"
    return render(request, template, page, headers={"vary": "HX-Request"})
