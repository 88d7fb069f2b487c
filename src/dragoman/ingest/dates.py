"""Dates and times as pages print them, and the moments they mean.

A printed time becomes an aware moment only where its zone can be told: printed beside it, by the
country where an abbreviation has several meanings, or else the outlet's own clock. Where none can
be told the time is dropped and the day kept. A moment of which only the day is known stands at
midnight in :data:`~dragoman.world.zones.DATE_ONLY` (offset zero).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from dragoman.ingest.tables import read_toml
from dragoman.records import Span
from dragoman.world.zones import DATE_ONLY, in_zone, resolve_zone, zone_forms

Label = Literal["published", "updated"]

_CLOCK = (
    r"(?:(?P<hour>\d{1,2})[:.h](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?P<hour_alone>\d{1,2})\s?(?P<half_alone>[ap]\.?\s?m\b\.?)"
    r"|(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:h(?:ou)?rs\b|[A-Z]{3,4}\b))"
    r"|(?P<word>noon|midnight))(?:\s?h(?:ou)?rs\b)?"
)
_BETWEEN = r"[\s,|•·@–—-]*(?:(?:at|on)\s+)?"
_MONTH_FIRST_COUNTRIES = frozenset({"USA", "PHL", "FSM", "PLW"})


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a line, as printed.

    ``year`` may be absent ("June 5"). ``swappable``: day and month may stand in either order
    (04/01/2020). ``span`` covers the date with its time and zone.
    """

    year: int | None
    month: int
    day: int
    clock: time | None = None
    zone: str | None = None
    label: Label | None = None
    span: Span = (0, 0)
    swappable: bool = False


@cache
def forms_of(name: Literal["months", "weekdays"]) -> str:
    """Return a pattern of all printed forms of the months or the weekdays."""
    return "|".join(form for forms in read_toml("dates.toml")[name] for form in forms)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month, weekday = forms_of("months"), forms_of("weekdays")
    before = rf"(?<![\w/.-])(?:(?:{weekday})\.?,?\s+)?(?:the\s+)?"
    after = r"(?![\w/]|[-.]\d)"
    iso_after = rf"(?:T(?=\d\d:)|{after})"
    month = rf"(?P<month>{month})\b\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?P<year>\d{4}|['’]\d\d)"
    return tuple(
        re.compile(before + form, re.IGNORECASE)
        for form in (
            rf"{month}\s?{day}(?:,\s*|\s+){year}{after}",
            rf"{day}(?:\s+of)?[\s-]?{month},?[\s-]{year}{after}",
            rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d\d?){iso_after}",
            rf"(?P<month>\d\d?)(?P<mark>[-/.])(?P<day>\d\d?)(?P=mark)(?P<year>\d{{4}}){after}",
            rf"{month}\s{day}{after}",
            rf"{day}\s(?:of\s)?{month}{after}",
        )
    )


_NUMERIC = 3
_YEARLESS = 4


@cache
def _month_numbers() -> dict[str, int]:
    months = read_toml("dates.toml")["months"]
    return {form: number for number, forms in enumerate(months, start=1) for form in forms}


