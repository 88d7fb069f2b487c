"""Groups that are opened into those named beside them: "leaders including X and Y"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dragoman.coding.events.readings import Readings

_LISTING = ("including", "such as", "like", "among them")
_LISTING_VERBS = frozenset({"include", "comprise"})
_OF = frozenset({"from", "of"})
_BY_ADJECTIVE = 0.7


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
        """One for each country: "his counterparts from X, Y and Z", "the X and Y envoys"."""
        return self._parted(side, lambda head: self._from_each(head) or self._of_nations(head))

    def by_nationality(self, side: Side) -> Side:
        """A side with the states of "the Armenian and Turkish envoys" in place of both."""
        return self._parted(side, self._of_nations)

    def _parted(self, side: Side, parts: Callable[[int], Side]) -> Side:
        opened = {head: parts(head) for head in side.heads}
        if not any(opened.values()):
            return side
        found = NOBODY
        for head, each in opened.items():
            found = found + (each or self.arguments.parties((head,)))
        return found

    def _from_each(self, head: int) -> Side:
        tree, found = self.readings.tree, NOBODY
        if "Plur" not in tree.features[head] and not tree.lower[head].endswith("s"):
            return found
        for child in tree.children(head, "nmod"):
            if tree.case(child) in _OF and len(tree.conjuncts(child)) > 1:
                found = found + self.arguments.parties((child,))
        return found

    def _of_nations(self, head: int) -> Side:
        """The states of "the Armenian and Turkish envoys", whom nobody names."""
        tree, cast = self.readings.tree, self.arguments.cast
        adjectives = [part for child in tree.children(head, "amod", "compound") if child < head
                      for part in tree.conjuncts(child)]  # fmt: skip
        codes = {part: _state_of(tree.words[part]) for part in adjectives}
        known = {part: code for part, code in codes.items() if code is not None}
        told = [cast.draft(actor) for actor in cast.at(head)]
        named = any(draft.kind == "person" and not draft.plural for draft in told)
        if named or len(set(known.values())) < 2:
            return NOBODY
        return Side(tuple(self._state(part, code) for part, code in known.items()), tuple(known))

    def _state(self, token: int, code: str) -> int:
        cast = self.arguments.cast
        actor = cast.state(code)
        if actor is None:
            state = world().state(code)
            name = state.name if state is not None else code
            actor = cast.add_actor(ActorDraft(name, "state", code, key=("state", code)))
            cast.add_mention(actor, token, token + 1, kind="metonym", certainty=_BY_ADJECTIVE)
        return actor


def _state_of(word: str) -> str | None:
    for _, _, entities in world().find([word]):
        for entity in entities:
            if entity.kind == "state" and entity.form == "adjective":
                return entity.country
    return None
