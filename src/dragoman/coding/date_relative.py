"""What expressions seen from the article's day mean, and those seen from the day told before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.date_frame import Frame, Meaning, amounts, group
from dragoman.coding.intervals import (
    Direction,
    Interval,
    add_months,
    between,
    in_month,
    in_months,
    in_year,
    in_years,
    on_day,
    quarter,
    shifted,
    week_of,
    weekday,
)
from dragoman.records import PartialDate

_WEEK = timedelta(days=7)
_HALF = 0.5
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


# Days around today ---------------------------------------------------------------------------


def _weekday(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    wanted = calendar_words().weekdays[match["weekday"].rstrip(".")]
    relative, week = group(match, "relative"), group(match, "week")
    if week:
        monday = frame.day - timedelta(days=frame.day.weekday()) + _STEPS[week] * _WEEK
        return on_day(monday + timedelta(days=wanted))
    if relative in {"last", "this past"}:
        return on_day(weekday(frame.day, wanted, "past", today=False))
    if relative in {"next", "coming", "this coming"}:
        return on_day(weekday(frame.day, wanted, "future", today=False))
    return on_day(weekday(frame.day, wanted, frame.direction))


def _near_day(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    word = " ".join(match[0].lower().split())
    if word == "overnight":
        return between(frame.day - timedelta(days=1), frame.day)
    shift = 0
    if "yesterday" in word or word in {"last night", "last evening"}:
        shift = -1
    elif "tomorrow" in word:
        shift = 1
    if "before yesterday" in word or "after tomorrow" in word:
        shift *= 2
    return on_day(frame.day + timedelta(days=shift))


def _weekend(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    which = group(match, "which").removeprefix("this ") or group(match, "which")
    saturday = frame.day - timedelta(days=(frame.day.weekday() - 5) % 7)
    running = frame.day.weekday() >= 5
    ahead = frame.direction == "future" and not running
    if which in {"next", "coming"} or (which in {"this", ""} and ahead):
        saturday += _WEEK
    elif which in {"last", "previous", "past"} and running:
        saturday -= _WEEK
    return between(saturday, saturday + timedelta(days=1))


# Seen from the day told before ---------------------------------------------------------------


def _narrated(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the previous day", "that year", "the following Monday"."""
    which = group(match, "which") or group(match, "that")
    step = {"previous": -1, "preceding": -1, "before": -1, "same": 0, "that": 0, "that same": 0}
    return _beside(group(match, "unit"), step.get(which, 1), frame)


def _beside(unit: str, step: int, frame: Frame) -> Interval | None:
    """The unit that holds what the text spoke of last, or one beside it."""
    told = frame.previous
    start = told.first if told else None
    if told is None or start is None:
        return None
    if unit in _UNITS:
        return _whole_unit(start, step, unit)
    day = told.day
    return on_day(day + timedelta(days=step)) if day else None


