"""Which word governs which act: "agreed to", "began to", "launched", "was accused of"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.events.triggers import GOVERNED
from dragoman.coding.events.words import words

if TYPE_CHECKING:
    from dragoman.coding.events.readings import Reading, Readings
    from dragoman.coding.tree import Tree

Link = str
"""How a word stands to the one that governs it: an effect, or a kind of light verb."""

_TAGS = frozenset({"VERB", "NOUN", "PROPN", "AUX", "ADJ"})


@dataclass(slots=True)
class Chain:
    """What stands above a trigger, nearest first."""

    words: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()

    def has(self, link: Link) -> bool:
        """Whether any word above stands to it in this way."""
        return link in self.links


class Governance:
    """The governing words of all triggers of one article.

    ``candidates`` are the tokens that may be triggers, ``absorbed`` the nouns that a verb's own
    sense holds already ("sanctions" of "imposed sanctions").
    """

    __slots__ = ("_above", "absorbed", "candidates", "readings")

    def __init__(self, readings: Readings) -> None:
        tags = readings.tree.tags
        self.readings = readings
        self.candidates = [token for token in range(len(tags)) if tags[token] in _TAGS]
        self.absorbed: set[int] = set()
        self._above: dict[int, tuple[int, Link]] = {}
        for token in self.candidates:
            self._govern(token)

    def chain(self, token: int) -> Chain:
        """All that governs a trigger."""
        found = Chain()
        seen = {token}
        while token in self._above:
            token, link = self._above[token]
            if token in seen:
                break
            seen.add(token)
            found.words = (*found.words, token)
            found.links = (*found.links, link)
        return found

    def _govern(self, token: int) -> None:
        reading = self.readings.at(token)
        if reading is None:
            return
        if reading.sense.effect is not None:
            for act in self.readings.acts(token):
                self._above.setdefault(act, (token, reading.sense.effect))
        if reading.frame.noun:
            self._lean(reading)

    def _lean(self, reading: Reading) -> None:
        """Let a noun lean on the verb that has it as object: "launched an attack"."""
        verb = reading.frame.governor
        if verb is None or reading.head in self._above:
            return
        over = self.readings.at(verb)
        if over is not None and over.sense.is_event:
            if _is_about(self.readings.tree, over, reading.head):
                self.absorbed.add(reading.head)
                if reading.sense.is_contact:
                    self._above[reading.head] = (verb, "embed")
            return
        link = light_link(self.readings.tree, verb, self.readings.frame(verb).particles)
        if link is not None and (over is None or over.sense.type != GOVERNED):
            self._above[reading.head] = (verb, link)


def governance_of(readings: Readings) -> Governance:
    """The governance of an article; found once, kept with its tree."""
    found = readings.tree.memo.get(Governance)
    if not isinstance(found, Governance):
        found = readings.tree.memo[Governance] = Governance(readings)
    return found


def _is_about(tree: Tree, over: Reading, noun: int) -> bool:
    """Whether the sense of a verb rests on the noun: "imposed sanctions" is one event."""
    patients = {part for head in over.frame.patients for part in tree.conjuncts(head)}
    return noun in patients and rests_on_object(over)


def rests_on_object(reading: Reading) -> bool:
    """Whether the row of a reading asks for an object of some kind."""
    return any(
        test.key == "obj" and not part.denied and not test.anything
        for part in reading.sense.condition
        for test in part.tests
    )


def light_link(tree: Tree, verb: int, particles: frozenset[str]) -> Link | None:
    """What a light verb does to the act of its noun: done, suffered, ended, planned."""
    light = words().light
    lemma = words().verb(tree, verb)
    names = {lemma, *(f"{lemma}_{particle}" for particle in particles)}
    kinds = (("suffered", light.suffered), ("ended", light.ended),
             ("planned", light.planned), ("done", light.done))  # fmt: skip
    return next((kind for kind, verbs in kinds if names & verbs), None)
