"""Sides of a contact by the network's roles, where the tree does not tell them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.cast import unique
from dragoman.coding.contacts.sides import Sides, less
from dragoman.coding.events.arguments import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.coding.cast import Cast
    from dragoman.coding.contacts.verdicts import Verdict

_LIKELY = 0.35


def with_roles(sides: Sides, verdict: Verdict, cast: Cast, *, trusted: bool) -> Sides:
    """The sides, those missing filled in by the roles that the network gives to mentions.

    Args:
        sides: What the tree tells.
        verdict: What the network says of the word.
        cast: The actors, by whose mentions the roles are read.
        trusted: Whether the roles come first: for a word that the tables do not know.
    """
    acting = _side(cast, (t for t, (actor, _) in verdict.roles.items() if actor > _LIKELY))
    others = _side(cast, (t for t, (_, other) in verdict.roles.items() if other > _LIKELY))
    if trusted and acting and (others or len(acting.actors) > 1):
        return Sides(acting, less(others, acting), known=False)
    if not sides.initiator:
        sides = replace(sides, initiator=less(acting, sides.counterpart))
    if not sides.counterpart and len(sides.initiator.actors) < 2:
        sides = replace(
            sides, counterpart=less(others, sides.initiator) or less(acting, sides.initiator)
        )
    return sides


def _side(cast: Cast, tokens: Iterable[int]) -> Side:
    heads = [token for token in tokens if cast.at(token)]
    actors = unique(
        member
        for token in heads
        for actor in cast.at(token)
        for member in cast.draft(actor).members or (actor,)
    )
    return Side(actors, tuple(heads))
