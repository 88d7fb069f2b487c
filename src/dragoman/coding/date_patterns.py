"""Expressions of time by their words: one pattern and one small function each.

Each function gives the days that an expression means, seen from an anchor (the article's day),
or None where it cannot be told. The functions never guess: without an anchor only full dates
have a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from dragoman.coding.calendar_words import CalendarWords, calendar_words
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

_PLACE = re.compile(r"(?<!\?P)<(\w+)>")


@dataclass(frozen=True, slots=True)
class Frame:
    """From where an expression is seen: the article's day, the direction of its clause, and
    the day the text spoke of last.
    """

    day: date | None
    direction: Direction = "past"
    previous: date | None = None


Resolver = Callable[[re.Match[str], Frame], "Interval | None"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of expression: what it looks like and what it means.

    ``hints`` are words of which a text must hold one, in lower case, to be searched at all;
    ``before`` must match what stands right before the expression.
    """

    name: str
    expression: re.Pattern[str]
    resolve: Resolver
    hints: tuple[str, ...] = ()
    before: re.Pattern[str] | None = None

    def found_in(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """The matches in a text, given in lower case as well."""
        if self.hints and not any(hint in lowered for hint in self.hints):
            return
        for match in self.expression.finditer(text):
            if self.before is None or self._introduced(match, text):
                yield match

    def _introduced(self, match: re.Match[str], text: str) -> bool:
        assert self.before is not None
        start = match.start()
        return self.before.search(text, max(0, start - _REACH), start) is not None


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)


def _abbreviable(words: Mapping[str, int]) -> str:
    """Full forms as they are, short forms with or without a full stop."""
    longest: dict[int, str] = {}
    for word, number in words.items():
        longest[number] = max(word, longest.get(number, ""), key=len)
    short = [word for word, number in words.items() if word != longest[number]]
    return rf"(?:{_either(longest.values())})\b|(?:{_either(short)})\b\.?"


def _number(words: CalendarWords) -> str:
    counted = _either({*words.vague, *words.numbers})
    return rf"\d{{1,3}}|(?i:{counted})"


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, made once from the calendar's words."""
    words = calendar_words()
    parts = {
        "weekday": rf"(?P<weekday>{_abbreviable(words.weekdays)})",
        "month": rf"(?P<month>{_abbreviable(words.months)})",
        "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
        "second": r"(?P<second>\d{1,2})(?:st|nd|rd|th)?",
        "year": r"(?P<year>(?:19|20)\d\d)",
        "number": rf"(?P<number>{_number(words)})",
        "more": rf"(?P<more>{_number(words)})",
        "unit": r"(?P<unit>(?i:hour|day|night|week|fortnight|month|year|decade))s?",
        "season": rf"(?P<season>(?i:{_either(words.seasons)}))",
        "holiday": rf"(?P<holiday>{_either(words.holidays)})",
        "joint": r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*",
    }
    return tuple(
        Pattern(
            name,
            re.compile(_filled(shape, parts)),
            resolve,
            _HINTS.get(name, ()),
            _BEFORE.get(name),
        )
        for name, shape, resolve in _SHAPES
    )


