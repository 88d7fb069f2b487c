"""The two sides of a contact, each of one or more actors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.cast import unique
from dragoman.coding.contacts.lists import Lists
from dragoman.coding.contacts.series import Series
from dragoman.coding.contacts.statuses import status_words
from dragoman.coding.contacts.stops import Stops
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.frames import kernel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.coding.events.readings import Reading, Readings

_JOINT = frozenset({"have", "hold"})
_VERBAL = frozenset({"VERB", "AUX"})
_PREDICATES = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})
_MEETINGS = frozenset({"meeting", "unspecified", "video", "phone"})
_TOLD_BY = frozenset({"phone", "video", "letter", "message"})
_MEANS = frozenset({"in", "by", "during", "over", "via"})
_BOTH = 2
_WITH = frozenset({"with", "to"})
_PHRASES = frozenset({"obl", "obl:unmarked", "nmod", "obj", "acl"})
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Sides:
    """Who spoke to whom; ``known`` says whether the words tell who began.

    Without a counterpart the initiators are all sides of one meeting: "A, B and C met".
    """

    initiator: Side
    counterpart: Side
    known: bool

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each initiator with each counterpart; all sides of one meeting with one another."""
        first, second = self.initiator.actors, self.counterpart.actors
        if second:
            yield from ((one, other) for one in first for other in second)
        else:
            yield from ((one, first[j]) for i, one in enumerate(first)
                        for j in range(i + 1, len(first)))  # fmt: skip


