"""Moments as text: ISO 8601, only a date where no time is known."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.ingest.dates import date_only
from dragoman.world.zones import DATE_ONLY

_DATE = len("2020-01-04")


def to_iso(moment: datetime) -> str:
    """Return an aware moment as text; of one that is only a day, the day."""
    return moment.date().isoformat() if moment.tzinfo is DATE_ONLY else moment.isoformat()


def from_iso(text: str) -> datetime:
    """Return the moment that :func:`to_iso` gave as text.

    Raises:
        ValueError: It is none.
    """
    return (
        date_only(date.fromisoformat(text)) if len(text) == _DATE else datetime.fromisoformat(text)
    )
