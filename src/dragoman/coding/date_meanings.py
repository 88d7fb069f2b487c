"""Which days an expression of time means: one small function a kind of expression.

Each function takes a match of its pattern and the frame it is seen from, and gives the days, or
None where they cannot be told. The functions never guess: without an article's day only full
dates have a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.intervals import (
    Direction,
    Interval,
    add_months,
    between,
    in_month,
    in_year,
    in_years,
    on_day,
    season,
    shifted,
    week_of,
    weekday,
)
from dragoman.records import PartialDate


@dataclass(frozen=True, slots=True)
class Frame:
    """From where an expression is seen.

    ``day`` is the article's day, ``direction`` whether the clause speaks of the past or of what
    lies ahead, ``previous`` the day the text spoke of last.
    """

    day: date | None
    direction: Direction = "past"
    previous: date | None = None


Meaning = Callable[[re.Match[str], Frame], "Interval | None"]
"""From a match and a frame to the days that are meant."""


# Full and partial dates ----------------------------------------------------------------------


def _month_of(match: re.Match[str]) -> int:
    return calendar_words().months[match["month"].rstrip(".")]


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_for(month: int, day: int, frame: Frame) -> int | None:
    """The year in which a day without one lies: the last or the next time it came round."""
    if frame.day is None:
        return None
    now, wanted = (frame.day.month, frame.day.day), (month, day)
    if frame.direction == "past":
        return frame.day.year if wanted <= now else frame.day.year - 1
    return frame.day.year if wanted >= now else frame.day.year + 1


def _iso(match: re.Match[str], _frame: Frame) -> Interval | None:
    found = _dated(int(match["year"]), int(match["number"]), int(match["day"]))
    return on_day(found) if found else None


def _day_of_month(match: re.Match[str], frame: Frame) -> Interval | None:
    month, day = _month_of(match), int(match["day"])
    year = int(match["year"]) if match["year"] else _year_for(month, day, frame)
    found = _dated(year, month, day) if year is not None else None
    return on_day(found) if found else None


def _days_of_month(match: re.Match[str], frame: Frame) -> Interval | None:
    month, first, last = _month_of(match), int(match["day"]), int(match["second"])
    year = int(match["year"]) if match["year"] else _year_for(month, first, frame)
    if year is None or first > last:
        return None
    begin, end = _dated(year, month, first), _dated(year, month, last)
    return between(begin, end) if begin and end else None


def _month_of_year(match: re.Match[str], _frame: Frame) -> Interval | None:
    return in_month(int(match["year"]), _month_of(match))


def _month(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    month = _month_of(match)
    relative = match.groupdict().get("relative", "").lower()
    if relative == "last" and month == frame.day.month:
        return in_month(frame.day.year - 1, month)
    if relative == "next":
        frame = Frame(frame.day, "future")
    year = _year_for(month, 1 if frame.direction == "past" else 31, frame)
    return in_month(year, month) if year is not None else None


def _year(match: re.Match[str], _frame: Frame) -> Interval | None:
    return in_year(int(match["year"]))


def _years(match: re.Match[str], _frame: Frame) -> Interval | None:
    first = int(match["year"])
    last = (
        int(match["until"])
        if len(match["until"]) == 4
        else first - first % 100 + int(match["until"])
    )
    return in_years(first, last) if first < last else None


def _decade(match: re.Match[str], _frame: Frame) -> Interval | None:
    first = int(match["decade"])
    return in_years(first, first + 9)


def _season(match: re.Match[str], frame: Frame) -> Interval | None:
    month = calendar_words().seasons[match["season"].lower()]
    if match["year"]:
        return season(int(match["year"]), month)
    if frame.day is None:
        return None
    relative = (match["relative"] or "").lower()
    year = frame.day.year
    begins = date(year, month, 1)
    if relative == "next":
        return season(year if begins > frame.day else year + 1, month)
    if relative == "this":
        return season(year, month)
    over = add_months(begins, 3) <= frame.day
    return season(year if over else year - 1, month)


def _holiday(match: re.Match[str], frame: Frame) -> Interval | None:
    name = " ".join(match["holiday"].replace("’", "'").split())
    month, day = calendar_words().holidays[name]
    year = int(match["year"]) if match["year"] else _year_for(month, day, frame)
    found = _dated(year, month, day) if year is not None else None
    return on_day(found) if found else None


# Weekdays ------------------------------------------------------------------------------------


def _weekday(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    wanted = calendar_words().weekdays[match["weekday"].rstrip(".")]
    relative = (match["relative"] or "").lower()
    if match["week"]:
        return _weekday_of_week(frame.day, wanted, match["week"].lower())
    if relative == "last":
        return on_day(weekday(frame.day, wanted, "past", today=False))
    if relative in {"next", "coming"}:
        return on_day(weekday(frame.day, wanted, "future", today=False))
    return on_day(weekday(frame.day, wanted, frame.direction))


def _weekday_of_week(day: date, wanted: int, which: str) -> Interval | None:
    shift = {"last": -7, "this": 0, "next": 7}[which]
    monday = day - timedelta(days=day.weekday()) + timedelta(days=shift)
    return on_day(monday + timedelta(days=wanted))


# Around today --------------------------------------------------------------------------------


def _near_day(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    word = " ".join(match[0].lower().split())
    if word == "overnight":
        return between(frame.day - timedelta(days=1), frame.day)
    shift = 0
    if "yesterday" in word or word == "last night":
        shift = -1
    elif "tomorrow" in word:
        shift = 1
    if "before yesterday" in word or "after tomorrow" in word:
        shift *= 2
    return on_day(frame.day + timedelta(days=shift))


def _narrated_day(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "a day earlier" or "the following day": seen from the day the text spoke of last."""
    if frame.previous is None:
        return None
    word = match[0].lower()
    shift = 1 if "following" in word or "next" in word or "later" in word or "after" in word else -1
    return on_day(frame.previous + timedelta(days=0 if "same" in word else shift))


