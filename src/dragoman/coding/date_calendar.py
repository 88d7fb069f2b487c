"""What dates, months, years, decades, quarters and seasons mean: one small function a kind.

None of them guesses: without an article's day only what names its year has a meaning.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.date_feasts import feast
from dragoman.coding.date_frame import Frame, Meaning, dated, group, ordinal, year_for
from dragoman.coding.intervals import (
    Direction,
    Interval,
    add_months,
    at,
    between,
    in_month,
    in_months,
    in_year,
    in_years,
    on_day,
    quarter,
    season,
)

_JUST_PASSED = 45
"""Days. A plan for a day a year ahead is printed with its year."""


def _month_of(match: re.Match[str], name: str = "month") -> int:
    return calendar_words().months[match[name].rstrip(".")]


def _printed_year(match: re.Match[str], frame: Frame) -> int | None:
    """The year in figures, or that of "last year", "this year", "next year"."""
    relative = group(match, "of_year")
    if relative and frame.day is not None:
        return frame.day.year + {"last": -1, "this": 0, "next": 1}[relative]
    return _year_of(match) if "year" in match.groupdict() else None


def _year_of(match: re.Match[str], name: str = "year") -> int | None:
    printed = group(match, name)
    return int(printed) if printed else None


def _year_of_day(month: int, day: int, frame: Frame) -> int | None:
    """As :func:`year_for`; a day that was to come may just have passed: "set for 18 November"."""
    year = year_for(month, day, frame)
    if year is None or frame.day is None or frame.direction != "future":
        return year
    passed = dated(year - 1, month, day)
    just = passed is not None and 0 < (frame.day - passed).days <= _JUST_PASSED
    return year - 1 if just else year


# Days ----------------------------------------------------------------------------------------


def _iso(match: re.Match[str], _frame: Frame) -> Interval | None:
    found = dated(int(match["year"]), int(match["number"]), int(match["day"]))
    return on_day(found) if found else None


def _iso_moment(match: re.Match[str], _frame: Frame) -> Interval | None:
    try:
        return at(match[0])
    except ValueError:
        return None


def _numeric(match: re.Match[str], _frame: Frame) -> Interval | None:
    """Read "14.09.2023" and "14/09/2023"; with slashes the order must be plain."""
    year, one, two = int(match["year"]), int(match["day"]), int(match["second"])
    days = {dated(year, two, one)}
    if match["mark"] != ".":
        days.add(dated(year, one, two))
    found = [day for day in days if day is not None]
    return on_day(found[0]) if len(found) == 1 else None


def _day_of_month(match: re.Match[str], frame: Frame) -> Interval | None:
    month, day = _month_of(match), int(match["day"])
    year = _printed_year(match, frame) or _year_of_day(month, day, frame)
    found = dated(year, month, day) if year is not None else None
    return on_day(found) if found else None


def _day_of_attack(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "September 11" before "attacks": the year that is known, else the last one."""
    month, day = _month_of(match), int(match["day"])
    year = calendar_words().feasts.attacks.get((month, day))
    return on_day(date(year, month, day)) if year else _day_of_month(match, frame)


def _days_of_month(match: re.Match[str], frame: Frame) -> Interval | None:
    month, first, last = _month_of(match), int(match["day"]), int(match["second"])
    near = first if frame.direction == "past" else last
    year = _year_of(match) or _year_of_day(month, near, frame)
    if year is None or first > last:
        return None
    begin, end = dated(year, month, first), dated(year, month, last)
    return between(begin, end) if begin and end else None


