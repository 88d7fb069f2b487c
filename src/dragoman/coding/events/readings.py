"""Every trigger of an article in its sense, and the acts that triggers govern.

This is the lexicon's reading; :class:`LexiconTyper` offers it through the protocol that a
learned head will share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.frames import (
    Frame,
    describing_words,
    frame_of,
    kernel,
    stands_as_noun,
)
from dragoman.coding.events.triggers import (
    ACT_MODE,
    GOVERNED,
    TOOL_MODE,
    USUAL_PLACES,
    Sense,
    Triggers,
    triggers,
)
from dragoman.coding.events.words import words
from dragoman.coding.protocols import TriggerType
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import codebook

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TRIGGER_TAGS = frozenset({"VERB", "NOUN", "PROPN", "AUX", "ADJ"})
_ACT_CASES = frozenset(
    {"to", "for", "of", "from", "against", "with", "in", "on", "into", "over", "at", "by"}
)
_OF_CASES = frozenset({"for", "of", "to"})
_COOPERATION = frozenset({"verbal cooperation", "material cooperation"})
_CLAUSE_TAGS = frozenset({"VERB", "NOUN", "ADJ"})
_MODALS = frozenset({"may", "might", "could", "would"})
_STEPS = 4
_VERB_SCORE = 0.85
_NOUN_SCORE = 0.75


@dataclass(frozen=True, slots=True)
class Reading:
    """A trigger with its surroundings and its sense."""

    head: int
    frame: Frame
    sense: Sense


class Readings:
    """The triggers of one tree, each read once."""

    __slots__ = ("_acts", "_found", "table", "tree")

    def __init__(self, tree: Tree, table: Triggers) -> None:
        self.tree = tree
        self.table = table
        self._found: dict[int, Reading | None] = {}
        self._acts: dict[int, tuple[int, ...]] = {}

    def at(self, token: int) -> Reading | None:
        """The reading of a token, or ``None`` where it is no trigger in any sense."""
        if token not in self._found:
            self._found[token] = self._read(token)
        return self._found[token]

    def settled(self, token: int) -> Sense | None:
        """The sense of a token whose type the tables leave no doubt of, if it tells of any."""
        reading = self.at(token)
        if reading is None or not self.table.settles(reading.sense, noun=reading.frame.noun):
            return None
        return reading.sense

    def _read(self, token: int) -> Reading | None:
        tag = self.tree.tags[token]
        if tag not in _TRIGGER_TAGS:
            return None
        lemma = self.table.lemma(self.tree, token, noun=stands_as_noun(self.tree, token))
        if lemma is None or (tag == "PROPN" and self.tree.relations[token] in _NAME_PARTS):
            return None
        frame = frame_of(self.tree, token)
        sense = self.table.sense(frame)
        return Reading(token, frame, sense) if sense is not None else None

    def lemma(self, token: int) -> str:
        """The lemma of a word: that of the tables where they know its form, else the tree's."""
        noun = stands_as_noun(self.tree, token)
        return self.table.lemma(self.tree, token, noun=noun) or self.tree.lemmas[token]

    def acts(self, token: int) -> tuple[int, ...]:
        """The acts that a word governs: verbs and event nouns, conjuncts included."""
        if token not in self._acts:
            self._acts[token] = tuple(self._find_acts(token))
        return self._acts[token]

    def _find_acts(self, token: int) -> list[int]:
        heads = (
            self._complements(token)
            or [head for head in self._governed_nouns(token) if self.is_event_noun(head)]
            or self._infinitives(token)
        )
        found = []
        for head in heads:
            found.extend(self.tree.conjuncts(head))
        return found

    def _complements(self, token: int) -> list[int]:
        """Clauses that a verb asks for: "agreed to go", "said that", "accused of shelling"."""
        tree = self.tree
        found = tree.children(token, "xcomp") or tree.children(token, "ccomp")
        if tree.tags[token] in {"NOUN", "PROPN"}:
            found += [child for child in tree.children(token, "acl")
                      if grammar.is_infinitive(tree, child)]  # fmt: skip
        found += [
            child for child in tree.children(token, "advcl", "acl") if _is_gerund(tree, child)
        ]
        return [child for child in found if tree.tags[child] in _CLAUSE_TAGS]

    def _infinitives(self, token: int) -> list[int]:
        """Infinitives that hang on an object or on the verb: "urged those involved to act"."""
        tree = self.tree
        found = [
            below
            for child in tree.children(token, "obj", "obl", "iobj", "nsubj:pass")
            for below in tree.children(child, "acl")
        ] or tree.children(token, "advcl")
        clauses = [child for child in found if tree.tags[child] in _CLAUSE_TAGS]
        return [child for child in clauses if grammar.is_infinitive(tree, child)]

    def _governed_nouns(self, token: int) -> list[int]:
        tree = self.tree
        frame = self.frame(token)
        if frame.noun:
            heads = [head for case in _ACT_CASES for head in frame.cases.get(case, ())]
        else:
            heads = list(frame.patients)
            heads += [head for case in _ACT_CASES for head in frame.cases.get(case, ())]
        found = set(heads)
        for head in heads:
            real = kernel(tree, head)
            found.add(real)
            if not self.is_event_noun(real):
                found.update(_phrases_of(tree, real))
        return sorted(found)

    def is_event_noun(self, token: int) -> bool:
        """Whether a noun tells of an event in its surroundings."""
        if not stands_as_noun(self.tree, token):
            return False
        reading = self.at(token)
        return reading is not None and reading.sense.is_event

    def frame(self, token: int) -> Frame:
        """The frame of any verb or noun, trigger or not."""
        reading = self.at(token)
        return reading.frame if reading is not None else frame_of(self.tree, token)

    def is_open_threat(self, token: int) -> bool:
        """Whether a verb of a main clause stands with "may", "could" or the like."""
        tree = self.tree
        found = grammar.auxiliaries(tree, token)
        if _MODALS.isdisjoint(found) or "have" in found or tree.tags[token] != "VERB":
            return False
        return tree.relations[tree.coordination_head(token)] in {"root", "ccomp"}

    def unknown(self, token: int, type_: str) -> Reading:
        """A reading for a trigger that only a typer knows: the usual places of arguments."""
        frame = frame_of(self.tree, token)
        sense = Sense(
            self.tree.lemmas[token], type_, None, USUAL_PLACES, owner="actor", alone="event"
        )
        return Reading(token, frame, sense)

    def type_of(self, token: int, steps: int = _STEPS) -> tuple[str, str | None] | None:
        """Type and mode of the event a token tells of, its own or the governed act's."""
        reading = self.at(token)
        if reading is None or steps == 0:
            return None
        sense = reading.sense
        if sense.type == GOVERNED:
            return self._governed_type(reading, steps)
        if not sense.is_event:
            return None
        if sense.effect == "vow":
            return self._vowed(reading, steps)
        return sense.type, self._mode(reading, steps)

    def _vowed(self, reading: Reading, steps: int) -> tuple[str, str | None]:
        for act in self.acts(reading.head):
            found = self.type_of(act, steps - 1)
            if found is not None and self.intended(*found)[0] == "THREATEN":
                return self.intended(*found)
        return reading.sense.type, self._mode(reading, steps)

    def _governed_type(self, reading: Reading, steps: int) -> tuple[str, str | None] | None:
        for act in self.acts(reading.head):
            found = self.type_of(act, steps - 1)
            if found is None:
                continue
            if reading.sense.effect == "intend":
                return self.intended(*found)
            if reading.sense.effect == "stop":
                return stopped(found[0])
            return found
        return None

    def _mode(self, reading: Reading, steps: int) -> str | None:
        sense = reading.sense
        if sense.mode == TOOL_MODE:
            return weapon_mode(reading.frame)
        if sense.mode != ACT_MODE:
            return sense.mode
        for act in self.acts(reading.head):
            found = self.type_of(act, steps - 1)
            if found is not None:
                return self.table.act_mode(sense.type, *found)
        return None

    def intended(self, type_: str, mode: str | None) -> tuple[str, str | None]:
        """What an act is while it is only announced: a promise or a threat."""
        if codebook().quad(type_) in _COOPERATION:
            return "AGREE", None
        if type_ in {"REQUEST", "REJECT", "ACCUSE"}:
            return type_, mode
        return "THREATEN", self.table.act_mode("THREATEN", type_, mode)