def _narrated_weekday(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the following Monday"."""
    if frame.previous is None or frame.previous.day is None:
        return None
    back = group(match, "which") in {"previous", "preceding"}
    wanted = calendar_words().weekdays[match["weekday"]]
    direction: Direction = "past" if back else "future"
    return on_day(weekday(frame.previous.day, wanted, direction, today=False))


def _later(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "two days later", "a year earlier": counted from what the text spoke of last."""
    told = frame.previous
    sign = 1 if group(match, "order") in {"later", "after"} else -1
    if told is None or told.first is None:
        return None
    unit = group(match, "unit")
    if unit in {"hour", "day", "night", "week", "fortnight"} and told.day is None:
        return None
    return moved(match, told.first, sign)


# Counted in units ----------------------------------------------------------------------------


def _ago(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    exact = group(match, "exact")
    if not exact:
        return moved(match, frame.day, -1)
    return _to_the_day(match, frame.day - timedelta(days=exact == "yesterday"))


def _to_the_day(match: re.Match[str], day: date) -> Interval | None:
    """Read "a year ago today"."""
    unit = group(match, "unit")
    most = amounts(group(match, "number"))[1]
    try:
        return on_day(shifted(day, -most, unit, calendar_words().units[unit]))
    except (OverflowError, ValueError):
        return None


def _from_now(match: re.Match[str], frame: Frame) -> Interval | None:
    return moved(match, frame.day, 1) if frame.day else None


def _ahead(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "in two days"; nothing where the clause does not lie ahead: "built in two days"."""
    if frame.day is None or frame.direction != "future":
        return None
    return moved(match, frame.day, 1)


def _within(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "within two days": from today until then."""
    if frame.day is None or frame.direction != "future":
        return None
    return _up_to(match, frame.day)


def moved(match: re.Match[str], day: date, sign: int) -> Interval | None:
    """A day moved by "three weeks": exact for days, a week wide for weeks, else month or year.

    Args:
        match: With the groups ``number``, ``unit`` and perhaps ``half``.
        day: Where to start.
        sign: 1 to go ahead, -1 to go back.
    """
    least, most = amounts(group(match, "number"), half=bool(group(match, "half")))
    unit = group(match, "unit")
    size = calendar_words().units[unit]
    try:
        near, far = shifted(day, sign * least, unit, size), shifted(day, sign * most, unit, size)
    except (OverflowError, ValueError):
        return None
    first, last = min(near, far), max(near, far)
    if unit == "month" or (unit == "year" and least == most == _HALF):
        return in_months(first, last)
    if unit in {"year", "decade", "century"}:
        return Interval(PartialDate.of(first, "year"), PartialDate.of(last, "year"))
    if unit == "hour":
        exact = day if least < 24 else near
        return on_day(exact) if least == most else between(first, last)
    margin = timedelta(days=3 if unit in {"week", "fortnight"} else 0)
    return between(first - margin, last + margin)


def _last_units(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the last two days" or "the past day and a half, two days": up to today."""
    if frame.day is None:
        return None
    reach = [(amounts(group(match, "number"), half=bool(group(match, "half")))[1], match["unit"])]
    if group(match, "more"):
        reach.append((amounts(group(match, "more"))[1], match["unit2"]))
    sizes = calendar_words().units
    try:
        first = min(
            shifted(frame.day, -most, unit.lower(), sizes[unit.lower()]) for most, unit in reach
        )
    except (OverflowError, ValueError):
        return None
    return between(first, frame.day)


def _next_units(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the next two days" or "the coming weeks": from today."""
    if frame.day is None:
        return None
    unit = group(match, "unit")
    vague = calendar_words().recent.get(unit + "s")
    if not group(match, "number") and match[0].lower().endswith("s") and vague:
        return between(frame.day, frame.day + timedelta(days=vague))
    return _up_to(match, frame.day)


def _up_to(match: re.Match[str], day: date) -> Interval | None:
    unit = group(match, "unit")
    most = amounts(group(match, "number"), half=bool(group(match, "half")))[1]
    try:
        return between(day, shifted(day, most, unit, calendar_words().units[unit]))
    except (OverflowError, ValueError):
        return None


def _recent(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    reach = calendar_words().recent[group(match, "units")]
    return between(frame.day - timedelta(days=reach), frame.day)


# Weeks, months, years around today -----------------------------------------------------------


def _calendar_unit(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "last week", "this month", "next year"."""
    if frame.day is None:
        return None
    return _whole_unit(frame.day, _STEPS[group(match, "which")], group(match, "unit"))


def _this_unit(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the end of the year": of the year told before in a story of the past, else of ours."""
    unit, told = group(match, "unit") or "year", frame.previous
    if told is not None and told.first is not None and frame.direction == "past":
        return _whole_unit(told.first, 0, unit)
    return _whole_unit(frame.day, 0, unit) if frame.day else None


_UNITS = frozenset({"week", "month", "quarter", "year", "decade", "century"})


def _whole_unit(day: date, step: int, unit: str) -> Interval | None:
    """The calendar unit that holds a day, or one so many units off."""
    try:
        if unit == "week":
            return week_of(day + step * _WEEK)
        months = add_months(day.replace(day=1), step * {"month": 1, "quarter": 3}.get(unit, 0))
        if unit == "month":
            return in_month(months.year, months.month)
        if unit == "quarter":
            return quarter(months.year, (months.month + 2) // 3)
        if unit == "year":
            return in_year(day.year + step)
        size = 10 if unit == "decade" else 100
        offset = 0 if unit == "decade" else 1
        first = day.year - (day.year - offset) % size + size * step
        return in_years(first, first + size - 1)
    except (OverflowError, ValueError):
        return None


MEANINGS: dict[str, Meaning] = {
    "ago": _ago,
    "ahead": _ahead,
    "calendar_unit": _calendar_unit,
    "from_now": _from_now,
    "last_units": _last_units,
    "later": _later,
    "narrated": _narrated,
    "narrated_weekday": _narrated_weekday,
    "near_day": _near_day,
    "next_units": _next_units,
    "recent": _recent,
    "this_unit": _this_unit,
    "weekday": _weekday,
    "weekend": _weekend,
    "within": _within,
}
"""The functions by the name that the patterns' file has for them."""
