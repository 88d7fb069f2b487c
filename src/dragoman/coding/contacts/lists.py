"""Groups that are opened into those named beside them: "leaders including X and Y"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft, unique
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.stretches import is_plural
from dragoman.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dragoman.coding.events.readings import Readings

_LISTING = ("including", "such as", "like", "among them")
_LISTING_VERBS = frozenset({"include", "comprise"})
_OF = frozenset({"from", "of", "in"})
_BY_ADJECTIVE = 0.7
_SEVERAL = 2


@dataclass(slots=True)
class Lists:
    """Finds who is listed beside a group, in one article."""

    readings: Readings
    arguments: Arguments

    def opened(self, side: Side) -> Side:
        """A side with those whom its groups are opened into; as it is where none are told."""
        return self._parted(side, self._parts)

    def named(self, heads: Iterable[int]) -> Side:
        """Who is listed beside phrases: "leaders including X and Y"."""
        found = NOBODY
        for head in heads:
            found = found + self._listed(head)
        return found

    def _parts(self, head: int) -> Side:
        return (
            self._listed(head)
            or self._apposed(head)
            or self._from_each(head)
            or self._of_nations(head)
        )

    def _listed(self, head: int) -> Side:
        tree, found = self.readings.tree, NOBODY
        for child in tree.children(head, "nmod", "acl", "obl", "appos"):
            if tree.case(child) in _LISTING:
                found = found + self.arguments.parties((child,))
            elif tree.lower[child] == "including":
                found = found + self.arguments.parties(tree.children(child, "obj"))
        return found + self._told_apart(head)

    def _apposed(self, head: int) -> Side:
        """The names after a phrase without a name of its own: "her Estonian colleague, A"."""
        tree, cast = self.readings.tree, self.arguments.cast
        if tree.tags[head] != "NOUN":
            return NOBODY
        if any(mention.kind == "name" for mention in cast.mentions_at(head)):
            return NOBODY
        plural = is_plural(tree, head)
        below = tree.subtree(head) if plural else tree.children(head, "appos")
        after = [token for token in below if self._follows_comma(head, token)]
        named = [token for token in after if self._person_at(token) is not None]
        if len(named) < (_SEVERAL if plural else 1):
            return NOBODY
        found = (self._person_at(token) for token in named)
        return Side(unique(actor for actor in found if actor is not None), tuple(named))

    def _follows_comma(self, head: int, token: int) -> bool:
        lower = self.readings.tree.lower
        return token > head and "," in lower[head + 1 : token]

    def _person_at(self, token: int) -> int | None:
        for mention in self.arguments.cast.mentions_at(token):
            if mention.kind == "name" and self.arguments.cast.draft(mention.actor).kind == "person":
                return mention.actor
        return None

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
        is_name = tree.tags[verb] == "PROPN" and not tree.case(verb)
        if is_name and tree.child(verb, "cop") is not None:
            return self.arguments.parties((verb,))
        return NOBODY

    def _named_after(self, verb: int) -> Side:
        """Who is named after a listing verb, where the tree does not tell its objects."""
        _, end = self.readings.tree.sentence(verb)
        return Side(self.arguments.cast.inside(verb + 1, end), ())

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
        if not is_plural(tree, head) and not tree.lower[head].endswith("s"):
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
