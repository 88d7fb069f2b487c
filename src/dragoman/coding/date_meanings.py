"""Which days an expression of time means: the functions that the patterns' file may name.

Each takes a match of its pattern and the frame it is seen from, and gives the days, or None
where they cannot be told.
"""

from __future__ import annotations

from dragoman.coding import date_calendar, date_clock, date_parts, date_relative
from dragoman.coding.date_frame import Fitting, Meaning

MEANINGS: dict[str, Meaning] = {
    **date_calendar.MEANINGS,
    **date_clock.MEANINGS,
    **date_relative.MEANINGS,
}
"""What a match alone means, by name."""

FITTINGS: dict[str, Fitting] = dict(date_parts.FITTINGS)
"""What words before an expression make of it, by name."""