def _filled(shape: str, parts: Mapping[str, str]) -> str:
    """The shape with each ``<part>`` filled in; ``(?P<name>`` stays as it is."""
    return _PLACE.sub(lambda match: parts[match[1]], shape)


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
    last = int(match["until"]) if len(match["until"]) == 4 else first - first % 100 + int(
        match["until"]
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
    """ "A day earlier", "the following day": seen from the day the text spoke of last."""
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
    least, most = amounts(match["number"], match["half"])
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


def amounts(number: str | None, half: str | None = None) -> tuple[float, float]:
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
    """ "The last two days", "the past day and a half, two days": up to today."""
    if frame.day is None:
        return None
    reach = [(amounts(match["number"], match["half"])[1], match["unit"].lower())]
    if match["more"]:
        reach.append((amounts(match["more"])[1], match["unit2"].lower()))
    sizes = calendar_words().units
    try:
        first = min(shifted(frame.day, -most, unit, sizes[unit]) for most, unit in reach)
    except (OverflowError, ValueError):
        return None
    return between(first, frame.day)


def _next_units(match: re.Match[str], frame: Frame) -> Interval | None:
    """ "The next two days", "the coming weeks": from today."""
    if frame.day is None:
        return None
    unit = match["unit"].lower()
    if match["number"]:
        most = amounts(match["number"], match["half"])[1]
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
    """ "Last week", "earlier this month", "next year"."""
    if frame.day is None:
        return None
    whole = _whole_unit(frame.day, match["which"].lower(), match["unit"].lower())
    part = (match["part"] or "").lower()
    if match["which"].lower() != "this" or part not in {"earlier", "later"}:
        return whole
    today = PartialDate.of(frame.day)
    assert whole.first is not None and whole.last is not None
    if part == "earlier":
        return Interval(PartialDate.of(whole.first), today)
    return Interval(today, PartialDate.of(whole.last))


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


_PART = r"(?:(?P<part>(?i:early|earlier|late|later|mid|end\s+of))[\s-]+)?"
_OF_DAY = r"(?:\s+(?i:morning|afternoon|evening|night|noon))?"
_HALF = r"(?P<half>\s+and\s+a\s+half)?"

_REACH = 12
_BEFORE = {
    "month": re.compile(r"\b(?:in|since|until|till|by|from|during|of|to|before|after)\s+$", re.I),
    "year": re.compile(
        r"\b(?:in|since|until|by|from|during|of|before|after|early|late|mid)[\s-]+$", re.I
    ),
    "years": re.compile(r"(?:\b(?:from|in|between|of)\s+|\()$", re.I),
}
_HINTS = {
    "ago": ("ago", "earlier today"),
    "decade": ("0s", "0's", "0’s"),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "season of a year": ("spring", "summer", "autumn", "fall", "winter"),
    "near day": ("today", "tonight", "yesterday", "tomorrow", "overnight", "last night", "this "),
    "narrated day": ("day earlier", "day later", "day before", "day after", "previous day",
                     "following day", "next day", "same day"),
    "weekend": ("weekend",),
    "recent": ("recent",),
    "relative month": ("last ", "this ", "next ", "early ", "late ", "mid-", "mid "),
}  # fmt: skip
_SHAPES: tuple[tuple[str, str, Resolver], ...] = (
    ("iso", r"\b<year>-(?P<number>\d\d)-<day>\b", _iso),
    ("days of month", r"\b<month>\s+<day><joint><second>(?:,?\s+<year>)?\b", _days_of_month),
    (
        "days of month, day first",
        r"\b<day><joint><second>\s+(?:of\s+)?<month>(?:,?\s+<year>)?",
        _days_of_month,
    ),
    (
        "day of month",
        rf"\b(?:(?:<weekday>),?\s+)?(?:the\s+)?<month>\s+<day>\b(?!:)(?:,?\s+<year>\b)?{_OF_DAY}",
        _day_of_month,
    ),
    (
        "day of month, day first",
        r"\b(?:(?:<weekday>),?\s+)?(?:the\s+)?<day>\s+(?:of\s+)?<month>(?:,?\s+<year>\b)?",
        _day_of_month,
    ),
    ("month and year", r"\b<month>,?\s+(?:of\s+)?<year>\b", _month_of_year),
    ("month", r"\b<month>(?!\s+\d)", _month),
    ("relative month", r"\b(?P<relative>(?i:last|this|next|early|late|mid))[\s-]+<month>"
                       r"(?!\s+\d)", _month),
    ("years", r"\b<year>(?:\s*[-–]\s*|\s+(?:to|until|and)\s+)(?P<until>(?:19|20)?\d\d)\b",
     _years),
    ("year", r"\b<year>\b(?!\s*[-–]\s*\d)", _year),
    ("decade", r"\b(?i:the\s+)?(?P<decade>(?:19|20)\d0)['’]?s\b", _decade),
    ("season", r"\b(?P<relative>(?i:last|this|next))\s+<season>\b(?P<year>(?!))?", _season),
    ("season of a year", r"\b(?P<relative>(?!))?(?:the\s+)?<season>\s+(?:of\s+)?<year>\b", _season),
    ("holiday", r"\b<holiday>(?:,?\s+<year>)?\b", _holiday),
    (
        "weekday",
        rf"\b(?:(?P<relative>(?i:last|this|next|coming))\s+)?<weekday>{_OF_DAY}"
        r"(?:\s+(?:of\s+)?(?P<week>(?i:last|this|next))\s+week\b)?",
        _weekday,
    ),
    (
        "near day",
        r"\b(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|earlier\s+today|"
        r"later\s+today|today|tonight|yesterday(?:\s+(?:morning|afternoon|evening))?|"
        r"tomorrow(?:\s+(?:morning|afternoon|evening|night))?|overnight|last\s+night|"
        r"this\s+(?:morning|afternoon|evening))\b",
        _near_day,
    ),
    (
        "narrated day",
        r"\b(?i:the\s+(?:previous|following|next|same)\s+day|(?:a|one)\s+day\s+"
        r"(?:earlier|later|before|after)|the\s+day\s+(?:before|after)(?=[\s]*[,.;]))",
        _narrated_day,
    ),
    ("ago", rf"\b<number>\s+<unit>{_HALF}\s+(?i:ago|earlier\s+today)\b", _ago),
    (
        "ahead",
        rf"\b(?P<in>(?i:in|within))\s+(?:the\s+)?<number>\s+<unit>{_HALF}\b(?!['’]|\s+of\b)",
        _ahead,
    ),
    (
        "last units",
        rf"\b(?i:the\s+)(?i:last|past|previous)\s+(?:<number>\s+)?<unit>{_HALF}\b"
        r"(?:\s*,?\s*(?i:or|to|maybe|perhaps|almost|nearly)?\s*<more>\s+(?P<unit2>"
        r"(?i:hour|day|week|month|year))s?\b)?",
        _last_units,
    ),
    (
        "past units",
        rf"\b(?i:last|past)\s+<number>\s+<unit>{_HALF}\b(?P<more>(?!))?",
        _last_units,
    ),
    (
        "next units",
        rf"\b(?i:the\s+)(?i:next|coming|following)\s+(?:<number>\s+)?<unit>{_HALF}\b",
        _next_units,
    ),
    ("recent", r"\b(?i:recent)\s+(?P<units>(?i:hours|days|weeks|months|years))\b", _recent),
    (
        "calendar unit",
        rf"\b{_PART}(?P<which>(?i:last|this|next|coming))\s+(?P<unit>(?i:week|month|year|decade))\b",
        _calendar_unit,
    ),
    (
        "weekend",
        r"\b(?:(?P<which>(?i:last|this|next|previous))\s+|(?i:the\s+))(?i:weekend)\b",
        _weekend,
    ),
)
