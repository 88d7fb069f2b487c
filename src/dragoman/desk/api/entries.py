"""``/entries``: the facts of the ledger, each once, with its reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query

from dragoman.crises import Ledger
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Listing
from dragoman.desk.api.shapes.entries import Entry, entry_of
from dragoman.desk.api.shapes.queries import Asked
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts import Showing
from dragoman.desk.parts.selecting import page_of

router = make_router("entries")

EntryId = Annotated[str, Path(description="The id of an entry.", max_length=200)]


@router.get("/entries", summary="Facts by their first day")
def entries(desk: TheDesk, asked: Annotated[Asked, Query()]) -> Listing[Entry]:
    """Return what the ledger holds, narrowed down; what has no day comes last."""
    with desk.store.view() as view:
        after = cursors.place(asked.cursor)
        some, place = page_of(view, asked.filters(), after=after, limit=asked.limit)
        shown = Showing(view).entries(some, cites=asked.cites)
    return Listing[Entry](items=[entry_of(each) for each in shown], next=cursors.of_place(place))


@router.get("/entries/{entry}", summary="One fact")
def entry(desk: TheDesk, entry: EntryId) -> Entry:
    """Return a fact with every report of it, by its id or one that it had before it grew."""
    with desk.store.view() as view:
        with missing():
            found = Ledger(view).entry(entry)
        shown = Showing(view).entry(found, cites=len(found.reports))
    return entry_of(shown)