@cache
def _labels() -> re.Pattern[str]:
    labels = read_toml("dates.toml")["labels"]
    groups = (
        rf"(?P<{name}>{'|'.join(re.escape(form) for form in forms)})"
        for name, forms in labels.items()
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b\s*(?:on|at)?\s*:?", re.IGNORECASE)


@cache
def _clock_after() -> re.Pattern[str]:
    zone = zone_forms().pattern
    return re.compile(
        rf"{_BETWEEN}{_CLOCK}(?:\s?\(?(?P<zone>{zone}|Z\b|[+-]\d\d:?\d\d)\)?)?", re.IGNORECASE
    )


@cache
def _clock_before() -> re.Pattern[str]:
    zone = zone_forms().pattern
    return re.compile(
        rf"(?<![\w:.]){_CLOCK}(?:\s?\(?(?P<zone>{zone})\)?)?(?:\s?\([^()]{{1,20}}\))?{_BETWEEN}$",
        re.IGNORECASE,
    )


def find_dates(line: str, *, yearless: bool = False) -> tuple[PrintedDate, ...]:
    """Return the dates printed in a line, in order, each with its label, time and zone.

    Args:
        line: One line of text; only its first 400 characters are looked at.
        yearless: Whether dates without a year ("June 5") count as well.
    """
    line = line[:400]
    found: list[PrintedDate] = []
    taken: list[Span] = []
    patterns = _patterns() if yearless else _patterns()[:_YEARLESS]
    for number, pattern in enumerate(patterns):
        for match in pattern.finditer(line):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                taken.append(match.span())
                found.append(_read(match, number))
    ordered = sorted(found, key=lambda each: each.span)
    return _with_labels(line, [_with_clock(line, each) for each in ordered])


def _read(match: re.Match[str], number: int) -> PrintedDate:
    groups = match.groupdict()
    month, day = groups["month"], int(groups["day"])
    first = int(month) if month.isdigit() else _month_numbers()[month.lower()]
    year = groups.get("year")
    whole = (2000 + int(year[1:]) if year[0] in "'’" else int(year)) if year else None
    if number == _NUMERIC and first > 12:
        return PrintedDate(whole, day, first, span=match.span())
    swappable = number == _NUMERIC and day <= 12 and day != first
    return PrintedDate(whole, first, day, span=match.span(), swappable=swappable)


def _with_clock(line: str, printed: PrintedDate) -> PrintedDate:
    start, end = printed.span
    after = _clock_after().match(line, end)
    if after is not None:
        return replace(printed, clock=_clock(after), zone=after["zone"], span=(start, after.end()))
    before = _clock_before().search(line, max(0, start - 60), start)
    if before is not None:
        span = (before.start(), end)
        return replace(printed, clock=_clock(before), zone=before["zone"], span=span)
    return printed


def _clock(match: re.Match[str]) -> time | None:
    """Read a time of day; None where it cannot be one."""
    if match["word"]:
        return time(12 if match["word"].lower() == "noon" else 0)
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
    else:
        hour, minute = int(match["hour"] or match["hour_alone"]), int(match["minute"] or 0)
    half = (match["half"] or match["half_alone"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute, int(match["second"] or 0)) if hour < 24 else None


def _with_labels(line: str, dates: Sequence[PrintedDate]) -> tuple[PrintedDate, ...]:
    labelled, before = [], 0
    for printed in dates:
        labels = list(_labels().finditer(line, before, printed.span[0]))
        labelled.append(replace(printed, label=_label(labels[-1])) if labels else printed)
        before = printed.span[1]
    return tuple(labelled)


def _label(match: re.Match[str]) -> Label:
    return "updated" if match["updated"] else "published"


def without_dates(line: str, dates: Sequence[PrintedDate]) -> str:
    """Return what a line holds beside its dates and their labels, with bars in their place."""
    rest, before = [], 0
    for printed in dates:
        rest.append(line[before : printed.span[0]])
        before = printed.span[1]
    rest.append(line[before:])
    return " | ".join(_labels().sub(" | ", part) for part in rest)


def day_of(printed: PrintedDate, countries: Sequence[str | None] = ()) -> date | None:
    """Return the day a printed date means; None where the order of its numbers cannot be told.

    Raises:
        ValueError: There is no such day, or the date has no year.
    """
    if printed.year is None:
        message = "the date has no year"
        raise ValueError(message)
    month, day = printed.month, printed.day
    if printed.swappable:
        country = next((each for each in countries if each), None)
        if country is None:
            return None
        if country not in _MONTH_FIRST_COUNTRIES:
            month, day = day, month
    return date(printed.year, month, day)


def moment_of(
    printed: PrintedDate, countries: Sequence[str | None] = (), clock_zone: str | None = None
) -> datetime | None:
    """Return the aware moment that a printed date means.

    Args:
        printed: The date as found.
        countries: ISO alpha-3 codes that tell what an ambiguous zone or order of numbers means.
        clock_zone: IANA name of the zone in which the outlet prints times that carry none.

    Raises:
        ValueError: There is no such day.
    """
    day = day_of(printed, countries)
    if day is None:
        return None
    if printed.clock is None:
        return date_only(day)
    moment = datetime.combine(day, printed.clock)
    if printed.zone is None:
        return in_zone(moment, ZoneInfo(clock_zone), None) if clock_zone else date_only(day)
    zone = resolve_zone(printed.zone, countries)
    name = printed.zone if printed.zone[0].isalpha() and printed.zone.upper() != "Z" else None
    return in_zone(moment, zone, name) if zone is not None else date_only(day)


def date_only(day: date) -> datetime:
    """Return the moment that stands for a day of which no time is known."""
    return datetime(day.year, day.month, day.day, tzinfo=DATE_ONLY)


def nearest_year(printed: PrintedDate, known: date) -> PrintedDate:
    """Give a date without a year the one that brings it nearest to a known day."""
    years = (known.year - 1, known.year, known.year + 1)

    def distance(year: int) -> int:
        try:
            return abs((date(year, printed.month, printed.day) - known).days)
        except ValueError:
            return 1000

    return replace(printed, year=min(years, key=distance))
