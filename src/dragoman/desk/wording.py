"""How the desk words days, and counts; the filters of its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from dragoman.crises.questions.sides import side_of_code
from dragoman.desk.parts import codes
from dragoman.desk.parts.days import short_day, short_days


def day(told: date | None) -> str:
    """Return a day: "3 Jan 2020"; "no day" without one."""
    return short_days(told, told)


def moment(told: datetime | None) -> str:
    """Return a moment in UTC: "3 Jan 2020, 18:30 UTC"."""
    if told is None:
        return "no time told"
    at = told.astimezone(UTC) if told.tzinfo is not None else told
    return f"{short_day(at.date())}, {at:%H:%M} UTC"


def number(value: float) -> str:
    """Return a number with its thousands set apart."""
    return f"{value:,}"


def percent(share: float) -> str:
    """Return a share of one: "84 %"."""
    return f"{round(share * 100)} %"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 report", "1,204 reports"."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def country(code: str) -> str:
    """Return what the state or body of a code is called: "Norway"."""
    return side_of_code(code).name


def browser(agent: str) -> str:
    """Return what a browser says it is, in short: "Firefox on Windows"."""
    name = _first_of(_BROWSERS, agent) or agent.partition("/")[0]
    system = _first_of(_SYSTEMS, agent)
    return f"{name} on {system}" if system else name


def _first_of(marks: Mapping[str, str], agent: str) -> str | None:
    return next((name for mark, name in marks.items() if mark in agent), None)


_BROWSERS: Mapping[str, str] = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "Chrome/": "Chrome",
    "CriOS/": "Chrome",
    "Safari/": "Safari",
}
"""By which words a browser is known; in this order, since most say that they are others too."""

_SYSTEMS: Mapping[str, str] = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}

FILTERS: Mapping[str, Callable[..., Any]] = {
    "kind": codes.kind,
    "day": day,
    "days": short_days,
    "moment": moment,
    "number": number,
    "percent": percent,
    "counted": counted,
    "country": country,
    "browser": browser,
}
"""What templates may call by ``value | name``."""
