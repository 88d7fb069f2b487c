"""From where an expression of time is seen, and what all its meanings share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.intervals import Direction, Interval


@dataclass(frozen=True, slots=True)
class Frame:
    """From where an expression is seen.

    ``day`` is the article's day, ``moment`` its moment where that is known, ``direction`` whether
    the clause speaks of the past or of what lies ahead, ``previous`` what the text spoke of last,
    ``spoken`` the day that a time of day belongs to, ``countries`` the codes of those that the text
    names, by which an ambiguous zone is told.
    """

    day: date | None
    direction: Direction = "past"
    previous: Interval | None = None
    spoken: date | None = None
    moment: datetime | None = None
    countries: tuple[str, ...] = ()


Meaning = Callable[[re.Match[str], Frame], "Interval | None"]
"""From a match and a frame to the days that are meant; None where they cannot be told."""

Fitting = Callable[[re.Match[str], Interval, Frame], "Interval | None"]
"""From a match before an expression, what that means, and a frame to what both mean."""


def group(match: re.Match[str], name: str) -> str:
    """A named group in lower case with single spaces; empty where it is absent."""
    return " ".join((match.groupdict().get(name) or "").lower().split())


def dated(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_for(month: int, day: int, frame: Frame) -> int | None:
    """The year in which a day without one lies: the last or the next time it came round.

    Where the clause does not tell, the nearer one.
    """
    if frame.day is None:
        return None
    now, wanted = (frame.day.month, frame.day.day), (month, day)
    if frame.direction == "unknown":
        return _nearest(frame.day, month)
    if frame.direction == "past":
        return frame.day.year if wanted <= now else frame.day.year - 1
    return frame.day.year if wanted >= now else frame.day.year + 1


def _nearest(day: date, month: int) -> int:
    distance = month - day.month
    if distance > 6:
        return day.year - 1
    return day.year + 1 if distance < -6 else day.year


def ordinal(word: str) -> int:
    """Which one is meant: ``second`` and ``2nd`` are 2, ``last`` is -1."""
    if word in {"last", "final", "latter"}:
        return -1
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else calendar_words().ordinals[word]


def amounts(number: str, *, half: bool = False) -> tuple[float, float]:
    """The least and the most that a number in words or figures means."""
    words = calendar_words()
    text = " ".join((number or "1").lower().split())
    extra = 0.5 if half else 0.0
    if text in words.vague:
        least, most = words.vague[text]
        return least + extra, most + extra
    value = _number(text) + extra
    return value, value


def _number(text: str) -> float:
    """A number in figures or words; "twenty-five" by its parts."""
    if text.isdigit():
        return float(text)
    numbers = calendar_words().numbers
    if text in numbers:
        return numbers[text]
    return sum(numbers[part] for part in re.split(r"[\s-]", text))