def _ago(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    return _moved(match, frame.day, -1)


def _ahead(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None or (match["in"].lower() == "in" and frame.direction == "past"):
        return None
    return _moved(match, frame.day, 1)


def _moved(match: re.Match[str], day: date, sign: int) -> Interval | None:
    """A day moved by "three weeks": exact for days, a week wide for weeks, else month or year."""
    least, most = _amounts(match["number"], match["half"])
    unit = match["unit"].lower()
    size = calendar_words().units[unit]
    try:
        near, far = shifted(day, sign * least, unit, size), shifted(day, sign * most, unit, size)
    except (OverflowError, ValueError):
        return None
    first, last = min(near, far), max(near, far)
    if unit in {"month", "year", "decade"}:
        precision: Literal["month", "year"] = "month" if unit == "month" else "year"
        return Interval(PartialDate.of(first, precision), PartialDate.of(last, precision))
    if unit == "hour":
        exact = day if least < 24 else near
        return on_day(exact) if least == most else between(first, last)
    margin = timedelta(days=3 if unit in {"week", "fortnight"} else 0)
    return between(first - margin, last + margin)


def _amounts(number: str | None, half: str | None = None) -> tuple[float, float]:
    """The least and the most that a number in words or figures means."""
    words = calendar_words()
    text = " ".join((number or "1").lower().split())
    extra = 0.5 if half else 0.0
    if text in words.vague:
        least, most = words.vague[text]
        return least + extra, most + extra
    value = float(text) if text.isdigit() else float(words.numbers[text])
    return value + extra, value + extra


def _last_units(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the last two days" or "the past day and a half, two days": up to today."""
    if frame.day is None:
        return None
    reach = [(_amounts(match["number"], match["half"])[1], match["unit"].lower())]
    if match["more"]:
        reach.append((_amounts(match["more"])[1], match["unit2"].lower()))
    sizes = calendar_words().units
    try:
        first = min(shifted(frame.day, -most, unit, sizes[unit]) for most, unit in reach)
    except (OverflowError, ValueError):
        return None
    return between(first, frame.day)


def _next_units(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the next two days" or "the coming weeks": from today."""
    if frame.day is None:
        return None
    unit = match["unit"].lower()
    if match["number"]:
        most = _amounts(match["number"], match["half"])[1]
        last = shifted(frame.day, most, unit, calendar_words().units[unit])
    elif match[0].lower().endswith("s"):
        last = frame.day + timedelta(days=calendar_words().recent[unit + "s"])
    else:
        last = shifted(frame.day, 1, unit, calendar_words().units[unit])
    return between(frame.day, last)


def _recent(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    reach = calendar_words().recent[match["units"].lower()]
    return between(frame.day - timedelta(days=reach), frame.day)


# Weeks, months, years around today -----------------------------------------------------------


def _calendar_unit(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "last week", "earlier this month", "next year"."""
    if frame.day is None:
        return None
    whole = _whole_unit(frame.day, match["which"].lower(), match["unit"].lower())
    part = match.groupdict().get("part", "").lower()
    if match["which"].lower() != "this" or part not in {"earlier", "later"}:
        return whole
    today = PartialDate.of(frame.day)
    if part == "earlier":
        return Interval(PartialDate.of(whole.first) if whole.first else None, today)
    return Interval(today, PartialDate.of(whole.last) if whole.last else None)


def _whole_unit(day: date, which: str, unit: str) -> Interval:
    step = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[which]
    if unit == "week":
        return week_of(day + timedelta(days=7 * step))
    if unit == "month":
        moved = add_months(day.replace(day=1), step)
        return in_month(moved.year, moved.month)
    if unit == "year":
        return in_year(day.year + step)
    first = day.year - day.year % 10 + 10 * step
    return in_years(first, first + 9)


def _weekend(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    which = (match["which"] or "").lower()
    saturday = frame.day - timedelta(days=(frame.day.weekday() - 5) % 7)
    running = frame.day.weekday() >= 5
    if which == "next" or (which == "this" and not running and frame.direction == "future"):
        saturday += timedelta(days=7)
    elif which in {"last", "previous"} and running:
        saturday -= timedelta(days=7)
    elif which == "" and frame.direction == "future" and not running:
        saturday += timedelta(days=7)
    return between(saturday, saturday + timedelta(days=1))


MEANINGS: dict[str, Meaning] = {
    "ago": _ago,
    "ahead": _ahead,
    "calendar_unit": _calendar_unit,
    "day_of_month": _day_of_month,
    "days_of_month": _days_of_month,
    "decade": _decade,
    "holiday": _holiday,
    "iso": _iso,
    "last_units": _last_units,
    "month": _month,
    "month_of_year": _month_of_year,
    "narrated_day": _narrated_day,
    "near_day": _near_day,
    "next_units": _next_units,
    "recent": _recent,
    "season": _season,
    "weekday": _weekday,
    "weekend": _weekend,
    "year": _year,
    "years": _years,
}
"""The functions by the name that the patterns' file has for them."""
