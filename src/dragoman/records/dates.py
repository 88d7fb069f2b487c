"""Dates that are only as precise as the text was.

ISO 8601 prefixes: ``2020``, ``2020-01``, ``2020-01-03``, or a date with a time
(``2020-01-03T14:05+03:00``). Each stands for all days it may mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Precision = Literal["year", "month", "day", "time"]

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d.*)?)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with its precision; ``str()`` gives the ISO form back.

    ``earliest`` and ``latest`` are the first and the last day that it may mean. A date with a
    time keeps its own zone: its day is the day there.
    """

    text: str
    precision: Precision
    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an ISO date of any precision.

        Raises:
            ValueError: The text is not such a date, or the date cannot be.
        """
        match = _SHAPE.fullmatch(text)
        if match is None:
            message = f"{text!r} is not an ISO 8601 date such as 2020, 2020-01 or 2020-01-03"
            raise ValueError(message)
        year, month, day, time = match.groups()
        if time:
            moment = datetime.fromisoformat(text).date()
            return cls(text, "time", moment, moment)
        if day:
            exact = date(int(year), int(month), int(day))
            return cls(text, "day", exact, exact)
        return cls._range(text, int(year), int(month) if month else None)

    @classmethod
    def _range(cls, text: str, year: int, month: int | None) -> PartialDate:
        if month is None:
            return cls(text, "year", date(year, 1, 1), date(year, 12, 31))
        first = date(year, month, 1)
        return cls(text, "month", first, first.replace(day=monthrange(year, month)[1]))

    @classmethod
    def of(cls, day: date, precision: Literal["year", "month", "day"] = "day") -> PartialDate:
        """Return the date of ``day`` cut to ``precision``."""
        size = {"year": 4, "month": 7, "day": 10}[precision]
        return cls.parse(date(day.year, day.month, day.day).isoformat()[:size])

    def __str__(self) -> str:
        return self.text

    def includes(self, day: date) -> bool:
        """Tell whether this may mean ``day``."""
        return self.earliest <= day <= self.latest

    def overlaps(self, other: PartialDate) -> bool:
        """Tell whether both may mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def before(self, other: PartialDate) -> bool:
        """Tell whether this is surely earlier: its last day is before the other's first."""
        return self.latest < other.earliest
