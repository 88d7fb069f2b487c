"""What happened on which day, and how much it weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from dragoman.crises.entries import Entry
from dragoman.crises.questions.certainty import Certainty, certainty, took_place
from dragoman.crises.questions.plain import plain
from dragoman.crises.questions.tables import intensity

_CHANNEL_MODES = {"phone": "phone", "video": "phone", "visit": "visit"}


@dataclass(frozen=True, slots=True)
class Item:
    """One entry on its day.

    ``until`` is there where it may have been on a later day as well. ``dated`` tells whether a
    report gives the time; otherwise the day is that of the first article. ``intensity`` lies
    between -10 and 10, and is there for events and contacts of a known type.
    """

    entry: Entry
    until: date | None
    dated: bool
    certainty: Certainty
    intensity: float | None


@dataclass(frozen=True, slots=True)
class Day:
    """One day, or what has none.

    ``weight`` is the number of independent origins that tell of the day. ``intensity`` is the mean
    over what took place, each thing counted as often as independent origins report it; ``lowest``
    is that of the most hostile thing. ``counts`` says how many entries there are of each kind.
    """

    day: date | None
    weight: int
    intensity: float | None
    lowest: float | None
    counts: Mapping[str, int]
    items: tuple[Item, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the day as plain values."""
        row: dict[str, Any] = plain(self)
        return row


def timeline(entries: Iterable[Entry], *, recalled: bool = False) -> tuple[Day, ...]:
    """Put entries on their days, the first day first and what has no day last.

    An event that is but the other side of a contact is left out: the contact stands for it.

    Args:
        entries: Of any kinds, in any order.
        recalled: Whether to keep events that reports only recall from the past.
    """
    kept = [each for each in entries if _belongs(each, recalled=recalled)]
    ordered = sorted(kept, key=lambda each: (each.first_day or date.max, each.id))
    return tuple(
        _day(day, [_item(each) for each in of_day])
        for day, of_day in groupby(ordered, key=lambda each: each.first_day)
    )


def is_side_of_contact(entry: Entry) -> bool:
    """Tell whether an event is told together with the contact that it is the other side of."""
    return entry.kind == "events" and any(
        getattr(each.told.fact, "contact", None) for each in entry.reports
    )


def entry_intensity(entry: Entry) -> float | None:
    """Return how hostile or friendly an entry is; ``None`` where its kind has no such scale."""
    if entry.kind == "events":
        return intensity(entry.act.get("type"), entry.act.get("mode"))
    if entry.kind == "contacts":
        return intensity("CONSULT", _CHANNEL_MODES.get(entry.act.get("channel") or ""))
    return None


def _belongs(entry: Entry, *, recalled: bool) -> bool:
    if is_side_of_contact(entry):
        return False
    return recalled or certainty(entry) != "recalled"


def _item(entry: Entry) -> Item:
    return Item(
        entry=entry,
        until=entry.last_day if entry.last_day != entry.first_day else None,
        dated=any(each.told.earliest is not None for each in entry.reports),
        certainty=certainty(entry),
        intensity=entry_intensity(entry),
    )


def _day(day: date | None, items: list[Item]) -> Day:
    happened = [each for each in items if took_place(each.entry) and each.intensity is not None]
    return Day(
        day=day,
        weight=len({each.origin for item in items for each in item.entry.reports}),
        intensity=_mean(happened),
        lowest=min((each.intensity or 0.0 for each in happened), default=None),
        counts=dict(Counter(each.entry.kind for each in items)),
        items=tuple(sorted(items, key=_rank)),
    )


def _mean(items: Iterable[Item]) -> float | None:
    weighed = list(_weighed(items))
    total = sum(weight for _, weight in weighed)
    return sum(value * weight for value, weight in weighed) / total if total else None


def _weighed(items: Iterable[Item]) -> Iterator[tuple[float, int]]:
    for each in items:
        if each.intensity is not None:
            yield each.intensity, max(each.entry.origins, 1)


def _rank(item: Item) -> tuple[int, float, float, str]:
    """Order what many report before what few do, and the stronger act before the weaker."""
    strength = abs(item.intensity or 0.0)
    return -item.entry.origins, -strength, -item.entry.confidence, item.entry.id
