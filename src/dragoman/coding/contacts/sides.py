"""The two sides of a contact, each of one or more actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.cast import unique
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.frames import kernel

if TYPE_CHECKING:
    from dragoman.coding.events.governance import Chain
    from dragoman.coding.events.readings import Reading, Readings

_LISTING = ("including", "such as", "like", "among them")
_LISTING_VERBS = frozenset({"include", "comprise"})
_RECEIVING = frozenset({"receive", "take", "get", "field", "welcome", "have"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who spoke to whom; ``known`` says whether the words tell who began."""

    initiator: Side
    counterpart: Side
    known: bool


@dataclass(slots=True)
class ContactSides:
    """Finds the sides of contacts in one article."""

    readings: Readings
    arguments: Arguments

    def find(self, reading: Reading, chain: Chain) -> Sides:
        """The sides of one contact, as far as its own clause tells them."""
        sides = self._of_noun(reading, chain) if reading.frame.noun else self._of_verb(reading)
        if sides.initiator and not sides.counterpart and len(sides.initiator.actors) > 1:
            return self._parted(sides)
        return sides

    def _parted(self, sides: Sides) -> Sides:
        """Nobody began, as far as is told: "A and B met"."""
        actors, heads = sides.initiator.actors, sides.initiator.heads
        first = Side(actors[:1], heads[:1])
        return Sides(first, Side(actors[1:], heads[1:] or heads[:1]), known=False)

    # Verbs ------------------------------------------------------------------------------------

    def _of_verb(self, reading: Reading) -> Sides:
        known = reading.sense.initiative == "known"
        initiator = self._subject(reading)
        counterpart = self._counterpart(reading)
        if reading.frame.passive and not initiator and "with" in reading.frame.cases:
            initiator = self.arguments.parties(reading.frame.cases["with"])
        return Sides(initiator, self._listed(counterpart), known)

    def _subject(self, reading: Reading) -> Side:
        frame = reading.frame
        side = self.arguments.parties(frame.actors)
        if side or not frame.actors:
            return side
        return self.arguments.responsible(frame.actors)

    def _counterpart(self, reading: Reading) -> Side:
        side = self.arguments.recipients(reading)
        if side:
            return side
        for place in reading.sense.recipients:
            heads = self.arguments.heads_in(reading, place)
            named = self._names_in_list(heads)
            if named:
                return named
        return NOBODY

    # Nouns ------------------------------------------------------------------------------------

    def _of_noun(self, reading: Reading, chain: Chain) -> Sides:
        frame, arguments = reading.frame, self.arguments
        owners = arguments.parties(self.readings.tree.children(reading.head, "nmod:poss"))
        between = arguments.parties(
            (*frame.cases.get("between", ()), *frame.cases.get("among", ()))
        )
        senders = self._named(arguments.parties(frame.cases.get("from", ())))
        sender_by = arguments.parties(frame.cases.get("by", ()))
        modifying = arguments.modifying(reading.head)
        counterpart = self._listed(arguments.recipients(reading))
        subject, verb = self._clause_subject(reading, chain)
        if between:
            return Sides(between, NOBODY, known=False)
        if senders:
            receiver = subject or owners
            return Sides(senders, Side(_without(receiver, senders), receiver.heads), known=True)
        received = verb is not None and self.readings.tree.lemmas[verb] in _RECEIVING - {"have"}
        initiator = subject if subject and not received else owners or sender_by or subject
        if not initiator and len(modifying.actors) > 1:
            return Sides(modifying, NOBODY, known=False)
        initiator = initiator or Side(_without(modifying, counterpart), modifying.heads)
        known = reading.sense.initiative == "known" and self._tells_beginner(reading, verb)
        return Sides(initiator, Side(_without(counterpart, initiator), counterpart.heads), known)

    def _tells_beginner(self, reading: Reading, verb: int | None) -> bool:
        """Whether who began is told: by "made a call to", not by "had a call with"."""
        if "with" in reading.frame.cases and reading.sense.channel != "visit":
            return False
        return verb is None or self.readings.tree.lemmas[verb] not in {"have", "hold"}

    def _clause_subject(self, reading: Reading, chain: Chain) -> tuple[Side, int | None]:
        """Who is the subject of the verb that the noun stands under: "held talks with"."""
        tree = self.readings.tree
        from_sender = "from" in reading.frame.cases
        verb = chain.words[0] if chain.words else None
        if verb is None or tree.tags[verb] not in {"VERB", "AUX"}:
            verb = self._verb_above(reading.head)
        if verb is None:
            return NOBODY, None
        frame = self.readings.frame(verb)
        heads = frame.actors
        if frame.passive and not heads and from_sender:
            heads = grammar.subjects(tree, verb)
        heads = tuple(head for head in heads if kernel(tree, head) != reading.head)
        return self.arguments.responsible(heads), verb

    def _verb_above(self, noun: int) -> int | None:
        """The verb that has the noun as a phrase of its own ("spent Friday in talks with")."""
        tree = self.readings.tree
        head = tree.heads[noun]
        if tree.relations[noun] == "obl" and tree.tags[head] in {"VERB", "AUX"}:
            return head
        return None

    # Lists ------------------------------------------------------------------------------------

    def _listed(self, side: Side) -> Side:
        """The names or countries a group is opened into: "leaders including X and Y"."""
        named = self._names_in_list(list(side.heads))
        return named or self._one_each(side)

    def _named(self, side: Side) -> Side:
        return self._names_in_list(list(side.heads)) or side

    def _names_in_list(self, heads: list[int]) -> Side:
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
                if tree.case(child) in {"from", "of"} and len(tree.conjuncts(child)) > 1:
                    found = found + self.arguments.parties((child,))
        return found or side


def _without(side: Side, other: Side) -> tuple[int, ...]:
    return unique(actor for actor in side.actors if actor not in other.actors)
