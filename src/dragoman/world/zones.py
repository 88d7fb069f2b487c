"""Printed time zones: "IST", "GMT+3", "+05:30", "Moscow time" → an offset."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.world.tables import Row, data_folder, read_table

_FILE = "zones.tsv"
_COLUMNS = ("printed", "countries", "zone")
_OFFSET = re.compile(r"(?:(?:GMT|UTC)\s?)?([+\-−–])\s?(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_ANY = "*"
_WIDEST = timedelta(hours=14)

DATE_ONLY = timezone(timedelta(0), "date only")
"""The zone of a moment of which only the day is known: such a moment stands at midnight."""


@cache
def _zones() -> Mapping[str, Mapping[str, str]]:
    """Return for each printed form the zone by country; ``*`` is for all other countries."""
    table: dict[str, dict[str, str]] = {}
    for row in read_table(data_folder(), _FILE, _COLUMNS):
        _check(row)
        meanings = table.setdefault(row["printed"].casefold(), {})
        meanings.update(dict.fromkeys(row.several("countries"), row["zone"]))
    return table


def _check(row: Row) -> None:
    try:
        _by_name(row["zone"])
    except (ValueError, ZoneInfoNotFoundError):
        raise row.wrong(f"there is no zone {row['zone']!r}") from None


@cache
def printed_zones() -> tuple[str, ...]:
    """Return the forms that are known, as they are printed, the longest first."""
    forms = {row["printed"] for row in read_table(data_folder(), _FILE, _COLUMNS)}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def zone_forms() -> re.Pattern[str]:
    """Return a pattern that matches any printed zone: an abbreviation, words or an offset."""
    words = "|".join(r"\s".join(map(re.escape, form.split())) for form in printed_zones())
    offset = r"(?:GMT|UTC)\s?[+\-−–]\s?\d\d?(?::?[0-5]\d)?"
    return re.compile(rf"(?:{offset}|(?:{words})(?![\w+]))", re.IGNORECASE)


def _by_name(name: str) -> tzinfo:
    found = _OFFSET.fullmatch(name)
    return _fixed(found, name) if found else ZoneInfo(name)


def _fixed(found: re.Match[str], name: str) -> timezone:
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if size > _WIDEST:
        message = f"{name!r} is no offset of a time zone"
        raise ValueError(message)
    return timezone(size if found[1] == "+" else -size)


def resolve_zone(printed: str, countries: Sequence[str | None] = ()) -> tzinfo | None:
    """Return the zone that a printed form means.

    Args:
        printed: An abbreviation ("IST"), words ("Moscow time") or an offset ("GMT+3").
        countries: ISO alpha-3 codes by which an abbreviation of several meanings is told, the
            dateline's first, the outlet's next.

    Returns:
        None where the form is unknown, or has several meanings and no country tells which.
    """
    form = " ".join(printed.casefold().split())
    if _OFFSET.fullmatch(form):
        return _by_name(form)
    meanings = _zones().get(form)
    if meanings is None:
        return None
    known = (meanings[country] for country in countries if country and country in meanings)
    name = next(known, meanings.get(_ANY))
    return _by_name(name) if name else None


def in_zone(moment: datetime, zone: tzinfo, name: str | None) -> datetime:
    """Set a moment in a zone, with the offset of that day fixed and the printed name kept."""
    offset = moment.replace(tzinfo=zone).utcoffset()
    if not offset and not name:
        return moment.replace(tzinfo=UTC)
    fixed = timezone(offset or timedelta(0), name) if name else timezone(offset or timedelta(0))
    return moment.replace(tzinfo=fixed)
