"""Whom an article names, and how much."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman.records import Record
from dragoman.store.rows import folded

Names = Mapping[str, float]
"""Folded names with weights."""

MOST_NAMES = 60
"""Names kept of one article, the most mentioned first."""

_LONGEST = 200
_NAMED = ("person", "state", "organization", "armed_group", "population")


def names_of(record: Record) -> dict[str, float]:
    """Return the names of an article's actors and of its facts' places, each with a weight.

    What is no name (``rebels``) is left out: it begins with a small letter.

    The weight grows with the logarithm of the mentions: who is named twenty times matters more
    than who is named once, but not twenty times as much.
    """
    counts = _places(record)
    for actor in record.actors:
        if actor.kind in _NAMED and not actor.name[:1].islower():
            name = folded(actor.name)[:_LONGEST]
            counts[name] = counts.get(name, 0) + max(1, len(actor.mentions))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_NAMES]
    return {name: round(1 + math.log(count), 4) for name, count in ordered if name}


def _places(record: Record) -> dict[str, int]:
    """Return the places of facts with how often each is told, once a fact."""
    counts: dict[str, int] = {}
    places = [event.place for event in record.events] + [each.place for each in record.contacts]
    for place in places:
        if place is not None:
            name = folded(place.name)[:_LONGEST]
            counts[name] = counts.get(name, 0) + 1
    return counts


def summed(one: Names, other: Names, most: int | None = None) -> dict[str, float]:
    """Return the sum of two weighted sets of names, the heaviest ``most`` of it."""
    total = dict(one)
    for name, weight in other.items():
        total[name] = round(total.get(name, 0.0) + weight, 5)
    if most is None or len(total) <= most:
        return total
    return dict(sorted(total.items(), key=lambda each: (-each[1], each[0]))[:most])
