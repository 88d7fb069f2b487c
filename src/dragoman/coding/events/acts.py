"""The acts an article tells of, one for each trigger, before mentions of one act are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.cast import unique
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.casualties import casualties_of
from dragoman.coding.events.frames import describing_words
from dragoman.coding.events.modality import Outlook, outlook
from dragoman.coding.events.readings import Reading, Readings, stopped
from dragoman.coding.events.triggers import GOVERNED
from dragoman.coding.events.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.coding.cast import Cast
    from dragoman.coding.events.triggers import Effect
    from dragoman.coding.protocols import TriggerTyper
    from dragoman.coding.tree import Tree
    from dragoman.records import Casualties
    from spacy.tokens import Doc

Link = str
"""How a word stands to the one that governs it: an effect, or a kind of light verb."""

_UNKNOWN_SENSE = 0.6
_WEAK = 0.6
_LINKED = 0.95
_ADVERBIAL = frozenset({"advcl", "conj", "parataxis", "acl", "dep"})


@dataclass(slots=True)
class Act:
    """One trigger that tells of an act.

    ``tokens`` are the words of the trigger, ``head`` its head. ``weak`` marks a noun that only
    counts as a mention of an act told elsewhere. ``judged`` are the heads of what a speech act
    judges. ``victims`` are the heads of those killed or hurt.
    """

    head: int
    tokens: tuple[int, ...]
    type: str
    mode: str | None
    actors: Side
    recipients: Side
    outlook: Outlook
    confidence: float
    noun: bool
    weak: bool = False
    judged: tuple[int, ...] = ()
    victims: tuple[int, ...] = ()
    casualties: Casualties | None = None
    claimed_by: int | None = None
    """The head of the accusation that claims it."""
    effect: Effect | None = None


@dataclass(slots=True)
class _Governed:
    """What stands above a trigger, nearest first."""

    words: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()

    def has(self, link: Link) -> bool:
        return link in self.links


class Finder:
    """Finds the acts of one article."""

    def __init__(self, doc: Doc, readings: Readings, cast: Cast, typer: TriggerTyper) -> None:
        self.doc = doc
        self.readings = readings
        self.tree: Tree = readings.tree
        self.cast = cast
        self.typer = typer
        self.arguments = Arguments(readings, cast)
        self.above: dict[int, tuple[int, Link]] = {}
        self.absorbed: set[int] = set()

    def acts(self, skip: frozenset[int] = frozenset()) -> list[Act]:
        """All acts in order of text, without those whose trigger is in ``skip``."""
        candidates = [token for token in range(len(self.tree)) if self.tree.tags[token] in _TAGS]
        for token in candidates:
            self._govern(token)
        found = [act for token in candidates if token not in skip for act in self._act(token)]
        return [act for act in found if act.head not in self.absorbed]

    # What governs what ------------------------------------------------------------------------

    def _govern(self, token: int) -> None:
        reading = self.readings.at(token)
        if reading is None:
            return
        if reading.sense.effect is not None:
            for act in self.readings.acts(token):
                self.above.setdefault(act, (token, reading.sense.effect))
        if reading.frame.noun:
            self._lean(reading)

    def _lean(self, reading: Reading) -> None:
        """Let a noun lean on the verb that has it as object: "launched an attack"."""
        verb = reading.frame.governor
        if verb is None or reading.head in self.above:
            return
        over = self.readings.at(verb)
        if over is not None and over.sense.is_event:
            if self._is_about(over, reading.head):
                self.absorbed.add(reading.head)
            return
        link = _light_kind(self.tree, verb, self.readings.frame(verb).particles)
        if link is not None and (over is None or over.sense.type != GOVERNED):
            self.above[reading.head] = (verb, link)

    def _is_about(self, over: Reading, noun: int) -> bool:
        """Whether the sense of a verb rests on the noun: "imposed sanctions" is one event."""
        patients = {part for head in over.frame.patients for part in self.tree.conjuncts(head)}
        rests = any(
            test.key == "obj" and (test.words or not test.anything)
            for part in over.sense.condition
            for test in part.tests
        )
        return noun in patients and rests and not part_denied(over)

    def _chain(self, token: int) -> _Governed:
        found = _Governed()
        seen = {token}
        while token in self.above:
            token, link = self.above[token]
            if token in seen:
                break
            seen.add(token)
            found.words = (*found.words, token)
            found.links = (*found.links, link)
        return found

    # One act ----------------------------------------------------------------------------------

    def _act(self, token: int) -> Iterator[Act]:
        typed = self.typer(self.doc, token)
        reading = self.readings.at(token)
        if typed is None or (reading is not None and reading.sense.type == GOVERNED):
            return
        chain = self._chain(token)
        if chain.has("embed"):
            return
        if reading is None:
            reading = self.readings.unknown(token, typed.type)
        act = Act(
            head=token,
            tokens=self._trigger(reading),
            type=typed.type,
            mode=typed.mode,
            actors=self.arguments.actors(reading),
            recipients=self.arguments.recipients(reading),
            outlook=outlook(self.tree, token),
            confidence=typed.score,
            noun=reading.frame.noun,
            effect=reading.sense.effect,
        )
        self._complete(act, reading, chain)
        yield act

    def _complete(self, act: Act, reading: Reading, chain: _Governed) -> None:
        self._make_reciprocal(act)
        self._judge(act, reading)
        if act.noun:
            self._complete_noun(act, reading, chain)
        else:
            self._complete_verb(act, reading)
        self._apply_chain(act, chain)

    def _trigger(self, reading: Reading) -> tuple[int, ...]:
        tree, head = self.tree, reading.head
        tokens = [head]
        if reading.frame.noun:
            tokens += [child for child in tree.children(head, "compound", "amod")
                       if child < head and self._names_weapon(child)]  # fmt: skip
        else:
            tokens += tree.children(head, "compound:prt")
            tokens += self._resting_words(reading)
        return tuple(sorted(set(tokens)))

    def _names_weapon(self, token: int) -> bool:
        return self.tree.lemmas[token] in words().weapons

    def _resting_words(self, reading: Reading) -> list[int]:
        """The object that makes the sense of a verb: "sanctions" of "imposed sanctions"."""
        if part_denied(reading):
            return []
        wanted = {
            word for part in reading.sense.condition for test in part.tests
            if test.key == "obj" and not part.denied for word in test.words
        }
        return [head for head in reading.frame.patients
                if self.tree.tags[head] == "NOUN" and self.cast.at(head) == ()
                and wanted & describing_words(self.tree, head)]  # fmt: skip

    def _make_reciprocal(self, act: Act) -> None:
        """Sides that act on one another are all actors."""
        if act.recipients.reciprocal:
            act.actors = replace(act.actors + act.recipients, reciprocal=True)
            act.recipients = NOBODY
        elif act.type == "CONSULT" and not act.recipients and len(act.actors.actors) > 1:
            act.actors = replace(act.actors, reciprocal=True)

    def _judge(self, act: Act, reading: Reading) -> None:
        if act.type not in {"ACCUSE", "SUPPORT", "REJECT"}:
            return
        heads = list(reading.frame.patients) if not act.noun else []
        for case in ("of", "for", "against", "at", "over", "about", "on"):
            heads += reading.frame.cases.get(case, [])
        act.judged = tuple(heads)

    # Nouns ------------------------------------------------------------------------------------

    def _complete_noun(self, act: Act, reading: Reading, chain: _Governed) -> None:
        verb = chain.words[0] if chain.words else None
        link = chain.links[0] if chain.links else None
        if verb is not None and link in {"done", "ended", "planned", "same", "stop", "intend"}:
            self._lend_subject(act, verb)
        elif verb is not None and link == "suffered":
            act.recipients = act.recipients or self._subject(verb)
            act.actors = act.actors or self._phrase(verb, "from", "by")
        if link == "done" and verb is not None:
            act.tokens = tuple(sorted({verb, *act.tokens}))
            act.outlook = self._outlook_with(act, verb)
        elif link == "planned":
            act.outlook = Outlook.POSSIBLE
        elif link == "ended" and act.type != "PROTEST":
            act.type, act.mode = stopped(act.type)
        self._add_clause(act)
        act.weak = self._is_weak(act, reading, link)

    def _lend_subject(self, act: Act, verb: int) -> None:
        lent = self._subject(verb)
        if not lent:
            return
        shared = set(lent.actors) & set(act.recipients.actors)
        act.actors = act.actors if shared else (lent + act.actors if act.actors.reciprocal else lent)

    def _subject(self, verb: int) -> Side:
        frame = self.readings.frame(verb)
        return self.arguments.responsible(
            head for head in frame.actors if not self.readings.is_event_noun(head)
        )

    def _phrase(self, verb: int, *cases: str) -> Side:
        frame = self.readings.frame(verb)
        for case in cases:
            side = self.arguments.responsible(frame.cases.get(case, ()))
            if side:
                return side
        return NOBODY

    def _outlook_with(self, act: Act, verb: int) -> Outlook:
        own = act.outlook
        return own if own is not Outlook.FACT else outlook(self.tree, verb)

    def _add_clause(self, act: Act) -> None:
        """Sides told by a participle on the noun: "strikes carried out by X", "targeting Y"."""
        light = words().light
        tree = self.tree
        for clause in tree.children(act.head, "acl", "acl:relcl"):
            lemma = tree.lemmas[clause]
            frame = self.readings.frame(clause)
            if lemma in light.actor_participles and not act.actors:
                act.actors = self.arguments.parties(frame.actors)
            elif lemma in light.recipient_participles and not act.recipients:
                act.recipients = self.arguments.parties(frame.patients or frame.cases.get("at", ()))

    def _is_weak(self, act: Act, reading: Reading, link: Link | None) -> bool:
        if link in {"done", "same", "suffered", "intend", "stop"} and (act.actors or act.recipients):
            return False
        if reading.sense.alone == "plan" or link in {"planned", "ended", "hope"}:
            return link == "hope" or not (act.actors and act.recipients)
        return not (act.actors or act.recipients)

    # Verbs ------------------------------------------------------------------------------------

    def _complete_verb(self, act: Act, reading: Reading) -> None:
        tree, frame = self.tree, reading.frame
        if any(place.path == ("subj",) for place in reading.sense.recipients):
            act.actors = NOBODY
        elif not act.actors:
            act.actors = self.arguments.responsible(frame.actors)
        act.victims = self._victims(reading)
        act.casualties = casualties_of(tree, tree.lemmas[act.head], act.victims)
        nouns = [head for head in frame.actors if self.readings.is_event_noun(head)]
        for case in ("in", "by", "during", "with"):
            nouns += [head for head in frame.cases.get(case, ())
                      if self.readings.is_event_noun(head)]  # fmt: skip
        for noun in nouns:
            self._link_noun(act, noun)

    def _victims(self, reading: Reading) -> tuple[int, ...]:
        if any(place.path == ("subj",) for place in reading.sense.recipients):
            return reading.frame.actors
        return reading.frame.patients

    def _link_noun(self, act: Act, noun: int) -> None:
        """Join a verb with the noun for the same act: "the strike killed", "killed in a raid"."""
        reading = self.readings.at(noun)
        typed = self.readings.type_of(noun)
        if reading is None or typed is None or typed[0] != act.type:
            return
        own = self.arguments.actors(reading)
        act.actors = self._own_or_clause(own, noun)
        act.recipients = act.recipients + self.arguments.recipients(reading)
        act.mode = typed[1] or act.mode
        act.tokens = unique((*self._trigger(reading), *act.tokens))
        act.confidence *= _LINKED
        self.absorbed.add(noun)

    def _own_or_clause(self, own: Side, noun: int) -> Side:
        return own or self.arguments.responsible((noun,))

    # What governs it --------------------------------------------------------------------------

    def _apply_chain(self, act: Act, chain: _Governed) -> None:
        for token, link in zip(chain.words, chain.links, strict=True):
            if link == "claim":
                self._claim(act, token)
                return
            if link in {"same", "intend", "attempt", "fail", "stop"}:
                act.tokens = tuple(sorted({token, *act.tokens}))
            self._apply(act, token, link)

    def _apply(self, act: Act, token: int, link: Link) -> None:
        over = outlook(self.tree, token)
        if link == "intend":
            negated = over in {Outlook.NEGATED, Outlook.NEGATED_FUTURE}
            act.outlook = Outlook.NEGATED_FUTURE if negated else Outlook.FUTURE
        elif link in {"hope", "attempt"}:
            act.outlook = Outlook.POSSIBLE
        elif link == "fail":
            act.outlook = Outlook.NEGATED
        elif link == "stop":
            act.type, act.mode = stopped(act.type)
            act.outlook = over
        elif link == "same" and act.outlook in {Outlook.FACT, Outlook.POSSIBLE}:
            act.outlook = over

    def _claim(self, act: Act, accusation: int) -> None:
        act.claimed_by = accusation
        if act.outlook in {Outlook.POSSIBLE, Outlook.FACT}:
            act.outlook = Outlook.FACT
        over = self.readings.at(accusation)
        if over is None:
            return
        accused = self.arguments.recipients(over)
        reading = self.readings.at(act.head)
        finite = grammar.subjects(self.tree, act.head) if not act.noun else ()
        if accused and (not finite or not self.tree.children(act.head, *grammar.SUBJECTS)):
            act.actors = accused
            if reading is not None and set(act.recipients.actors) == set(accused.actors):
                act.recipients = NOBODY


_TAGS = frozenset({"VERB", "NOUN", "PROPN", "AUX"})


def part_denied(reading: Reading) -> bool:
    """Whether the row of a reading has no part that asks for an object."""
    return not any(
        test.key == "obj" and not part.denied
        for part in reading.sense.condition
        for test in part.tests
    )


def _light_kind(tree: Tree, verb: int, particles: frozenset[str]) -> Link | None:
    light = words().light
    lemma = tree.lemmas[verb]
    names = {lemma, *(f"{lemma}_{particle}" for particle in particles)}
    for kind, verbs in (
        ("suffered", light.suffered),
        ("ended", light.ended),
        ("planned", light.planned),
        ("done", light.done),
    ):
        if names & verbs:
            return kind
    return None
