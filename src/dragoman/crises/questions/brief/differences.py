"""What reports give differently, in words: the matter, and each value as a person writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dragoman.crises.entries import Conflict, Party, Report
from dragoman.crises.questions.brief.dates import days_text
from dragoman.crises.questions.citations import UNNAMED
from dragoman.crises.questions.sides import joined, named

_MATTERS: Mapping[str, str] = {
    "casualties.killed": "the number killed",
    "casualties.injured": "the number injured",
    "day": "the day",
    "mode": "the manner",
    "initiator": "who began it",
    "actor": "who did it",
    "recipient": "whom it was done to",
    "status": "what became of it",
}
_LEVEL = "level."


def matter(conflict: Conflict) -> str:
    """Return what it is that reports give differently."""
    if conflict.field.startswith(_LEVEL):
        reports = (each for _, some in conflict.values for each in some)
        return f"the level of office of {_party(conflict.field.removeprefix(_LEVEL), reports)}"
    plain = conflict.field.replace(".", " ").replace("_", " ")
    return _MATTERS.get(conflict.field, f"the {plain}")


def values(conflict: Conflict) -> list[tuple[str, list[str]]]:
    """Return each value with the outlets that give it, each outlet once."""
    return [
        (_value(conflict.field, value, some), list(dict.fromkeys(map(_outlet, some))))
        for value, some in conflict.values
    ]


def _value(field: str, value: str, reports: Sequence[Report]) -> str:
    if field == "day":
        return _days(value)
    parties = [each for report in reports[:1] for each in report.parties.get(field, ())]
    return joined(map(named, parties)) if parties else value


def _days(value: str) -> str:
    """Return a day or the first and last of several, which come as ISO 8601 with a slash."""
    first, _, last = value.partition("/")
    try:
        return days_text(date.fromisoformat(first), date.fromisoformat(last or first))
    except ValueError:
        return value


def _party(identity: str, reports: Iterable[Report]) -> str:
    """Return the name of whoever has an id in any of the reports."""
    found: Iterable[Party] = (
        each for report in reports for some in report.parties.values() for each in some
    )
    return next((named(each) for each in found if each.id == identity), identity)


def _outlet(report: Report) -> str:
    return report.outlet or report.article.outlet or UNNAMED
