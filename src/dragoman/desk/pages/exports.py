"""What can be taken along, and in which forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.selecting import selected
from dragoman.desk.rendering import render
from dragoman.exports import FORMATS, TABLES, AnyFormat, TableFormat
from dragoman.store import View

router = APIRouter()

COUNTED = 5000
"""The facts that are counted before they are taken along; more are too many to wait for."""

_TITLES = {
    "csv": "CSV",
    "csv-excel": "CSV for Excel",
    "parquet": "Parquet",
    "jsonl": "Records, as JSON lines",
    "plover": "PLOVER",
    "ftm": "FollowTheMoney",
    "geojson": "GeoJSON",
    "ical": "Calendar",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file that can be taken along: what it is called, and its address."""

    name: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form.

    Attributes:
        name: What it is called.
        ending: Of its files.
        help: What it is for.
        whole: All of it, as one file or one archive.
        tables: Its tables, each by itself; a form without tables has none.
    """

    name: str
    ending: str
    help: str
    whole: File
    tables: tuple[File, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsPage:
    """What can be taken along.

    Attributes:
        frame: What is looked at.
        facts: How many facts that is; ``None`` where they are too many to be counted first.
        articles: In how many articles they are told.
        forms: The forms of exports, with the files that each gives.
    """

    frame: Frame
    facts: int | None
    articles: int
    forms: tuple[Form, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to be taken along."""
        return self.facts == 0


@router.get(links.exports())
def exports(request: Request, desk: TheDesk, filters: TheFilters) -> HTMLResponse:
    """Show the forms of exports, for what is looked at."""
    with desk.store.view() as view:
        frame = framed(view, filters)
        facts, articles = _counts(view, filters)
    page = ExportsPage(
        frame=frame,
        facts=facts,
        articles=articles,
        forms=tuple(_forms(filters)),
    )
    return render(request, "pages/exports.html", page)


def _counts(view: View, filters: Filters) -> tuple[int | None, int]:
    """Return how many facts and articles are looked at, if they are soon counted."""
    some = list(islice(selected(view, filters), COUNTED + 1))
    if len(some) > COUNTED:
        return None, 0
    return len(some), len({report.article.id for each in some for report in each.reports})


def _forms(filters: Filters) -> Iterator[Form]:
    for name, each in FORMATS.items():
        tables = TABLES if isinstance(each, TableFormat) else {}
        yield Form(
            name=_TITLES.get(name, name),
            ending=each.ending,
            help=each.help,
            whole=File(_whole(each), _file(name, filters)),
            tables=tuple(File(table, _file(name, filters, table=table)) for table in tables),
        )


def _whole(form: AnyFormat) -> str:
    return "All tables" if isinstance(form, TableFormat) else "The file"


def _file(name: str, filters: Filters, **more: str) -> str:
    return links.api(f"exports/{name}", filters, **more)
