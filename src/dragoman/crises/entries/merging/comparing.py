"""What two tellings have in common: sides, places, days, words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum

from dragoman.crises.entries.merging.telling import Side, Telling


class Likeness(Enum):
    """How two tellings stand to one another in one thing."""

    SAME = "same"
    LIKE = "like"
    UNTOLD = "untold"
    OTHER = "other"

    @property
    def agrees(self) -> bool:
        """Whether both tell it, and tell the same."""
        return self in {Likeness.SAME, Likeness.LIKE}


def one_side(one: Side, other: Side) -> Likeness:
    """Compare two sides: the same person; or one state or body, of which at most one is a person.

    A minister and his government are alike, two ministers of one government are not.
    """
    if one.person and other.person:
        return Likeness.SAME if one.person == other.person else Likeness.OTHER
    return Likeness.LIKE if one.id == other.id else Likeness.OTHER


def sides(one: Collection[Side], other: Collection[Side]) -> Likeness:
    """Compare who takes a part: the best that any of the one and any of the other have."""
    if not one or not other:
        return Likeness.UNTOLD
    found = {one_side(a, b) for a in one for b in other}
    return next(each for each in Likeness if each in found)


def governments(one: Collection[Side], other: Collection[Side]) -> Likeness:
    """Compare who takes a part, where two officials of one government act for it alike."""
    found = sides(one, other)
    if found is Likeness.OTHER and {side.id for side in one} & {side.id for side in other}:
        return Likeness.LIKE
    return found


def company(one: Collection[Side], other: Collection[Side]) -> Likeness:
    """Compare who does something together: all of the fewer must be among the more."""
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return Likeness.UNTOLD
    found = [min((one_side(a, b) for b in more), key=list(Likeness).index) for a in fewer]
    return max(found, key=list(Likeness).index)


def places(one: Telling, other: Telling) -> Likeness:
    """Compare places: a town and its country agree, one name may be part of the other."""
    if one.country and other.country and one.country != other.country:
        return Likeness.OTHER
    if one.place is None or other.place is None:
        return Likeness.UNTOLD
    if one.place == other.place:
        return Likeness.SAME
    some, others = set(one.place.split()), set(other.place.split())
    if some <= others or others <= some:
        return Likeness.LIKE
    return Likeness.OTHER


def gap(one: Telling, other: Telling) -> int | None:
    """Return the days between two tellings, 0 where they may be of one day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def grouped(one: str | None, other: str | None, groups: Mapping[str, str]) -> Likeness:
    """Compare two codes, of which those of one group go together."""
    if one is None or other is None:
        return Likeness.UNTOLD
    if one == other:
        return Likeness.SAME
    group = groups.get(one)
    return Likeness.LIKE if group is not None and group == groups.get(other) else Likeness.OTHER


def contained(one: Collection[object], other: Collection[object]) -> float:
    """Return how much of the smaller collection stands in the larger one, 0 to 1."""
    some, others = set(one), set(other)
    smaller = min(len(some), len(others))
    return len(some & others) / smaller if smaller else 0.0
