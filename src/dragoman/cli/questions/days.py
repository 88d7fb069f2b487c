"""Days of the ledger as a person writes them."""

from __future__ import annotations

from datetime import date


def day_text(day: date | None) -> str:
    """Return a day: "3 Jan 2020"; "no day" where there is none."""
    return f"{day.day} {day:%b %Y}" if day is not None else "no day"


def days_text(first: date | None, last: date | None) -> str:
    """Return a stretch of days: "3 Jan 2020", "3–5 Jan 2020", "30 Jan 2020 – 2 Feb 2020"."""
    if first is None or last is None or first == last:
        return day_text(first if first is not None else last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    return f"{day_text(first)} – {day_text(last)}"
