"""On which days the feasts of a year fall."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.coding.calendar_words import Feasts, calendar_words
from dragoman.coding.date_frame import dated
from dragoman.coding.intervals import Interval, add_months, between, easter, nth_weekday, on_day


def feast(name: str, year: int) -> Interval | None:
    """The days of a feast in a year, None where they are not known.

    Args:
        name: As ``data/calendar.toml`` prints it.
        year: The year in which it begins.
    """
    feasts = calendar_words().feasts
    if name in feasts.moon:
        return _of_the_moon(feasts, feasts.moon[name], year)
    day = _one_day(feasts, name, year)
    return on_day(day) if day else None


def _one_day(feasts: Feasts, name: str, year: int) -> date | None:
    if name in feasts.fixed:
        return dated(year, *feasts.fixed[name])
    if name in feasts.easter:
        return easter(year) + timedelta(days=feasts.easter[name])
    if name in feasts.orthodox_easter:
        return easter(year, orthodox=True) + timedelta(days=feasts.orthodox_easter[name])
    month, wanted, which = feasts.by_weekday[name]
    first = date(year, month, 1)
    return nth_weekday(first, add_months(first, 1) - timedelta(days=1), wanted, which)


def _of_the_moon(feasts: Feasts, name: str, year: int) -> Interval | None:
    days = (each for each in feasts.moons[name] if each[0].year == year)
    found = next(days, None)
    return between(*found) if found else None
