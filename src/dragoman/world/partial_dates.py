"""Dates known to the day, the month or the year: ``2020-01-04``, ``2020-01``, ``2020``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=65536)
def bounds(partial: str) -> tuple[date, date]:
    """The first and the last day a partial ISO date may mean.

    Raises:
        ValueError: the string is no partial ISO date, or there is no such day.
    """
    match = _FORM.fullmatch(partial)
    if match is None:
        raise ValueError(f"{partial!r} is not a date of the form 2020, 2020-01 or 2020-01-04")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return date(year or 0, 1, 1), date(year or 0, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def first_day(partial: str) -> date:
    """The earliest day a partial date may mean."""
    return bounds(partial)[0]


def last_day(partial: str) -> date:
    """The latest day a partial date may mean."""
    return bounds(partial)[1]