@dataclass(slots=True)
class ContactSides:
    """Finds the sides of contacts in one article."""

    readings: Readings
    arguments: Arguments
    series: Series

    def find(self, reading: Reading, asker: int | None = None) -> Sides:
        """The sides of one contact, as far as its own clause tells them.

        Args:
            reading: The word that tells of the contact.
            asker: The word of the proposal or appeal that it stands under, if any.
        """
        sides = self._of_noun(reading) if reading.frame.noun else self._of_verb(reading)
        sides = self._completed(sides, reading)
        if asker is not None:
            sides = self._asked(sides, asker, reading)
        if reading.sense.channel == "visit":
            sides = self._of_visit(sides, reading)
        return replace(sides, counterpart=less(sides.counterpart, sides.initiator))

    def _completed(self, sides: Sides, reading: Reading) -> Sides:
        """The sides with what the tree has lost: names in a row, the name behind "with"."""
        sides = self._parted(sides, reading)
        initiator = self.series.continued(self.series.apposed(sides.initiator))
        counterpart = self._of_family(reading) or self.series.apposed(sides.counterpart)
        if not counterpart and len(initiator.actors) < 2:
            cases = {place.path[-1] for place in reading.sense.recipients} & _WITH
            counterpart = self.series.behind(reading.head, cases)
        counterpart = less(self.series.continued(counterpart), initiator)
        return Sides(initiator, counterpart, sides.known)

    def _of_family(self, reading: Reading) -> Side:
        found = NOBODY
        for place in reading.sense.recipients:
            for head in self.arguments.heads_in(reading, place):
                found = found or self.series.of_family(head)
        return found

    def _parted(self, sides: Sides, reading: Reading) -> Sides:
        """The sides, those put right that the tree joins over the trigger: "A met B and C"."""
        heads = sides.initiator.heads
        behind = tuple(head for head in heads if head > reading.head)
        if not sides.counterpart or not behind or len(behind) == len(heads):
            return sides
        moved = Side(unique(actor for head in behind for actor in self._at(head)), behind)
        kept = less(sides.initiator, moved)
        if not kept or not moved:
            return sides
        return Sides(kept, sides.counterpart + moved, sides.known)

    def _at(self, head: int) -> tuple[int, ...]:
        cast = self.arguments.cast
        return tuple(
            member for actor in cast.at(head) for member in cast.draft(actor).members or (actor,)
        )

    # Verbs ------------------------------------------------------------------------------------

    def _of_verb(self, reading: Reading) -> Sides:
        known = reading.sense.initiative == "known"
        lists = Lists(self.readings, self.arguments)
        subject = self._subject(reading)
        if reading.frame.passive:
            subject = self.series.by_others(subject)
        initiator = lists.opened(subject)
        counterpart = lists.opened(self._counterpart(reading, lists))
        if reading.frame.passive and not any(
            "obj" in place.path for place in reading.sense.recipients
        ):
            initiator = initiator or self.arguments.parties(reading.frame.patients)
        elif reading.frame.passive and not known and counterpart:
            initiator, counterpart = counterpart, initiator
        return Sides(initiator, counterpart, known)

    def _subject(self, reading: Reading) -> Side:
        heads = self._agents(reading) if reading.frame.passive else reading.frame.actors
        return self.arguments.parties(heads) or self.arguments.responsible(heads)

    def _agents(self, reading: Reading) -> tuple[int, ...]:
        """Who did what the subject suffered, all of them: "by A in Rome, by B in Paris"."""
        tree = self.readings.tree
        found = list(reading.frame.actors)
        for head in found:
            found += [child for child in tree.children(head, "nmod", "conj")
                      if tree.case(child) == "by"]  # fmt: skip
        return tuple(found)

    def _counterpart(self, reading: Reading, lists: Lists) -> Side:
        side = self.arguments.recipients(reading)
        if side:
            return side
        for place in reading.sense.recipients:
            named = lists.named(self.arguments.heads_in(reading, place))
            if named:
                return named
        return NOBODY

    # Visits -----------------------------------------------------------------------------------

    def _of_visit(self, sides: Sides, reading: Reading) -> Sides:
        """A visit is to its host where one is named, else to the state of each stop."""
        stops = Stops(self.readings, self.arguments)
        hosts = less(stops.hosts(reading), sides.initiator)
        states = sides.counterpart + stops.further(reading)
        states = states or stops.behind(reading)
        if hosts and not (states and self.arguments.is_vague(hosts)):
            return replace(sides, counterpart=hosts)
        return replace(sides, counterpart=states)

    # Nouns ------------------------------------------------------------------------------------

    def _of_noun(self, reading: Reading) -> Sides:
        frame, arguments = reading.frame, self.arguments
        lists = Lists(self.readings, arguments)
        cases = frame.cases
        between = arguments.parties((*cases.get("between", ()), *cases.get("among", ())))
        if between:
            return Sides(between, NOBODY, known=False)
        owners = arguments.parties(self.readings.tree.children(reading.head, "nmod:poss"))
        owners = owners or self._visitor(reading)
        senders = arguments.parties(cases.get("from", ()))
        senders = lists.named(senders.heads) or senders
        counterpart = lists.opened(arguments.recipients(reading))
        subject, verb = self._clause_subject(reading)
        subject = lists.opened(subject)
        if senders:
            return self._sent(reading, senders, subject or owners)
        initiator = self._beginner(reading, owners, subject, counterpart)
        if not counterpart and reading.sense.channel in _MEETINGS:
            joint = self._joint(reading, initiator)
            if joint is not None:
                return joint
        counterpart = counterpart or self._given(reading, verb)
        if not counterpart and reading.sense.initiative == "known":
            counterpart = subject
        known = reading.sense.initiative == "known" and self._tells_beginner(reading, verb)
        return Sides(initiator, less(counterpart, initiator), known)

    def _visitor(self, reading: Reading) -> Side:
        """Whose visit: "the visit of the premier to Quito"."""
        if reading.sense.channel != "visit" or any(
            place.path[0] == "of" for place in reading.sense.recipients
        ):
            return NOBODY
        return self.arguments.parties(reading.frame.cases.get("of", ()))

    def _sent(self, reading: Reading, senders: Side, receiver: Side) -> Sides:
        """A letter, call or delegation "from" somebody, to somebody or received by the subject."""
        to = self.arguments.parties(reading.frame.cases.get("to", ()))
        return Sides(senders, less(to or receiver, senders), known=True)

    def _beginner(self, reading: Reading, owners: Side, subject: Side, counterpart: Side) -> Side:
        """Who comes first: the visitor told with "by", the owner, the subject, a name before."""
        by = self.arguments.parties(reading.frame.cases.get("by", ()))
        if by and reading.sense.channel == "visit":
            return less(by, self.arguments.parties(reading.frame.cases.get("to", ())))
        named = less(self.arguments.modifying(reading.head), counterpart)
        return owners or less(subject, counterpart) or by or named

    def _joint(self, reading: Reading, initiator: Side) -> Sides | None:
        """A meeting of several: "a meeting of the two leaders", "the US-China talks"."""
        of = self.arguments.parties(reading.frame.cases.get("of", ()))
        if len(of.actors) > 1:
            others = less(of, initiator)
            if initiator and len(others.actors) < len(of.actors):
                return Sides(initiator, others, known=False)
            return Sides(of, NOBODY, known=False)
        modifying = self.arguments.modifying(reading.head)
        if len(initiator.actors) < 2 and len(modifying.actors) > 1:
            return Sides(modifying, NOBODY, known=False)
        return None

    def _given(self, reading: Reading, verb: int | None) -> Side:
        """The other side told by the verb: "gave him a call", "asked London for a meeting"."""
        tree = self.readings.tree
        if verb is None or tree.tags[verb] not in _VERBAL:
            return NOBODY
        frame = self.readings.frame(verb)
        heads = list(frame.indirect)
        proposes = status_words().of(self.readings, verb) in {"proposed", "appealed"}
        if proposes:
            heads += [head for head in tree.children(verb, "obj")
                      if kernel(tree, head) != reading.head]  # fmt: skip
        side = self.arguments.parties(heads)
        if not side and self._is_passing(reading, verb):
            side = self._known(frame.patients)
        if reading.frame.governor == verb or proposes:
            for case in ("to", "with", "from"):
                side = side or self.arguments.parties(frame.cases.get(case, ()))
        return side

    def _is_passing(self, reading: Reading, verb: int) -> bool:
        """Whether a noun only tells how something was said: "thanked X in a call"."""
        tree = self.readings.tree
        if reading.sense.channel not in _TOLD_BY or reading.frame.governor == verb:
            return False
        return tree.case(reading.head) in _MEANS

    def _known(self, heads: Iterable[int]) -> Side:
        """Those whom the cast knows among the conjuncts of some phrases."""
        tree, cast = self.readings.tree, self.arguments.cast
        found = [part for head in heads for part in tree.conjuncts(head) if cast.at(part)]
        return self.arguments.parties(found)

    def _tells_beginner(self, reading: Reading, verb: int | None) -> bool:
        """Whether who began is told: by "made a call to", not by "had a call with"."""
        if "with" in reading.frame.cases and reading.sense.channel != "visit":
            return False
        return verb is None or self.readings.tree.lemmas[verb] not in _JOINT

    def _clause_subject(self, reading: Reading) -> tuple[Side, int | None]:
        """Who is the subject of the verb that the noun stands under: "held talks with"."""
        noun = reading.head
        verb = reading.frame.governor
        if verb is None:
            verb = self._predicate_over(noun)
        if verb is None:
            return NOBODY, None
        heads = self._subjects_of(verb, noun)
        return self.arguments.responsible(heads), verb

    def _subjects_of(self, verb: int, noun: int) -> Iterable[int]:
        tree = self.readings.tree
        frame = self.readings.frame(verb)
        heads = frame.actors if tree.tags[verb] in _VERBAL else grammar.subjects(tree, verb)
        if frame.passive and not heads:
            heads = grammar.subjects(tree, verb)
        return tuple(head for head in heads if kernel(tree, head) != noun)

    def _predicate_over(self, noun: int) -> int | None:
        """The predicate that a noun is a phrase of, or is: "spent Friday in talks with"."""
        tree, token = self.readings.tree, noun
        for _ in range(_STEPS):
            if tree.child(token, "cop") is not None:
                return token
            first = tree.coordination_head(token)
            head, relation = tree.heads[first], tree.relations[first]
            if head == first or relation not in _PHRASES:
                return None
            if tree.tags[head] in _VERBAL:
                return head if relation != "acl" else None
            if tree.tags[head] not in _PREDICATES:
                return None
            token = head
        return None

    # Proposals --------------------------------------------------------------------------------

    def asker(self, word: int) -> Side:
        """Who proposes or asks: the subject of the verb, the owner of the noun."""
        tree = self.readings.tree
        if tree.tags[word] in _VERBAL:
            return self.arguments.responsible(self._subjects_of(word, word))
        frame = self.readings.frame(word)
        side = self.arguments.parties(tree.children(word, "nmod:poss"))
        for case in ("by", "from"):
            side = side or self.arguments.parties(frame.cases.get(case, ()))
        if side or frame.governor is None:
            return side
        return self.arguments.responsible(self._subjects_of(frame.governor, word))

    def _asked(self, sides: Sides, asker: int, reading: Reading) -> Sides:
        """The one who asks for a contact is its initiator: "asked X to meet him"."""
        beginner = self.asker(asker)
        if not beginner:
            return sides
        rest = less(sides.initiator + sides.counterpart, beginner)
        together = {*sides.initiator.actors, *sides.counterpart.actors}
        open_ = reading.frame.noun and len(together) < _BOTH
        if set(beginner.actors) <= together or open_:
            rest = rest or less(self._given(reading, asker), beginner)
            return Sides(beginner, rest, known=sides.known) if rest else sides
        return sides


def less(side: Side, other: Side) -> Side:
    """A side without the actors of another; the heads stay, they are only evidence."""
    kept = unique(actor for actor in side.actors if actor not in other.actors)
    return Side(kept, side.heads) if kept else NOBODY
