"""Days as people write them in sheets."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from dragoman.errors import DataError

_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")
_SERIAL_ZERO = date(1899, 12, 30)
_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")


def day_of(text: str, order: str | None = None) -> date:
    """Return the day that a cell means.

    Args:
        text: 2020-01-04, with a time or without, 4.1.2020, 4 January 2020, January 4, 2020, or a
            number of days as spreadsheets keep them; 4/1/2020 where the order is known.
        order: ``day first`` or ``month first``.

    Raises:
        DataError: It is no day, or may be another.
    """
    plain = " ".join(text.split())
    try:
        return datetime.fromisoformat(plain).date()
    except ValueError:
        pass
    if _SERIAL.fullmatch(plain):
        return _SERIAL_ZERO + timedelta(days=int(float(plain)))
    if match := _SLASHED.fullmatch(plain):
        return _slashed(plain, order, *map(int, match.groups()))
    for form in _FORMS:
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise DataError(f"{text!r} is no day.", hint="Write it as 2020-01-04.")


def _slashed(text: str, order: str | None, first: int, second: int, year: int) -> date:
    if order is None and first <= 12 and second <= 12 and first != second:
        raise DataError(
            f"{text!r} may be two days.", hint='Say in the map: dates = "day first", or month.'
        )
    month_first = order == "month first" or (order is None and second > 12)
    month, day = (first, second) if month_first else (second, first)
    try:
        return date(year, month, day)
    except ValueError:
        raise DataError(f"{text!r} is no day.") from None
