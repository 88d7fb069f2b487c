"""When something was, in words: a day, a range of days, or nothing that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.crises import Entry
from dragoman.crises.questions.brief.dates import day_text, days_text

_SHORT = 3


@dataclass(frozen=True, slots=True)
class ShownDays:
    """The days that something may have been on.

    Attributes:
        first: The first of them.
        last: The last of them.
        text: As in a sentence: "on 3 January 2031", "between 3 January 2031 and …"; may be empty.
        short: As in a column: "3 Jan 2031", "3–5 Jan 2031", "30 Dec 2030 – 2 Jan 2031", "no day".
        dated: Whether a report gives the time; otherwise the day is that of an article.
    """

    first: date | None
    last: date | None
    text: str
    short: str
    dated: bool

    @property
    def uncertain(self) -> bool:
        """Whether it may have been on one of several days."""
        return self.first != self.last


def shown_days(first: date | None, last: date | None, *, dated: bool = True) -> ShownDays:
    """Return a range of days as shown."""
    return ShownDays(first, last, days_text(first, last), short_days(first, last), dated)


def days_of(entry: Entry) -> ShownDays:
    """Return when an entry was, as shown."""
    dated = any(each.told.earliest is not None for each in entry.reports)
    return shown_days(entry.first_day, entry.last_day, dated=dated)


def short_day(day: date) -> str:
    """Return a day as it stands in a column: "3 Jan 2031"."""
    number, month, year = day_text(day).split()
    return f"{number} {month[:_SHORT]} {year}"


def short_days(first: date | None, last: date | None) -> str:
    """Return a range of days as it stands in a column, without what both ends share."""
    if first is None:
        return f"until {short_day(last)}" if last is not None else "no day"
    if last is None or last == first:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last)}"
    start = short_day(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} – {short_day(last)}"
