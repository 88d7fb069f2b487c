"""When two tellings of contacts are of one contact."""

from __future__ import annotations

from dragoman.crises.entries.merging.comparing import Likeness, gap, grouped, one_side, places
from dragoman.crises.entries.merging.rules import Rules
from dragoman.crises.entries.merging.telling import Side, Telling

_UNTOLD = "unspecified"


def contacts(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Return how much speaks for two tellings being of one contact, ``None`` if they are not.

    Both sides must agree, whoever is said to have begun, and so must the channel where both tell
    it. Status does not count: a contact that is planned in one report is held in a later one.
    """
    both = _best_pairing(one, other)
    channel = grouped(_channel(one), _channel(other), rules.channels)
    place = places(one, other)
    if both is None or Likeness.OTHER in {channel, place}:
        return None
    days = gap(one, other)
    if days is None or (days and one.firm and other.firm and not redated(one, other, rules)):
        return None
    weights = rules.weights
    return (
        sum(weights["person" if each is Likeness.SAME else "party"] for each in both)
        + weights["place"] * place.agrees
        + weights["detail"] * channel.agrees
        - weights["day"] * days
    )


def redated(one: Telling, other: Telling, rules: Rules) -> bool:
    """Tell whether two tellings a day apart may be of one contact that reports date differently.

    Both persons and the channel must be the same, and one of the two must be no news of its day.
    """
    if gap(one, other) != 1 or (one.fresh and other.fresh):
        return False
    channel = grouped(_channel(one), _channel(other), rules.channels)
    return _best_pairing(one, other) == (Likeness.SAME, Likeness.SAME) and channel.agrees


def exchanged(one: Telling, other: Telling) -> bool:
    """Tell whether the side that began in one telling is the other side in the other."""
    straight, crossed = _pairing(one, other, cross=False), _pairing(one, other, cross=True)
    return crossed is not None and (straight is None or _strength(crossed) > _strength(straight))


def _best_pairing(one: Telling, other: Telling) -> tuple[Likeness, Likeness] | None:
    pairings = [_pairing(one, other, cross=cross) for cross in (False, True)]
    return max((each for each in pairings if each), key=_strength, default=None)


def _pairing(one: Telling, other: Telling, *, cross: bool) -> tuple[Likeness, Likeness] | None:
    """Return how the sides agree; ``None`` where one of them does not."""
    first, second = _ends(one), _ends(other)
    if first is None or second is None:
        return None
    begun, met = reversed(second) if cross else second
    found = one_side(first[0], begun), one_side(first[1], met)
    return found if all(each.agrees for each in found) else None


def _ends(telling: Telling) -> tuple[Side, Side] | None:
    began, met = telling.part("initiator"), telling.part("counterpart")
    return (began[0], met[0]) if began and met else None


def _strength(pairing: tuple[Likeness, Likeness]) -> int:
    return sum(each is Likeness.SAME for each in pairing)


def _channel(telling: Telling) -> str | None:
    channel = telling.codes.get("channel")
    return None if channel == _UNTOLD else channel
