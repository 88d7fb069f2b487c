"""The sides of an event: from the places a sense names to heads, and from heads to actors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.cast import ActorDraft, unique
from dragoman.coding.events.conditions import denotes_people, is_person
from dragoman.coding.events.frames import describing_words, is_time, kernel
from dragoman.coding.events.triggers import Place, Sense
from dragoman.coding.events.words import words
from dragoman.coding.persons import side_code
from dragoman.coding.places import places_of
from dragoman.world import world

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.events.readings import Reading, Readings

_MODIFIERS = ("compound", "amod", "nmod:desc", "nmod:unmarked", "flat")
VAGUE = frozenset({"unnamed", "population"})
"""Kinds of actors that give way to named ones."""
_LANDS = frozenset({"name", "acronym", "capital", "region", "adjective"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_PERSONAL = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_COUNTING = frozenset({"at", "least", "most", "more", "fewer", "less", "than", "up", "to"})
_BY_PLACE = 0.6
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: the actors, and the heads of the phrases that name them."""

    actors: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    reciprocal: bool = False

    def __bool__(self) -> bool:
        return bool(self.actors)

    def __add__(self, other: Side) -> Side:
        return Side(
            unique((*self.actors, *other.actors)),
            unique((*self.heads, *other.heads)),
            self.reciprocal or other.reciprocal,
        )


NOBODY = Side()


def is_vague(draft: ActorDraft) -> bool:
    """Whether an actor is only told of as some people: "ten soldiers", "protesters"."""
    return draft.kind in VAGUE or (draft.country is None and draft.key[:1] == ("nominal",))


@cache
def _belongings() -> frozenset[str]:
    classes = words().classes
    return classes["building"] | classes["property"] | classes["site"] | classes["media"]


