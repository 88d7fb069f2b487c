"""Sides of a contact by the network's roles, where the tree does not tell them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.cast import unique
from dragoman.coding.contacts.sides import Sides, less
from dragoman.coding.events.arguments import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.coding.cast import Cast
    from dragoman.coding.contacts.verdicts import Verdict
    from dragoman.coding.events.arguments import Arguments

_LIKELY = 0.35
_LIKELY_OF_LISTED = 0.5
_SURE = 0.6
_HEADS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj"}
)


def with_roles(sides: Sides, verdict: Verdict, arguments: Arguments, *, trusted: bool) -> Sides:
    """The sides, those missing filled in by the roles that the network gives to mentions.

    Args:
        sides: What the tree tells.
        verdict: What the network says of the word.
        arguments: Tells the actors, by whose mentions the roles are read.
        trusted: Whether the roles come first: for a word that the tables do not know.
    """
    least = _LIKELY if trusted else _LIKELY_OF_LISTED
    acting = _side(arguments.cast, {t: actor for t, (actor, _) in verdict.roles.items()}, least)
    others = _side(arguments.cast, {t: other for t, (_, other) in verdict.roles.items()}, least)
    if trusted and acting and (others or len(acting.actors) > 1):
        return Sides(acting, less(others, acting), known=False)
    if not sides.initiator:
        sides = replace(sides, initiator=less(acting, sides.counterpart))
    if not sides.counterpart and len(sides.initiator.actors) < 2:
        sides = replace(
            sides, counterpart=less(others, sides.initiator) or less(acting, sides.initiator)
        )
    return _with_strangers(sides, verdict, arguments)


def _with_strangers(sides: Sides, verdict: Verdict, arguments: Arguments) -> Sides:
    """The sides, one that is missing filled in by a phrase that no mention was found for."""
    if bool(sides.initiator) == bool(sides.counterpart) or len(sides.initiator.actors) > 1:
        return sides
    column = 0 if sides.counterpart else 1
    for token, shares in verdict.roles.items():
        if max(shares[column], 0.0 if column == 0 else shares[0]) > _SURE and _is_stranger(
            arguments, token
        ):
            named = arguments.named(token)
            if column == 0:
                return replace(sides, initiator=less(named, sides.counterpart))
            return replace(sides, counterpart=less(named, sides.initiator))
    return sides


def _is_stranger(arguments: Arguments, token: int) -> bool:
    """Whether a token heads a phrase of its own that no actor is known for."""
    tree = arguments.readings.tree
    if arguments.cast.at(token) or tree.tags[token] not in {"NOUN", "PROPN"}:
        return False
    return tree.relations[token] in _HEADS and not arguments.readings.is_event_noun(token)


def _side(cast: Cast, shares: Mapping[int, float], least: float) -> Side:
    heads = [token for token, share in shares.items() if share > least and cast.at(token)]
    actors = unique(
        member
        for token in heads
        for actor in cast.at(token)
        for member in cast.draft(actor).members or (actor,)
    )
    return Side(actors, tuple(heads))
