"""When two tellings of events are of one act."""

from __future__ import annotations

from dragoman.crises.entries.merging.comparing import (
    Likeness,
    company,
    gap,
    governments,
    grouped,
    places,
    sides,
)
from dragoman.crises.entries.merging.rules import Rules
from dragoman.crises.entries.merging.telling import Telling


def events(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Return how much speaks for two tellings being of one act, ``None`` where they are not."""
    days = gap(one, other)
    if days is None or (days and one.firm and other.firm and not redated(one, other, rules)):
        return None
    score = same_act(one, other, rules)
    return None if score is None else score - days * rules.weights["day"]


def same_act(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Compare two acts apart from their days: who did it to whom, or where if nobody is named."""
    if one.codes.get("type") != other.codes.get("type") or _modality(one, rules) != _modality(
        other, rules
    ):
        return None
    if one.codes.get("type") in rules.together:
        actors = company(one.part("actor", "recipient"), other.part("actor", "recipient"))
        recipients = Likeness.UNTOLD
    else:
        recipients = sides(one.part("recipient"), other.part("recipient"))
        if recipients is Likeness.OTHER:
            return None
        actors = governments(one.part("actor"), other.part("actor"))
    place = places(one, other)
    mode = grouped(one.codes.get("mode"), other.codes.get("mode"), rules.modes)
    nobody = not any((*one.sides.values(), *other.sides.values()))
    found = nobody and place is Likeness.SAME and mode is not Likeness.OTHER
    once = one.codes.get("type") in rules.once
    if not found and not _may_be_one((actors, recipients), place, mode, once=once):
        return None
    weights = rules.weights
    return (
        sum(_worth(each, rules) for each in (actors, recipients))
        + weights["place"] * place.agrees
        + weights["detail"] * mode.agrees
    )


def _may_be_one(
    taking: tuple[Likeness, Likeness], place: Likeness, mode: Likeness, *, once: bool
) -> bool:
    """Tell whether two tellings may be of one act by how actors and recipients compare.

    Where they name different actors, what was done to whom, where and how must be told alike, or
    done to a person who can suffer it once only: then reports differ in who did it.
    """
    actors, recipients = taking
    if recipients is Likeness.OTHER:
        return False
    alike = Likeness.OTHER not in {place, mode}
    if not alike and recipients is not Likeness.SAME:
        return False
    if actors is Likeness.OTHER:
        told = recipients.agrees and place.agrees and mode.agrees
        return told or (once and alike and recipients is Likeness.SAME)
    return actors.agrees or recipients.agrees


def redated(one: Telling, other: Telling, rules: Rules) -> bool:
    """Tell whether two tellings a day apart may be of one act that reports date differently.

    So it is where the act can be done to a person once only; or where place and mode are the same,
    and not each of the two is news of its own day.
    """
    if gap(one, other) != 1:
        return False
    recipients = sides(one.part("recipient"), other.part("recipient"))
    if recipients is Likeness.SAME and one.codes.get("type") in rules.once:
        return True
    mode = one.codes.get("mode")
    same = places(one, other) is Likeness.SAME and mode is not None
    return same and mode == other.codes.get("mode") and not (one.fresh and other.fresh)


def _modality(telling: Telling, rules: Rules) -> str | None:
    modality = telling.codes.get("modality")
    return None if modality is None else rules.modalities.get(modality, modality)


def _worth(likeness: Likeness, rules: Rules) -> float:
    if likeness is Likeness.SAME:
        return rules.weights["person"]
    return rules.weights["party"] * likeness.agrees
