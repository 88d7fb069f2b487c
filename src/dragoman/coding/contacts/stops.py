"""Trips: the hosts of a visit, and the stops that follow the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.contacts.reading import contact_reading
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.frames import is_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.coding.events.readings import Reading, Readings

_PURPOSES = frozenset({"for", "with", "on"})
_INVITING = frozenset({"invitation", "request", "guest"})
_TAKING_IN = frozenset({"take", "include", "cover", "bring", "lead", "comprise", "visit"})
_OTHER_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis"})
_PLACED = frozenset({"obl", "nmod", "conj", "orphan", "dep", "obj"})
_JOINED = frozenset({"conj", "appos"})
_TO = frozenset({"to"})
_VERBAL = frozenset({"VERB", "AUX"})
_FARTHEST = 14


@dataclass(slots=True)
class Stops:
    """Finds where the visits of one article led, and to whom."""

    readings: Readings
    arguments: Arguments

    def hosts(self, reading: Reading) -> Side:
        """Whom a visit was for: "flew to Rome to see X", "for talks with X", "invited by X"."""
        found = NOBODY
        for token in self._purposes(reading):
            inner = contact_reading(self.readings, token)
            if inner is not None and inner.sense.channel != "visit":
                found = found + self.arguments.recipients(inner)
        return found or self._inviting(reading)

    def _purposes(self, reading: Reading) -> Iterator[int]:
        """Words of the purpose: infinitives on the verb, nouns behind "for", and their nouns."""
        tree = self.readings.tree
        for child in tree.children(reading.head, "advcl", "xcomp", "acl"):
            if grammar.is_infinitive(tree, child):
                yield from tree.conjuncts(child)
                yield from tree.children(child, "obj")
        for case in _PURPOSES:
            for head in reading.frame.cases.get(case, ()):
                yield head
                yield from (below for below in tree.children(head, "nmod")
                            if tree.case(below) == "of")  # fmt: skip

    def _inviting(self, reading: Reading) -> Side:
        tree, found = self.readings.tree, NOBODY
        for case in ("at", "on", "as"):
            for head in reading.frame.cases.get(case, ()):
                if tree.lemmas[head] in _INVITING:
                    inviting = self.readings.frame(head)
                    found = found + self.arguments.parties(inviting.cases.get("of", ()))
                    found = found + self.arguments.parties(tree.children(head, "nmod:poss"))
        return found

    def further(self, reading: Reading) -> Side:
        """The stops after the first: "flew to A on Monday and to B on Tuesday"."""
        found = NOBODY
        for token in self._clause(reading.head):
            if self._is_stop(reading, token):
                found = found + self._state(token)
        return found + self._taken_in(reading)

    def behind(self, reading: Reading) -> Side:
        """The first state behind "to" and a visit's noun: "a visit by its envoy, A, to Fiji"."""
        tree, head = self.readings.tree, reading.head
        if not reading.frame.noun:
            return NOBODY
        _, end = tree.sentence(head)
        for token in range(head + 1, min(head + _FARTHEST, end)):
            if tree.tags[token] in _VERBAL:
                return NOBODY
            if tree.lower[token - 1] == "to" and tree.tags[token] == "PROPN":
                return self._state(token)
        return NOBODY

    def _is_stop(self, reading: Reading, token: int) -> bool:
        """Whether a name is a stop of its own: like the first, or joined to it without more."""
        tree = self.readings.tree
        if tree.tags[token] != "PROPN" or is_time(tree, token):
            return False
        first = {place.path[0] for place in reading.sense.recipients}
        own = {tree.lower[child] for child in tree.children(token, "case")}
        if not own:
            return tree.relations[token] in _JOINED
        return tree.relations[token] in _PLACED and bool(
            own & (first | _TO if "obj" in first else first)
        )

    def _state(self, token: int) -> Side:
        side = self.arguments.parties((token,))
        cast = self.arguments.cast
        kept = tuple(actor for actor in side.actors if cast.draft(actor).kind == "state")
        return Side(kept, side.heads) if kept else NOBODY

    def _clause(self, head: int) -> Iterator[int]:
        """The tokens of a clause after its head, without clauses inside it."""
        tree = self.readings.tree
        found = [head]
        for token in found:
            for child in tree.children(token):
                verb = tree.tags[child] == "VERB"
                if tree.relations[child] not in _OTHER_CLAUSES and child > head and not verb:
                    found.append(child)
        yield from sorted(found[1:])

    def _taken_in(self, reading: Reading) -> Side:
        """The stops that a clause on the noun tells: "a tour that takes in A, B and C"."""
        tree, found = self.readings.tree, NOBODY
        if not reading.frame.noun:
            return found
        for clause in tree.children(reading.head, "acl:relcl", "acl"):
            if tree.lemmas[clause] in _TAKING_IN:
                heads = [*tree.children(clause, "obj"), *grammar.obliques(tree, clause, "to", "in")]
                found = found + self.arguments.parties(
                    head for head in heads if tree.tags[head] == "PROPN"
                )
        return found