@dataclass(slots=True)
class Arguments:
    """Finds the sides of triggers in one article."""

    readings: Readings
    cast: Cast

    # Whom -------------------------------------------------------------------------------------

    def recipients(self, reading: Reading, steps: int = _STEPS) -> Side:
        """The side an event is done to: the first place of the sense that names a party.

        Where none does, the heads alone of what stands in its first place ("a bridge").
        """
        for place in reading.sense.recipients:
            side = self._in_place(reading, place, steps)
            if side:
                return side
        if reading.frame.noun:
            side = self._owner(reading, "recipient")
        else:
            side = self._of_object(reading, steps)
        return side or self._bare(reading)

    def things(self, reading: Reading) -> Side:
        """What a verb is done to, where that is a thing of somebody's: "burned two stations"."""
        tree = self.readings.tree
        heads = [
            head
            for head in reading.frame.patients
            if tree.tags[head] == "NOUN" and describing_words(tree, head) & _belongings()
        ]
        if reading.frame.noun or not heads:
            return NOBODY
        return Side(unique(self._unnamed(head) for head in heads), tuple(heads))

    def _bare(self, reading: Reading) -> Side:
        for place in reading.sense.recipients:
            found = [] if place.path[0] == "act" else self._walk(reading, place.path)
            heads = tuple(head for head in found if self.readings.tree.tags[head] in _NOUNS)
            if heads:
                return Side((), heads)
        return NOBODY

    def _of_object(self, reading: Reading, steps: int) -> Side:
        """The recipients of the event noun that is a verb's object: "halted attacks on"."""
        for head in reading.frame.patients:
            inner = self.readings.at(head)
            if inner is None or self._frees(reading, head):
                continue
            if steps and inner.frame.noun and inner.sense.is_event:
                side = self.recipients(inner, steps - 1)
                if side:
                    return side
        return NOBODY

    def combined(self, one: Side, other: Side) -> Side:
        """Both sides' actors; vague ones ("ten people") only where nobody else is known."""
        if not other or (one.heads and self.is_vague(other)):
            return one
        if not one or (self.is_vague(one) and not self.is_vague(other)):
            return other
        return one + other

    def is_vague(self, side: Side) -> bool:
        """Whether nobody of a side is named."""
        return all(is_vague(self.cast.draft(actor)) for actor in side.actors)

    def heads_in(self, reading: Reading, place: Place) -> list[int]:
        """The heads of the phrases that stand in a place."""
        return self._walk(reading, place.path)

    def modifying(self, head: int) -> Side:
        """The names before a noun: "the US-China talks"."""
        return self._modifying(head, "actor", "actor")

    def _in_place(self, reading: Reading, place: Place, steps: int) -> Side:
        if place.path[0] == "act":
            return self._of_act(reading, place, steps)
        heads = self._walk(reading, place.path)
        side = self.responsible(heads) if place.judged else self.parties(heads)
        return Side(side.actors, side.heads, place.reciprocal)

    def _of_act(self, reading: Reading, place: Place, steps: int) -> Side:
        found = NOBODY
        for act in self.readings.acts(reading.head):
            if place.path == ("act", "subj"):
                found = found + self._doers(act)
            elif steps:
                inner = self.readings.at(act)
                if inner is not None and not self._frees(reading, act):
                    found = found + self.recipients(inner, steps - 1)
                if not found and not self._frees(reading, act):
                    found = found + self._any_phrase(act)
        return found

    def _frees(self, over: Reading, act: int) -> bool:
        """Whether the release of somebody is demanded, who is not the one addressed."""
        return over.sense.type == "REQUEST" and self.readings.type_of(act) == ("RETREAT", "release")

    def _any_phrase(self, act: int, within: frozenset[int] = frozenset()) -> Side:
        """The first party among the object and phrases of an act without a sense.

        A relative clause leads back to the word that it is on, so acts that are being looked
        ``within`` are not looked into again.
        """
        if act in within:
            return NOBODY
        within |= {act}
        frame = self.readings.frame(act)
        side = self.parties(frame.patients, within) if not frame.noun else NOBODY
        if side:
            return side
        for case in ("against", "with", "to", "for", "from", "on", "in", "of"):
            side = self.parties(frame.cases.get(case, ()), within)
            if side:
                return side
        return NOBODY

    def _doers(self, act: int) -> Side:
        tree = self.readings.tree
        if tree.tags[act] == "VERB":
            if grammar.is_passive(tree, act):
                return self.parties(grammar.agents(tree, act))
            return self.parties(grammar.subjects(tree, act))
        reading = self.readings.at(act)
        if reading is None:
            return NOBODY
        return self._owner(reading, "actor")

    def _walk(self, reading: Reading, path: tuple[str, ...]) -> list[int]:
        heads = self._step_from(reading, path[0])
        for step in path[1:]:
            heads = [found for head in heads for found in self._phrases(head, step)]
        return heads

    def _step_from(self, reading: Reading, step: str) -> list[int]:
        frame = reading.frame
        if step == "obj":
            return list(frame.patients)
        if step == "iobj":
            return list(frame.indirect)
        if step == "subj":
            return list(frame.actors)
        if frame.noun and frame.governor is not None and not frame.cases.get(step):
            return self.readings.frame(frame.governor).cases.get(step, [])
        return frame.cases.get(step, [])

    def _phrases(self, head: int, step: str) -> list[int]:
        """Heads of phrases on a noun: behind a preposition, or its possessor."""
        tree = self.readings.tree
        found: list[int] = []
        for part in unique((head, kernel(tree, head))):
            if step == "poss":
                found.extend(tree.children(part, "nmod:poss"))
            else:
                found.extend(
                    child
                    for child in tree.children(part, "nmod", "obl")
                    if tree.case(child) == step
                )
        return found

    # Who --------------------------------------------------------------------------------------

    def actors(self, reading: Reading) -> Side:
        """The side that does a verb's event: its subject, or the agent of a passive."""
        if reading.frame.noun:
            return self._owner(reading, "actor")
        return self.parties(reading.frame.actors)

    def _owner(self, reading: Reading, role: str) -> Side:
        """What the words on an event noun say of one role: "X's", "by X", "the French …"."""
        tree, head, sense = self.readings.tree, reading.head, reading.sense
        frame = reading.frame
        owner = sense.owner or "actor"
        found = NOBODY
        if role == "actor":
            found = found + self.parties(frame.cases.get("by", ()))
            for case in ("between", "among"):
                found = found + self.parties(frame.cases.get(case, ()))
        if owner == role:
            found = found + self.parties(tree.children(head, "nmod:poss"))
            if not found and not self._names_recipient(sense, "of"):
                found = self.parties(frame.cases.get("of", ()))
        return found + self._modifying(head, owner, role)

    def _names_recipient(self, sense: Sense, case: str) -> bool:
        return any(place.path[0] == case for place in sense.recipients)

    def _modifying(self, head: int, owner: str, role: str) -> Side:
        """Names before a noun: a state's act, or the person whose killing it is."""
        tree = self.readings.tree
        found: list[int] = []
        heads: list[int] = []
        for child in tree.children(head, *_MODIFIERS, "nsubj"):
            if child > head or (tree.relations[child] == "nsubj" and child != head - 1):
                continue
            start, end = tree.phrase(child)
            for actor in self.cast.inside(start, max(end, child + 1)):
                person = self.cast.draft(actor).kind == "person"
                is_recipient = owner == "recipient" and person
                if is_recipient == (role == "recipient"):
                    found.append(actor)
                    heads.append(child)
        return Side(unique(found), unique(heads))

    # From heads to actors ---------------------------------------------------------------------

    def parties(self, heads: Iterable[int], within: frozenset[int] = frozenset()) -> Side:
        """The actors that phrases denote, conjuncts included; see :meth:`_any_phrase`."""
        tree = self.readings.tree
        side = NOBODY
        for head in heads:
            if tree.tags[head] == "VERB" and not self.readings.is_event_noun(head):
                side = side + self._any_phrase(head, within)
                continue
            for part in tree.conjuncts(head):
                found = self._party(part)
                side = side + Side(found, (part,) if found else ())
        return side

    def _party(self, head: int) -> tuple[int, ...]:
        tree = self.readings.tree
        real = kernel(tree, head)
        if is_time(tree, real):
            return ()
        for token in unique((head, real)):
            found = self._opened(self.cast.at(token))
            if found:
                return found
        if self.readings.is_event_noun(real):
            return ()
        if not denotes_people(tree, real):
            return self._holders(real) or self._territory(real) or self._unknown_name(head, real)
        return (not is_person(tree, real) and self._holders(real)) or (self._unnamed(head),)

    def named(self, head: int) -> Side:
        """Whom a phrase that is known for a party names, be it by a word that no list holds."""
        found = self._party(head) or self._opened(self.cast.inside(head, head + 1))
        found = found or self._opened(self._begun(head))
        if not found and self.readings.tree.tags[head] in {"NOUN", "PROPN"}:
            found = (self._unnamed(head),)
        return Side(found, (head,)) if found else NOBODY

    def _begun(self, token: int) -> tuple[int, ...]:
        """Whose name begins with a token: "HMS" alone is no one."""
        return unique(mention.actor for mention in self.cast.starting_at(token))

    def _opened(self, actors: tuple[int, ...]) -> tuple[int, ...]:
        return unique(
            member for actor in actors for member in self.cast.draft(actor).members or (actor,)
        )

    def _unnamed(self, head: int) -> int:
        tree = self.readings.tree
        start, end = tree.phrase(head)
        while start < head and (
            tree.lower[start] in _COUNTING or not any(map(str.isalnum, tree.words[start]))
        ):
            start += 1
        actor = self.cast.unnamed(start, end)
        draft = self.cast.draft(actor)
        if draft.country is None and draft.kind in VAGUE:
            draft.country = self._printed_country(head, start)
        return actor

    def _printed_country(self, head: int, start: int) -> str | None:
        """The country whose name or adjective stands before a noun: "her Finnish crew"."""
        countries = (
            self.cast.draft(mention.actor).country
            for token in range(start, head)
            for mention in self.cast.starting_at(token)
            if mention.end <= head and mention.kind != "pronoun"
        )
        return next(filter(None, countries), None) or self._named_code(start, head)

    def _named_code(self, start: int, end: int) -> str | None:
        """The code of a state or organisation that words name: "a UN survey team"."""
        entities = (found[2][0] for found in world().find(self.readings.tree.words[start:end]))
        return next(filter(None, map(side_code, entities)), None)

    def _holders(self, thing: int) -> tuple[int, ...]:
        """Whose thing it is: "Syria's reactor", "an Afghan base", "positions of the army"."""
        tree = self.readings.tree
        if tree.tags[thing] == "PRON":
            return ()
        for child in tree.children(thing, "nmod:poss"):
            found = self._opened(self.cast.at(child))
            if found:
                return found
        start, end = tree.phrase(thing)
        return self.cast.inside(start, end)[:1]

    def _territory(self, head: int) -> tuple[int, ...]:
        """The state in whose land a place lies: whoever acts on a town acts on its state."""
        tree = self.readings.tree
        start, end = tree.phrase(head)
        if not any(tree.words[token][:1].isupper() for token in range(start, end)):
            return ()
        for first, last, entities in world().find(tree.words[start:end]):
            for entity in entities:
                if entity.kind == "state" and entity.form in _LANDS and entity.country:
                    return (self._state(entity.country, start + first, start + last),)
        places = places_of(tree)
        place = places.place_at(head) if places is not None else None
        if place is not None and place.country is not None:
            return (self._state(place.country, head, head + 1),)
        return ()

    def _state(self, code: str, start: int, end: int) -> int:
        known = self.cast.state(code)
        if known is not None:
            return known
        state = world().state(code)
        name = state.name if state is not None else code
        actor = self.cast.add_actor(ActorDraft(name, "state", code, key=("state", code)))
        self.cast.add_mention(actor, start, end, kind="metonym", certainty=_BY_PLACE)
        return actor

    def _unknown_name(self, head: int, real: int) -> tuple[int, ...]:
        """A name that nothing is known of, where only somebody can stand."""
        tree = self.readings.tree
        if (
            tree.tags[real] != "PROPN"
            or tree.relations[head] not in _PERSONAL
            or is_time(tree, real)
        ):
            return ()
        return (self._unnamed(head),)

    def responsible(self, heads: Iterable[int], *, author: bool = False) -> Side:
        """Who answers for what is judged: a party itself, else who did or made it.

        With ``author``, who issued a paper answers for what it says ("a report accusing Y").
        """
        tree = self.readings.tree
        side = NOBODY
        for head in heads:
            if tree.tags[head] == "VERB" and not self.readings.is_event_noun(head):
                side = side + self._any_phrase(head)
                continue
            for part in tree.conjuncts(head):
                side = side + self._responsible(part, author=author)
        return side

    def _responsible(self, head: int, *, author: bool) -> Side:
        tree = self.readings.tree
        real = kernel(tree, head)
        actors = self._opened(self.cast.at(head) or self.cast.at(real))
        if actors:
            return Side(actors, (head,))
        reading = self.readings.at(real)
        if reading is not None and reading.sense.is_event and reading.frame.noun:
            found = self._owner(reading, "actor") or self._doer_in_clause(real)
            return Side(found.actors, (head,)) if found else NOBODY
        if is_person(tree, real):
            return Side((self._unnamed(head),), (head,))
        made = self._maker(head, real)
        if not made and author:
            return self._author(real)
        if not made and denotes_people(tree, real):
            return Side((self._unnamed(head),), (head,))
        return made

    def _maker(self, head: int, thing: int) -> Side:
        tree = self.readings.tree
        found = self.parties(tree.children(thing, "nmod:poss"))
        found = found or self._modifying(thing, "actor", "actor")
        if found:
            return Side(found.actors, (head,))
        found = self.parties(self._phrases(thing, "by")) or self._doer_in_clause(thing)
        if found:
            return found
        for case in ("of", "from", "in", "on", "against", "with"):
            found = found or self.parties(self._phrases(thing, case))
        actors = found.actors or self._territory(head)
        return Side(actors, (head,)) if actors else NOBODY

    def _author(self, thing: int) -> Side:
        """Who made a thing that is the object of a verb: "X issued a statement condemning Y"."""
        tree = self.readings.tree
        verb = tree.heads[thing]
        if tree.relations[thing] not in {"obj", "nsubj:pass"} or tree.tags[verb] != "VERB":
            return NOBODY
        return self.parties(self.readings.frame(verb).actors)

    def _doer_in_clause(self, noun: int) -> Side:
        """Who did it by a clause on the noun: "the strikes Israel launched", "imposed by X"."""
        tree = self.readings.tree
        for clause in tree.children(noun, "acl:relcl", "acl"):
            if tree.tags[clause] != "VERB":
                continue
            passive = grammar.is_passive(tree, clause)
            heads = grammar.agents(tree, clause) if passive else grammar.subjects(tree, clause)
            side = self.parties(head for head in heads if head != noun)
            if side:
                return side
        return NOBODY
