"""Dates as a person writes them, as precise as they are known."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.records import PartialDate, When


def when_text(when: When) -> str:
    """Return a time: "3 Jan 2020", "2–3 Jan 2020", "since 3 Jan 2020", "Jan 2020"."""
    if when.earliest is None or when.latest is None:
        if when.earliest is not None:
            return f"since {_one(when.earliest)}"
        return f"until {_one(when.latest)}" if when.latest is not None else ""
    if when.earliest == when.latest:
        return _one(when.earliest)
    first, last = PartialDate.parse(when.earliest), PartialDate.parse(when.latest)
    if first.precision == last.precision == "day" and _same_month(first.earliest, last.earliest):
        return f"{first.earliest.day}–{_day(last.earliest)}"
    return f"{_one(when.earliest)} – {_one(when.latest)}"


def _one(text: str) -> str:
    parsed = PartialDate.parse(text)
    if parsed.precision == "year":
        return text
    if parsed.precision == "month":
        return f"{parsed.earliest:%b %Y}"
    if parsed.precision == "day":
        return _day(parsed.earliest)
    return moment_text(datetime.fromisoformat(text))


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def moment_text(moment: datetime) -> str:
    """Return a date of publication, with the clock and zone where a clock is told."""
    day = _day(moment.date())
    if (moment.hour, moment.minute) == (0, 0):
        return day
    zone = f"{moment:%z}" if moment.tzinfo is not None else ""
    shown = "UTC" if zone == "+0000" else f"{zone[:3]}:{zone[3:5]}" if zone else ""
    return f"{day}, {moment:%H:%M} {shown}".rstrip()
