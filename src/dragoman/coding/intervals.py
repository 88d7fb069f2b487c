"""Stretches of days, as precise as the text was."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.records import PartialDate

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``earliest`` to ``latest``, both included; None is open.

    ``"2020-03"`` at both ends is some time in March 2020.
    """

    earliest: PartialDate | None
    latest: PartialDate | None

    @property
    def first(self) -> date | None:
        """The first day it may mean."""
        return self.earliest.earliest if self.earliest else None

    @property
    def last(self) -> date | None:
        """The last day it may mean."""
        return self.latest.latest if self.latest else None

    @property
    def day(self) -> date | None:
        """The one day it means, None where it may mean several or is open."""
        return self.first if self.first == self.last else None


def on_day(day: date) -> Interval:
    """One day."""
    return between(day, day)


def between(first: date, last: date) -> Interval:
    """All days from the first to the last."""
    return Interval(PartialDate.of(first), PartialDate.of(last))


def at(moment: str) -> Interval:
    """One moment, ISO 8601 with or without a zone."""
    exact = PartialDate.parse(moment)
    return Interval(exact, exact)


def in_month(year: int, month: int) -> Interval:
    """Some time in a month."""
    exact = PartialDate.of(date(year, month, 1), "month")
    return Interval(exact, exact)


def in_year(year: int) -> Interval:
    """Some time in a year."""
    exact = PartialDate.of(date(year, 1, 1), "year")
    return Interval(exact, exact)


def in_years(first: int, last: int) -> Interval:
    """From one year to another."""
    return Interval(in_year(first).earliest, in_year(last).latest)


def in_months(first: date, last: date) -> Interval:
    """From the month of one day to the month of another."""
    return Interval(PartialDate.of(first, "month"), PartialDate.of(last, "month"))


def quarter(year: int, number: int) -> Interval:
    """The three months of a quarter, 1 to 4."""
    begin = date(year, 3 * number - 2, 1)
    return in_months(begin, add_months(begin, 2))


def week_of(day: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return between(monday, monday + timedelta(days=6))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter."""
    count = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(count, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, amount: float, unit: str, days: float) -> date:
    """A day moved by an amount of units; whole months move on the calendar.

    Args:
        day: Where to start.
        amount: How many units, negative for the past.
        unit: ``month``, ``year``, ``decade``, ``century``, or any other unit.
        days: How many days that unit has.

    Raises:
        OverflowError: The result is no date of the calendar.
        ValueError: The same.
    """
    months = amount * {"month": 1, "year": _MONTHS, "decade": 120, "century": 1200}.get(unit, 0)
    if months and months == int(months):
        return add_months(day, int(months))
    whole = int(-(-abs(amount) * days // 1))
    return day + timedelta(days=whole if amount > 0 else -whole)


def season(year: int, month: int) -> Interval:
    """The three months of a season that begins in a month of a year."""
    return in_months(date(year, month, 1), add_months(date(year, month, 1), 2))


def nth_weekday(first: date, last: date, wanted: int, which: int) -> date | None:
    """The first, second … such weekday of a stretch of days; -1 is the last one."""
    if which < 0:
        return weekday(last, wanted, "past")
    found = weekday(first, wanted, "future") + timedelta(days=7 * (which - 1))
    return found if found <= last else None


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday, by the rules of Oudin (western) and Meeus (eastern; until 2099)."""
    golden = year % 19
    if orthodox:
        moon = (19 * golden + 15) % 30
        shift = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        return date(year, 4, 4) + timedelta(days=moon + shift)
    century = year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    day = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(days=moon - day)


Direction = Literal["past", "future", "unknown"]
"""Whether a clause speaks of what was or of what lies ahead; unknown where it has no verb."""


def weekday(day: date, wanted: int, direction: Direction, *, today: bool = True) -> date:
    """The nearest such weekday back or ahead; ``today`` says whether the day itself counts."""
    ahead = direction == "future"
    step = (wanted - day.weekday()) % 7 if ahead else (day.weekday() - wanted) % 7
    if step == 0 and not today:
        step = 7
    return day + timedelta(days=step) if ahead else day - timedelta(days=step)
