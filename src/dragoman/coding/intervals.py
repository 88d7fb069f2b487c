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


def on_day(day: date) -> Interval:
    """One day."""
    return between(day, day)


def between(first: date, last: date) -> Interval:
    """All days from the first to the last."""
    return Interval(PartialDate.of(first), PartialDate.of(last))


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
    """A day moved by an amount of units; whole months and years move on the calendar.

    Args:
        day: Where to start.
        amount: How many units, negative for the past.
        unit: ``month``, ``year``, ``decade``, or any other unit.
        days: How many days that unit has.

    Raises:
        OverflowError: The result is no date of the calendar.
        ValueError: The same.
    """
    months = {"month": 1, "year": _MONTHS, "decade": 10 * _MONTHS}.get(unit)
    if months is not None and amount == int(amount):
        return add_months(day, int(amount) * months)
    whole = int(-(-abs(amount) * days // 1))
    return day + timedelta(days=whole if amount > 0 else -whole)


def season(year: int, month: int) -> Interval:
    """The three months of a season that begins in a month of a year."""
    last = add_months(date(year, month, 1), 2)
    return Interval(PartialDate.of(date(year, month, 1), "month"), PartialDate.of(last, "month"))


Direction = Literal["past", "future"]


def weekday(day: date, wanted: int, direction: Direction, *, today: bool = True) -> date:
    """The nearest such weekday back or ahead; ``today`` says whether the day itself counts."""
    step = (day.weekday() - wanted) % 7 if direction == "past" else (wanted - day.weekday()) % 7
    if step == 0 and not today:
        step = 7
    return day - timedelta(days=step) if direction == "past" else day + timedelta(days=step)
