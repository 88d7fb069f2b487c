"""Groups that are opened into those named beside them: "leaders including X and Y"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.events.arguments import NOBODY, Arguments, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.coding.events.readings import Readings

_LISTING = ("including", "such as", "like", "among them")
_LISTING_VERBS = frozenset({"include", "comprise"})
_OF = frozenset({"from", "of"})


@dataclass(slots=True)
class Lists:
    """Finds who is listed beside a group, in one article."""

    readings: Readings
    arguments: Arguments

    def opened(self, side: Side) -> Side:
        """The names or countries a group is opened into; the side itself where none are told."""
        return self.named(side.heads) or self._one_each(side)

    def named(self, heads: Iterable[int]) -> Side:
        """Who is listed beside phrases: "leaders including X and Y"."""
        tree = self.readings.tree
        found = NOBODY
        for head in heads:
            for child in tree.children(head, "nmod", "acl", "obl", "appos"):
                if tree.case(child) in _LISTING:
                    found = found + self.arguments.parties((child,))
                elif tree.lower[child] == "including":
                    found = found + self.arguments.parties(tree.children(child, "obj"))
            found = found + self._told_apart(head)
        return found

    def _told_apart(self, head: int) -> Side:
        """Names told by another verb: "The leaders whom X called include A and B"."""
        tree = self.readings.tree
        if tree.relations[head] != "nsubj":
            return NOBODY
        verb = tree.heads[head]
        if tree.lemmas[tree.heads[verb]] in _LISTING_VERBS and tree.relations[verb] == "obj":
            return self.arguments.parties((verb,))
        if tree.lemmas[verb] in _LISTING_VERBS:
            named = self.arguments.parties(tree.children(verb, "obj"))
            return named or self._named_after(verb)
        if tree.child(verb, "cop") is not None and tree.tags[verb] == "PROPN":
            return self.arguments.parties((verb,))
        return NOBODY

    def _named_after(self, verb: int) -> Side:
        """Who is named after a listing verb, where the tree does not tell its objects."""
        _, end = self.readings.tree.sentence(verb)
        return Side(self.arguments.cast.inside(verb + 1, end), ())

    def _one_each(self, side: Side) -> Side:
        """One for each country: "his counterparts from X, Y and Z"."""
        tree = self.readings.tree
        found = NOBODY
        for head in side.heads:
            if "Plur" not in tree.features[head] and not tree.lower[head].endswith("s"):
                continue
            for child in tree.children(head, "nmod"):
                if tree.case(child) in _OF and len(tree.conjuncts(child)) > 1:
                    found = found + self.arguments.parties((child,))
        return found or side
