"""How many facts there are on which day, as plain values for the time brush of the filters."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Response

from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.frames import framed
from dragoman.desk.parts.histogram import histogram
from dragoman.desk.parts.overview import Overview
from dragoman.store import View

router = APIRouter()


_KEPT = "private, max-age=60"
"""A browser asks but once as somebody goes from view to view."""


@router.get("/days")
def days(desk: TheDesk, filters: TheFilters) -> Response:
    """Return the facts by day that the filters let through, whatever days they choose.

    They are counted once and kept until the ledger changes, whoever asks.
    """
    with desk.store.view() as view:
        key = ("days", filters, view.version)
        text = desk.kept.get(key, lambda: json.dumps(_counted(view, filters), default=str))
    headers = {"cache-control": _KEPT}
    return Response(text, media_type="application/json", headers=headers)


def _counted(view: View, filters: Filters) -> dict[str, Any]:
    framed(view, filters)
    by_day = Overview(view, filters.but(since=None, until=None)).by_day()
    found = histogram(by_day, since=filters.since, until=filters.until)
    return asdict(found) if found is not None else {}