def _day_alone(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the 15th": in the month the text spoke of last, else the last or next such day."""
    day = int(match["day"])
    before = frame.previous.first if frame.previous else None
    if before is not None and before.day < day and frame.direction != "future":
        found = dated(before.year, before.month, day)
        return on_day(found) if found else None
    if frame.day is None:
        return None
    step = 1 if frame.direction == "future" else -1
    passed = day < frame.day.day if step > 0 else day > frame.day.day
    month = add_months(frame.day.replace(day=1), step if passed else 0)
    found = dated(month.year, month.month, day)
    return on_day(found) if found else None


def _known_day(match: re.Match[str], _frame: Frame) -> Interval | None:
    return on_day(calendar_words().feasts.known[match["known"]])


# Months and years ----------------------------------------------------------------------------


def _month_of_year(match: re.Match[str], _frame: Frame) -> Interval | None:
    return in_month(int(match["year"]), _month_of(match))


def _month(match: re.Match[str], frame: Frame) -> Interval | None:
    if frame.day is None:
        return None
    month, year = _month_of(match), _printed_year(match, frame)
    if year is not None:
        return in_month(year, month)
    relative = group(match, "relative")
    if relative == "last" and month == frame.day.month:
        return in_month(frame.day.year - 1, month)
    if relative == "next":
        frame = Frame(frame.day, "future")
    year = _year_of_month(month, frame)
    return in_month(year, month) if year is not None else None


def _year_of_month(month: int, frame: Frame) -> int | None:
    """The year of a month: the last one where the clause does not tell.

    One that was to come may just have passed: "planned for January", in March.
    """
    if frame.day is None or frame.direction != "future":
        return year_for(month, 1, replace(frame, direction="past"))
    year = year_for(month, 31, frame)
    far = year is not None and 12 * year + month - 12 * frame.day.year - frame.day.month > 9
    return year - 1 if far and year is not None else year


def _months(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "March to June 2018" and "May 2012 to January 2014"."""
    first, last = _month_of(match), _month_of(match, "month2")
    end = _year_of(match, "year2")
    if end is None:
        end = _year_of_month(first, frame) if frame.direction == "future" else None
        end = end + (last < first) if end else _year_of_month(last, frame)
    if end is None:
        return None
    begin = _year_of(match) or (end if first <= last else end - 1)
    if (begin, first) > (end, last):
        return None
    return in_months(date(begin, first, 1), date(end, last, 1))


def _year(match: re.Match[str], _frame: Frame) -> Interval | None:
    return in_year(int(match["year"]))


def _years(match: re.Match[str], _frame: Frame) -> Interval | None:
    first, printed = int(match["year"]), match["until"]
    last = int(printed) if len(printed) == 4 else first - first % 100 + int(printed)
    return in_years(first, last) if first < last else None


def _decade(match: re.Match[str], _frame: Frame) -> Interval | None:
    printed = match["decade"].lower().lstrip("'’")
    if printed.isdigit():
        first = int(printed) if len(printed) == 4 else 1900 + int(printed)
        if first % 100 == 0 and first < 2000:
            return in_years(first, first + 99)
    else:
        first = calendar_words().decades[printed]
    return in_years(first, first + 9)


def _century(match: re.Match[str], _frame: Frame) -> Interval | None:
    number = ordinal(group(match, "ordinal"))
    return in_years(100 * number - 99, 100 * number) if 1 <= number <= 21 else None


def _quarter(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "the second quarter" without a year: the last that began, or the next that ends."""
    if frame.day is None:
        return None
    number = ordinal(group(match, "ordinal"))
    if number not in range(1, 5):
        return quarter(frame.day.year - 1, 4) if number == -1 else None
    now = (frame.day.month + 2) // 3
    if frame.direction == "future":
        return quarter(frame.day.year + (number < now), number)
    return quarter(frame.day.year - (number > now), number)


def _season(match: re.Match[str], frame: Frame) -> Interval | None:
    month = calendar_words().seasons[match["season"].lower()]
    year = _year_of(match)
    if year is not None:
        return season(year, month)
    if frame.day is None:
        return None
    return _season_near(frame.day, month, group(match, "relative"), frame.direction)


def _season_near(day: date, month: int, relative: str, direction: Direction) -> Interval | None:
    """The last, this or the next such season; without a word the last begun or the next to end."""
    years = [season(day.year + shift, month) for shift in (-2, -1, 0, 1)]
    begun = [each for each in years if each.first is not None and each.first <= day]
    ended = [each for each in years if each.last is not None and each.last < day]
    if relative == "this":
        return begun[-1] if begun[-1] != ended[-1] else season(day.year, month)
    if relative == "last":
        return ended[-1]
    if relative:
        return years[len(begun)]
    return years[len(ended)] if direction == "future" else begun[-1]


# Feasts --------------------------------------------------------------------------------------


def _feast(match: re.Match[str], frame: Frame) -> Interval | None:
    """The feast of the printed year, else the last or the next one."""
    name = " ".join(match["holiday"].replace("’", "'").split())
    year = _year_of(match)
    if year is not None:
        return feast(name, year)
    if frame.day is None:
        return None
    years = (frame.day.year + shift for shift in (-1, 0, 1))
    known = [found for each in years if (found := feast(name, each))]
    if frame.direction == "future":
        return next((each for each in known if each.last and each.last >= frame.day), None)
    return next((each for each in reversed(known) if each.first and each.first <= frame.day), None)


MEANINGS: dict[str, Meaning] = {
    "century": _century,
    "day_alone": _day_alone,
    "day_of_attack": _day_of_attack,
    "day_of_month": _day_of_month,
    "days_of_month": _days_of_month,
    "decade": _decade,
    "feast": _feast,
    "iso": _iso,
    "iso_moment": _iso_moment,
    "known_day": _known_day,
    "month": _month,
    "month_of_year": _month_of_year,
    "months": _months,
    "numeric": _numeric,
    "quarter": _quarter,
    "season": _season,
    "year": _year,
    "years": _years,
}
"""The functions by the name that the patterns' file has for them."""
