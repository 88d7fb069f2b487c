"""Sides by the roles that a typer gives to words, where the tree does not tell them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.weights import LEAST_ROLE
from dragoman.coding.tree import NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.coding.tree import Tree

_HEADS = NOUN_TAGS | {"ADJ"}
_BESIDE = frozenset({"conj", "parataxis"})
"""Relations behind which another act is told than the one a clause hangs on."""
_JUDGED = frozenset({"obj", "obl", "nsubj:pass"})
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


class Roles:
    """The noun phrases of one sentence by their part in one act."""

    def __init__(
        self,
        tree: Tree,
        arguments: Arguments,
        shares: Mapping[str, Mapping[int, float]],
        trigger: int,
    ) -> None:
        self._tree = tree
        self._trigger = trigger
        self._arguments = arguments
        self._shares = shares

    def __bool__(self) -> bool:
        return bool(self._shares)

    def side(self, role: str) -> Side:
        """The actors that the words of a role name, but for those that another act is told of."""
        side = NOBODY
        judges = self._judges() if role == "actor" else ()
        for head in self.heads(role):
            if head not in judges and not self._is_beside(head):
                side = side + self._arguments.named(head)
        return side

    def _judges(self) -> tuple[int, ...]:
        """Who judges the act by the verb over its noun: in "X condemned the seizure", X."""
        tree, readings = self._tree, self._arguments.readings
        verb = tree.heads[self._trigger]
        if tree.tags[self._trigger] == "VERB" or tree.relations[self._trigger] not in _JUDGED:
            return ()
        typed = readings.type_of(verb)
        if typed is None or typed[0] not in _JUDGING:
            return ()
        return tuple(each for head in readings.frame(verb).actors for each in tree.conjuncts(head))

    def _is_beside(self, token: int) -> bool:
        """Whether a word stands in another act: "seized a ship, injuring two"."""
        tree = self._tree
        above = {self._trigger, *tree.ancestors(self._trigger)}
        path = (token, *tree.ancestors(token))
        clause = next((each for each in path if tree.heads[each] in above), token)
        if tree.tags[clause] != "VERB" or clause in above:
            return False
        outcome = tree.relations[clause] == "advcl" and tree.child(clause, "mark") is None
        return outcome or tree.relations[clause] in _BESIDE

    def heads(self, role: str) -> list[int]:
        """The heads of the phrases whose words most likely have the role."""
        shares = self._shares.get(role, {})
        inside = {token for token, share in shares.items() if share >= LEAST_ROLE}
        return [
            token
            for token in sorted(inside)
            if self._tree.tags[token] in _HEADS and self._is_top(token, inside)
        ]

    def _is_top(self, token: int, inside: set[int]) -> bool:
        """Whether no word above it in its noun phrase has the role too."""
        tree = self._tree
        for governor in tree.ancestors(token):
            if tree.relations[token] in {"conj", "root", "nsubj", "obj", "obl", "parataxis"}:
                return True
            token = governor
            if token in inside:
                return False
            if tree.tags[token] not in _HEADS:
                return True
        return True


def with_roles(actors: Side, recipients: Side, roles: Roles) -> tuple[Side, Side]:
    """The sides of an act by the tree, those that it does not tell by the roles.

    Args:
        actors: Who acts by the tree.
        recipients: Whom it is done to by the tree.
        roles: What the typer says of the words.
    """
    if not roles:
        return actors, recipients
    if not actors:
        actors = without(roles.side("actor"), recipients)
    if not recipients and not actors.reciprocal:
        recipients = without(roles.side("recipient"), actors) or recipients
    return actors, recipients


def without(side: Side, other: Side) -> Side:
    """A side without the actors of another."""
    kept = tuple(actor for actor in side.actors if actor not in other.actors)
    return replace(side, actors=kept) if kept else NOBODY
