"""What one party says that another holds, beside what the other says itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.crises.entries import Entry
from dragoman.crises.questions.sides import Side, sides

Verdict = Literal["borne out", "contradicted", "differs", "nothing own"]
"""How a claim compares with the own words of the one it is about.

``contradicted``: they lie on the other side of the scale. ``differs``: they take another stance,
but not an opposite one. ``nothing own``: nothing of its own is known near that day.
"""

BEFORE = timedelta(days=30)
AFTER = timedelta(days=3)
"""How long before and after a claim own words are compared with it."""

_SIDE_OF_SCALE: Mapping[str, int] = {
    "support": 1,
    "understanding": 1,
    "restraint": 0,
    "concern": -1,
    "criticism": -1,
    "condemnation": -1,
    "positive": 1,
    "negative": -1,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What others say that a holder holds; ``own`` are its own words that it is compared with."""

    reporters: tuple[Side, ...]
    stance: str
    day: date | None
    verdict: Verdict
    entry: Entry
    own: tuple[Entry, ...]


def claims(reported: Iterable[Entry], own: Iterable[Entry], field: str) -> tuple[Claim, ...]:
    """Compare what is reported of a holder with what is its own, the first day first.

    Args:
        reported: Entries of the basis ``reported``.
        own: Entries of the basis ``own``, of the same holder on the same matter.
        field: The code that holds the view: ``stance`` or ``sign``.
    """
    said = list(own)
    ordered = sorted(reported, key=lambda each: (each.first_day or date.max, each.id))
    return tuple(_claims(ordered, said, field))


def _claims(reported: list[Entry], own: list[Entry], field: str) -> Iterator[Claim]:
    for entry in reported:
        stance = entry.act.get(field)
        if stance is not None:
            near = _near(entry.first_day, own)
            verdict = _verdict(stance, [each.act.get(field) or "" for each in near])
            reporters = sides(entry, "reporter")
            yield Claim(reporters, stance, entry.first_day, verdict, entry, tuple(near))


def _near(day: date | None, own: list[Entry]) -> list[Entry]:
    """Return the own words of the last day before a claim, and all from then to soon after it."""
    if day is None:
        return []
    dated = [(each.first_day, each) for each in own if each.first_day is not None]
    before = [told for told, _ in dated if _less(day, BEFORE) <= told <= day]
    since = max(before, default=day)
    return [each for told, each in dated if since <= told <= _more(day, AFTER)]


def _verdict(stance: str, own: list[str]) -> Verdict:
    if not own:
        return "nothing own"
    if stance in own:
        return "borne out"
    place = _SIDE_OF_SCALE.get(stance, 0)
    places = [_SIDE_OF_SCALE.get(each, 0) for each in own]
    if place in places:
        return "borne out"
    return "contradicted" if place and all(each == -place for each in places) else "differs"


def _less(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _more(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max
