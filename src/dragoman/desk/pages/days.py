"""How many facts there are on which day, as plain values for the time brush of the filters."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Response

from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.parts.frames import framed
from dragoman.desk.parts.histogram import histogram
from dragoman.desk.parts.overview import Overview

router = APIRouter()


_KEPT = "private, max-age=60"
"""A browser asks but once as somebody goes from view to view."""


@router.get("/days")
def days(desk: TheDesk, filters: TheFilters, response: Response) -> dict[str, Any]:
    """Return the facts by day that the filters let through, whatever days they choose."""
    response.headers["cache-control"] = _KEPT
    with desk.store.view() as view:
        framed(view, filters)
        by_day = Overview(view, filters.but(since=None, until=None)).by_day()
    found = histogram(by_day, since=filters.since, until=filters.until)
    return asdict(found) if found is not None else {}