_NAME_PARTS = frozenset({"flat", "compound", "nmod:desc"})


def readings_of(tree: Tree) -> Readings:
    """The readings of a tree by the shipped tables; found once, kept with the tree."""
    found = tree.memo.get(Readings)
    if not isinstance(found, Readings):
        found = tree.memo[Readings] = Readings(tree, triggers())
    return found


def _phrases_of(tree: Tree, noun: int) -> list[int]:
    return [child for child in tree.children(noun, "nmod") if tree.case(child) in _OF_CASES]


def stopped(type_: str) -> tuple[str, str | None]:
    """What it is to end an act of some type."""
    if type_ in {"ASSAULT", "MOBILIZE"}:
        return "RETREAT", "ceasefire"
    if codebook().quad(type_) in _COOPERATION:
        return "SANCTION", "discontinue"
    return "CONCEDE", None


def weapon_mode(frame: Frame) -> str | None:
    """The mode of an assault by the weapon that is named beside its trigger."""
    weapons = words().weapons
    tree = frame.tree
    found: set[str] = set(frame.modifiers) | {tree.lemmas[frame.head]}
    for case in ("with", "by", "in", "using", "from"):
        for head in frame.cases.get(case, ()):
            found |= describing_words(tree, head)
    for head in frame.actors:
        found |= describing_words(tree, head)
    if tree.lemmas[frame.head] in {"fire", "launch", "drop", "lob", "rain"}:
        for head in frame.patients:
            found |= describing_words(tree, head)
    for word, mode in weapons.items():
        if word in found:
            return mode
    return None


def _is_gerund(tree: Tree, clause: int) -> bool:
    marks = [tree.lower[child] for child in tree.children(clause, "mark", "case")]
    return bool(marks) and marks[0] in _ACT_CASES and "VerbForm=Inf" not in tree.features[clause]


class LexiconTyper:
    """Types triggers by the tables; the :class:`~dragoman.coding.protocols.TriggerTyper` in use."""

    def __call__(self, doc: Doc, token: int) -> TriggerType | None:
        """The type of the event whose trigger is headed by a token, or ``None``."""
        readings = readings_of(tree_of(doc))
        found = readings.type_of(token)
        if found is None:
            return None
        score = _NOUN_SCORE if readings.frame(token).noun else _VERB_SCORE
        return TriggerType(found[0], found[1], score)
