"""``/exports``: records in any form, streamed."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query
from pydantic import Field
from starlette.responses import StreamingResponse

from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Listing, Shape
from dragoman.desk.api.shapes.queries import Narrowed, Text
from dragoman.desk.context import Desk, TheDesk
from dragoman.desk.filters import Filters
from dragoman.desk.parts.exporting import download
from dragoman.desk.refusals import BadQuery, NotFound
from dragoman.errors import DragomanError
from dragoman.exports import FORMATS, TABLES, TableFormat

router = make_router("exports")


class Form(Shape):
    """One form that records can be taken along in."""

    name: str = Field(examples=["csv"], description="Of the form.")
    ending: str = Field(examples=[".csv"], description="Of its files.")
    help: str = Field(examples=["One table a kind, for any program."], description="What it is.")
    tables: list[str] = Field(
        examples=[["events", "contacts"]], description="Its tables; without any, it is one file."
    )


class Wanted(Narrowed):
    """What is taken along."""

    table: Text | None = Field(
        default=None,
        description="Of a form of tables, only this one; else all of them come in an archive.",
        examples=["events"],
    )


@router.get("/exports", summary="The forms of exports")
def exports() -> Listing[Form]:
    """Return the forms that records can be taken along in."""
    tables = list(TABLES)
    items = [
        Form(
            name=each.name,
            ending=each.ending,
            help=each.help,
            tables=tables if isinstance(each, TableFormat) else [],
        )
        for each in FORMATS.values()
    ]
    return Listing[Form](items=items)


@router.get(
    "/exports/{form}",
    summary="Records in one form",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/octet-stream": {}}, "description": "The file."}},
)
def export(
    desk: TheDesk,
    form: Annotated[str, Path(description="The name of the form.", max_length=50)],
    asked: Annotated[Wanted, Query()],
) -> StreamingResponse:
    """Return what the ledger shows: with corrections and additions, without what was rejected."""
    return sent(desk, asked.filters(), form, asked.table)


def sent(desk: Desk, filters: Filters, form: str, table: str | None) -> StreamingResponse:
    """Return an export as a file to be kept.

    Raises:
        NotFound: There is no such form.
        BadQuery: There is no such table, or the form needs what is not installed.
    """
    if form not in FORMATS:
        raise NotFound(f"{form!r} is no form.", hint=f"One of {', '.join(FORMATS)}.")
    try:
        file = download(desk.store, filters, form, table)
    except DragomanError as error:
        raise BadQuery(error.message, hint=error.hint) from error
    kept = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return StreamingResponse(file.pieces, media_type=file.media_type, headers=kept)
