"""The acts an article tells of, one for each trigger, before mentions of one act are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.cast import unique
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.casualties import casualties_of
from dragoman.coding.events.frames import describing_words
from dragoman.coding.events.governance import Chain, Link, governance_of, rests_on_object
from dragoman.coding.events.judged import thanked
from dragoman.coding.events.modality import DENIED, Outlook, outlook
from dragoman.coding.events.readings import Reading, Readings, stopped
from dragoman.coding.events.roles import Roles, with_roles
from dragoman.coding.events.triggers import GOVERNED
from dragoman.coding.events.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.events.frames import Frame
    from dragoman.coding.events.triggers import Effect
    from dragoman.coding.protocols import TriggerType, TriggerTyper
    from dragoman.coding.tree import Tree
    from dragoman.records import Casualties

_LINKED = 0.95
_HARMING = frozenset({"ASSAULT", "COERCE"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
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
    typed: TriggerType | None = None
    """What the typer said of the trigger, or of the word that announces the act."""


class Finder:
    """Finds the acts of one article."""

    def __init__(self, doc: Doc, arguments: Arguments, typer: TriggerTyper) -> None:
        self.doc = doc
        self.readings: Readings = arguments.readings
        self.tree: Tree = self.readings.tree
        self.cast: Cast = arguments.cast
        self.typer = typer
        self.arguments = arguments
        self.governance = governance_of(self.readings)
        self.absorbed = set(self.governance.absorbed)

    def acts(self) -> list[Act]:
        """All acts but contacts, in order of text."""
        found = [act for token in self.governance.candidates for act in self._act(token)]
        return [act for act in found if act.head not in self.absorbed]

    # One act ----------------------------------------------------------------------------------

    def _act(self, token: int) -> Iterator[Act]:
        reading = self.readings.at(token)
        if self._announces(reading):
            return
        typed = self.typer(self.doc, token)
        if self._is_contact(reading, typed):
            return
        chain = self.governance.chain(token)
        if typed is None or chain.has("embed") or chain.has("vow"):
            return
        if reading is None or self._is_retyped(token, typed.type):
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
            typed=typed,
        )
        self._complete(act, reading, chain)
        act.weak = act.weak or (act.noun and typed.refers)
        yield act

    def _is_contact(self, reading: Reading | None, typed: TriggerType | None) -> bool:
        """Whether a word is left to the contacts: one of theirs that no typer takes otherwise."""
        if reading is None or not reading.sense.is_contact:
            return False
        return typed is None or not typed.types or typed.type in {"CONSULT", reading.sense.type}

    def _is_retyped(self, token: int, type_: str) -> bool:
        """Whether the typer takes a word in another sense than the tables."""
        listed = self.readings.type_of(token)
        return listed is None or listed[0] != type_

    def _announces(self, reading: Reading | None) -> bool:
        """Whether a word only tells how another act stands: "began to", "planned"."""
        if reading is None or reading.sense.type != GOVERNED:
            return False
        return self.readings.type_of(reading.head) is not None

    def _complete(self, act: Act, reading: Reading, chain: Chain) -> None:
        self._make_reciprocal(act)
        self._judge(act, reading)
        if act.noun:
            self._complete_noun(act, reading, chain)
        else:
            self._complete_verb(act, reading)
        self._add_roles(act, reading)
        self._settle_protest(act)
        self._apply_chain(act, chain)

    def _things(self, act: Act, reading: Reading) -> Side:
        """What was hit or taken away, unless it is what makes the sense of the verb."""
        if act.type not in _HARMING or rests_on_object(reading):
            return NOBODY
        return self.arguments.things(reading)

    def _settle_protest(self, act: Act) -> None:
        """States do not march: "Tokyo protested" is blame."""
        drafts = [self.cast.draft(actor) for actor in act.actors.actors]
        official = all(draft.kind == "state" or draft.office is not None for draft in drafts)
        if (act.type, act.mode) == ("PROTEST", "demo") and drafts and official:
            act.type, act.mode = "ACCUSE", "disapprove"

    def _add_roles(self, act: Act, reading: Reading) -> None:
        """Fill in the sides that the tree does not tell."""
        if act.typed is not None:
            roles = Roles(self.tree, self.arguments, act.typed.roles, reading.head)
            act.actors, act.recipients = with_roles(act.actors, act.recipients, roles)
        if not act.recipients and not act.actors.reciprocal:
            act.recipients = (
                thanked(act, self.readings, self.arguments)
                or self._things(act, reading)
                or act.recipients
            )

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
        if not rests_on_object(reading):
            return []
        wanted = {
            word
            for part in reading.sense.condition
            for test in part.tests
            if test.key == "obj" and not part.denied
            for word in test.words
        }
        return [head for head in reading.frame.patients
                if self.tree.tags[head] == "NOUN" and self.cast.at(head) == ()
                and wanted & describing_words(self.tree, head)]  # fmt: skip

    def _make_reciprocal(self, act: Act) -> None:
        """Sides that act on one another are all actors."""
        if act.recipients.reciprocal:
            act.actors = replace(act.actors + act.recipients, reciprocal=True)
            act.recipients = NOBODY
        elif act.type in _MUTUAL and len(act.actors.actors) > 1 and self._names_nobody(act):
            act.actors = replace(act.actors, reciprocal=True)
            act.recipients = NOBODY

    def _names_nobody(self, act: Act) -> bool:
        """Whether an act of several has no other side than what they share: "swapped prisoners"."""
        if not act.recipients:
            return act.type == "CONSULT"
        sides = {self.cast.side(actor) for actor in act.actors.actors}
        vague = self.arguments.is_vague(act.recipients)
        return act.type == "COOPERATE" and len(sides) > 1 and vague

    def _judge(self, act: Act, reading: Reading) -> None:
        if act.type not in {"ACCUSE", "SUPPORT", "REJECT"}:
            return
        heads = list(reading.frame.patients) if not act.noun else []
        for case in ("of", "for", "against", "at", "over", "about", "on"):
            heads += reading.frame.cases.get(case, [])
        act.judged = tuple(heads)

    # Nouns ------------------------------------------------------------------------------------

    def _complete_noun(self, act: Act, reading: Reading, chain: Chain) -> None:
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
        act.actors = (
            act.actors if shared else (lent + act.actors if act.actors.reciprocal else lent)
        )

    def _subject(self, verb: int) -> Side:
        frame = self.readings.frame(verb)
        heads = frame.actors
        if frame.passive and not heads and words().verb(self.tree, verb) == "engage":
            heads = frame.patients
        return self.arguments.responsible(
            head for head in heads if not self.readings.is_event_noun(head)
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
        if link in {"done", "same", "suffered", "intend", "stop"} and (
            act.actors or act.recipients
        ):
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
            act.actors = (
                self.arguments.responsible(frame.actors, author=True)
                or self._teller(act.head, frame)
                or self._moved(reading)
            )
        act.actors = act.actors + self._joined(act.head)
        act.victims = self._victims(reading)
        act.casualties = casualties_of(tree, self.readings.lemma(act.head), act.victims)
        nouns = [head for head in frame.actors if self.readings.is_event_noun(head)]
        for case in ("in", "by", "during", "with"):
            nouns += [head for head in frame.cases.get(case, ())
                      if self.readings.is_event_noun(head)]  # fmt: skip
        for noun in nouns:
            self._link_noun(act, noun)

    def _joined(self, verb: int) -> Side:
        """Whom the others joined in an act: "X and Y joined Z in condemning it"."""
        tree, over = self.tree, self.tree.heads[verb]
        if tree.relations[verb] != "advcl" or tree.lemmas[over] != "join":
            return NOBODY
        return self.arguments.parties(grammar.objects(tree, over))

    def _moved(self, reading: Reading) -> Side:
        """Whose troops were moved: "soldiers of X were deployed" tells of X's act."""
        frame = reading.frame
        if not frame.passive or any("obj" in place.path for place in reading.sense.recipients):
            return NOBODY
        troops = words().classes["troop"]
        heads = [head for head in frame.patients if describing_words(self.tree, head) & troops]
        return self.arguments.parties(heads)

    def _teller(self, verb: int, frame: Frame) -> Side:
        """Who says of himself that he acts: "the rebels said they would free"."""
        tree = self.tree
        first = tree.coordination_head(verb)
        if tree.relations[first] != "ccomp" or len(frame.actors) != 1:
            return NOBODY
        if tree.lower[frame.actors[0]] not in {"it", "they", "he", "she"}:
            return NOBODY
        return self.arguments.parties(grammar.subjects(tree, tree.heads[first]))

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
        act.recipients = self.arguments.combined(act.recipients, self.arguments.recipients(reading))
        act.mode = typed[1] or act.mode
        act.tokens = unique((*self._trigger(reading), *act.tokens))
        act.confidence *= _LINKED
        self.absorbed.add(noun)

    def _own_or_clause(self, own: Side, noun: int) -> Side:
        return own or self.arguments.responsible((noun,))

    # What governs it --------------------------------------------------------------------------

    def _apply_chain(self, act: Act, chain: Chain) -> None:
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
            negated = over in DENIED
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
