"""Days and moments in the words of a brief, the same whatever language the system speaks."""

from __future__ import annotations

from datetime import UTC, date, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_text(day: date) -> str:
    """Return a day: "3 January 2020"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days_text(first: date | None, last: date | None) -> str:
    """Return when something was: "on 3 January 2020", "between … and …"; empty if not known."""
    if first is None:
        return f"until {day_text(last)}" if last is not None else ""
    if last is None or last == first:
        return f"on {day_text(first)}"
    return f"between {day_text(first)} and {day_text(last)}"


def moment_text(moment: datetime) -> str:
    """Return a moment in UTC: "3 January 2020, 18:30 UTC"."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return f"{day_text(moment.date())}, {moment:%H:%M} UTC"
