"""What words before an expression make of it: "the end of", "late on", "the second half of"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.date_frame import Fitting, Frame, amounts, group, ordinal
from dragoman.coding.date_relative import moved
from dragoman.coding.intervals import (
    Direction,
    Interval,
    add_months,
    between,
    in_months,
    in_years,
    nth_weekday,
    on_day,
    quarter,
    shifted,
    week_of,
    weekday,
)
from dragoman.records import PartialDate

_DAY = timedelta(days=1)
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_CENTURY_PARTS = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}


def _whole(_match: re.Match[str], interval: Interval, _frame: Frame) -> Interval:
    """Read "the night of 28 October", "the end of June", "the month of March": the whole."""
    return interval


def _part(match: re.Match[str], interval: Interval, frame: Frame) -> Interval | None:
    """Read "late last year", "the early 1990s", "earlier this month"."""
    part = group(match, "part")
    if part in {"earlier", "later"}:
        return _up_to_today(part, interval, frame)
    years = _years(interval)
    if years is None:
        return interval
    parts = _DECADE_PARTS if years[1] - years[0] == 9 else _CENTURY_PARTS
    first, last = parts.get(part, (0, years[1] - years[0]))
    return in_years(years[0] + first, years[0] + last)


def _years(interval: Interval) -> tuple[int, int] | None:
    """The first and last year of a decade or century."""
    if interval.first is None or interval.last is None:
        return None
    first, last = interval.first.year, interval.last.year
    return (first, last) if last - first in {9, 99} else None


def _up_to_today(part: str, interval: Interval, frame: Frame) -> Interval:
    """What is earlier in a unit that runs ends today, what is later begins today."""
    first, last = interval.first, interval.last
    if frame.day is None or first is None or last is None or first == last:
        return interval
    if not first <= frame.day <= last:
        return interval
    today = PartialDate.of(frame.day)
    if part == "earlier":
        return Interval(PartialDate.of(first), today)
    return Interval(today, PartialDate.of(last))


def _so_far(_match: re.Match[str], interval: Interval, frame: Frame) -> Interval:
    """Read "so far this year"."""
    return _up_to_today("earlier", interval, frame)


def _week(_match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the week of 6 January"."""
    return week_of(interval.day) if interval.day else None


def _week_to(_match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the week to 5 May": the seven days that end with it."""
    return between(interval.day - 6 * _DAY, interval.day) if interval.day else None


def _weekday_beside(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the Friday before Christmas"."""
    if interval.day is None:
        return None
    direction: Direction = "past" if group(match, "order") == "before" else "future"
    wanted = calendar_words().weekdays[match["weekday"]]
    return on_day(weekday(interval.day, wanted, direction, today=False))


def _quarter(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the third quarter of 2019"."""
    number = ordinal(group(match, "ordinal"))
    number = 4 if number == -1 else number
    if interval.first is None or number not in range(1, 5):
        return None
    return quarter(interval.first.year, number)


def _half(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the first half of 2019", "of May", "of the 1990s"."""
    first, last = interval.first, interval.last
    if first is None or last is None:
        return None
    latter = ordinal(group(match, "ordinal")) != 1
    if (last - first).days < 40:
        middle = first + timedelta(days=14)
        return between(middle + _DAY, last) if latter else between(first, middle)
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    begin = add_months(first, months // 2) if latter else first
    end = add_months(begin, months // 2 - 1)
    if months > 12:
        return in_years(begin.year, end.year)
    return in_months(begin, end)


def _ends(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the first ten days of May", "the last two years of the 1990s"."""
    first, last = interval.first, interval.last
    count = int(amounts(group(match, "number"))[1])
    which = ordinal(group(match, "ordinal"))
    if first is None or last is None or which not in {1, -1}:
        return None
    unit = group(match, "unit")
    size = calendar_words().units[unit]
    if which == 1:
        last = shifted(first, count, unit, size) - _DAY
    else:
        first = shifted(last + _DAY, -count, unit, size)
    if unit == "year":
        return in_years(first.year, last.year)
    return in_months(first, last) if unit == "month" else between(first, last)


def _nth_weekday(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the first Monday of May", "the last Sunday in October"."""
    if interval.first is None or interval.last is None:
        return None
    wanted = calendar_words().weekdays[match["weekday"]]
    which = ordinal(group(match, "ordinal"))
    found = nth_weekday(interval.first, interval.last, wanted, which)
    return on_day(found) if found else None


def _nth_week(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "the second week of May": its days 8 to 14; the last week is its last seven days."""
    first, last = interval.first, interval.last
    if first is None or last is None:
        return None
    which = ordinal(group(match, "ordinal"))
    begin = last - 6 * _DAY if which == -1 else first + (which - 1) * 7 * _DAY
    return between(begin, min(last, begin + 6 * _DAY)) if begin <= last else None


def _overnight(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "overnight on Tuesday" (into Wednesday) and "overnight into Tuesday"."""
    first, last = interval.first, interval.last
    if first is None or last is None or first != last:
        return interval
    into = group(match, "link") in {"into", "to"}
    return between(first - _DAY, first) if into else between(first, first + _DAY)


def _offset(match: re.Match[str], interval: Interval, _frame: Frame) -> Interval | None:
    """Read "two days before Christmas", "the day after 7 May", "a week from Monday"."""
    day: date | None = interval.day
    if day is None:
        return None
    return moved(match, day, -1 if group(match, "order") == "before" else 1)


FITTINGS: dict[str, Fitting] = {
    "ends": _ends,
    "half": _half,
    "nth_week": _nth_week,
    "nth_weekday": _nth_weekday,
    "offset": _offset,
    "overnight": _overnight,
    "part": _part,
    "quarter": _quarter,
    "so_far": _so_far,
    "week": _week,
    "week_to": _week_to,
    "weekday_beside": _weekday_beside,
    "whole": _whole,
}
"""The functions by the name that the patterns' file has for them."""
