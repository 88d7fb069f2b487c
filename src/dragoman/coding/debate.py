"""What the rules for positions and attitudes share: who speaks where, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft
from dragoman.coding.inflection import is_one_of
from dragoman.coding.lexicon import actor_nouns, singular
from dragoman.coding.parties import same_side, speaks_for
from dragoman.coding.polarity import effect_words
from dragoman.coding.signatories import signatories, speaks_for_all
from dragoman.coding.stretches import head_of
from dragoman.coding.targets import Targets
from dragoman.coding.tree import tree_of
from dragoman.world import world

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft, Party, StatementDraft
    from dragoman.coding.tree import Tree
    from dragoman.records import Basis

_FIRST_PERSON = frozenset({"i", "we", "us", "our", "me", "my"})
_HANDS = frozenset({"force", "fighter", "person"})
_GROUP = 0.85
_HEARSAY = 0.9
_BYSTANDER = 0.6


@dataclass(frozen=True, slots=True)
class Holder:
    """A party that may hold a view: the actor it was told by, how sure, and the words."""

    party: Party
    actor: int
    factor: float


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose voice words stand: the holder's own or somebody else's (``reporter``)."""

    basis: Basis
    reporter: int | None
    statement: int | None
    factor: float


class Debate:
    """One article as a debate: its tree, cast, statements and the acts one may judge."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        statements: Sequence[StatementDraft],
        events: Sequence[EventDraft],
    ) -> None:
        self.doc = doc
        self.tree = tree_of(doc)
        self.cast = cast
        self.statements = statements
        self.events = events
        self.targets = Targets(self.tree, cast, events)

    @cached_property
    def _innermost(self) -> dict[int, int]:
        """The innermost statement of every token that stands in some content."""
        order = sorted(
            range(len(self.statements)), key=lambda number: -len(self.statements[number].contents)
        )
        return {token: number for number in order for token in self.statements[number].contents}

    @cached_property
    def cue_heads(self) -> dict[int, int]:
        """The statement that each cue's head token brings."""
        return {
            item.cue_head: number
            for number, item in enumerate(self.statements)
            if item.cue_head is not None
        }

    def statement_at(self, token: int) -> int | None:
        """The innermost statement whose content holds a token."""
        return self._innermost.get(token)

    def own_words(self, number: int) -> list[int]:
        """The content of a statement without the statements of others inside it."""
        foreign = {
            token
            for other, item in enumerate(self.statements)
            if other != number
            and len(item.contents) < len(self.statements[number].contents)
            and item.cue_head in self.statements[number].contents
            for token in item.contents
        }
        return [token for token in self.statements[number].contents if token not in foreign]

    # Holders ----------------------------------------------------------------------------------

    def holders(self, head: int) -> tuple[Holder, ...]:
        """The states, organisations and armed groups for which a noun phrase stands."""
        actors = self.cast.denoted(head)
        if not actors and self.tree.lower[head] in _FIRST_PERSON:
            number = self.statement_at(head)
            return self._signing(head) if number is None else self.speaking(number)
        found = tuple(self._held(actors or self._collective(head), head))
        return found or self._signing(head)

    def _signing(self, head: int) -> tuple[Holder, ...]:
        """Those who sign the article, where it is a statement and a phrase stands for them."""
        if not self.signatories or not speaks_for_all(self.tree, head):
            return ()
        return tuple(self._held(self.signatories, None))

    @cached_property
    def signatories(self) -> tuple[int, ...]:
        """The actors in whose name the whole article speaks; nobody in a report."""
        return signatories(
            self.tree,
            self.cast,
            lambda actor: speaks_for(self.cast, actor) is not None,
            lambda token: self.statement_at(token) is not None,
        )

    def speaking(self, number: int) -> tuple[Holder, ...]:
        """The parties for which the speakers of a statement speak."""
        statement = self.statements[number]
        found = tuple(self._held(statement.speakers, None))
        if found or not statement.sources:
            return found
        return self._signing(head_of(self.tree, statement.sources[0], statement.sources[-1] + 1))

    def holders_named(self, head: int) -> tuple[Holder, ...]:
        """As :meth:`holders`, where a state's name may stand in a phrase for a place.

        "Condemnation came from Qatar" names a holder as a place.
        """
        found = [holder for part in self.tree.conjuncts(head) for holder in self._named(part)]
        return tuple(found)

    def _named(self, head: int) -> Iterator[Holder]:
        known = tuple(self._held(self.cast.at(head), head))
        yield from known
        words = self.tree.words_of(*self.tree.phrase(head)).removeprefix("the ")
        state = None if known else world().state(words)
        if state is not None:
            draft = ActorDraft(state.name, "state", country=state.code, key=("state", state.code))
            actor = self.cast.add_actor(draft)
            self.cast.add_mention(actor, *self.tree.phrase(head), kind="name")
            yield Holder(state.code, actor, 1.0)

    def held_by(self, actors: Iterable[int]) -> tuple[Holder, ...]:
        """The parties for which some actors stand."""
        return tuple(self._held(actors, None))

    def is_own_hand(self, head: int, judge: Party) -> bool:
        """Whether a phrase names nobody but those who act for the judge: "praised the pilots"."""
        entry = actor_nouns().at(self.tree, head)
        if entry is None or entry[1].kind not in _HANDS:
            return False
        drafts = {actor: self.cast.draft(actor) for actor in self.cast.at(head)}
        return all(
            (draft.kind == "unnamed" and draft.country is None)
            or same_side(self.cast, actor, judge)
            for actor, draft in drafts.items()
        )

    def _held(self, actors: Iterable[int], head: int | None) -> Iterator[Holder]:
        for actor in actors:
            certainty = (self.cast.certainty(head, actor) if head is not None else 1.0) or 1.0
            party = speaks_for(self.cast, actor)
            if "JRN" in self.cast.draft(actor).sectors:
                continue
            if party is not None:
                yield Holder(party, actor, certainty)
            elif self.is_collective(actor):
                yield Holder(actor, actor, certainty * _GROUP)

    def is_collective(self, actor: int) -> bool:
        """Whether an actor without a name stands for states or governments.

        A people known by name does ("Europeans"), residents or refugees do not.
        """
        draft = self.cast.draft(actor)
        if draft.kind == "population":
            return draft.country is None and draft.key[:1] == ("population",)
        if draft.kind != "unnamed":
            return False
        for word in draft.name.lower().split():
            entry = actor_nouns().word(word) or actor_nouns().word(singular(word))
            official = entry and entry.kind == "person" and "GOV" in entry.sectors
            if official or (entry and entry.kind in {"government", "collective"}):
                return True
        return False

    def _collective(self, head: int) -> tuple[int, ...]:
        """An unnamed actor for "most of the countries", where the cast has none yet."""
        tree = self.tree
        within = [head, *(item for item in tree.children(head, "nmod") if tree.case(item) == "of")]
        kinds = {
            entry[1].kind for item in within if (entry := actor_nouns().at(tree, item)) is not None
        }
        plural = any("Number=Plur" in tree.features[item] for item in within)
        if not plural or not kinds & {"government", "collective"} or self.cast.at(head):
            return ()
        return (self.cast.unnamed(*tree.phrase(head)),)

    # Voices -----------------------------------------------------------------------------------

    def voice(self, token: int, holder: Holder) -> Voice:
        """In whose voice a judgement stands whose predicate is ``token``.

        What the press or an unnamed report says of a holder counts as the outlet's own voice.
        """
        own = self.cue_heads.get(token)
        around = self.statement_at(token)
        speakers = () if around is None else self.statements[around].speakers
        if all("JRN" in self.cast.draft(speaker).sectors for speaker in speakers):
            return Voice("own", None, own, 1.0 if around is None else _HEARSAY)
        if any(
            speaker == holder.actor or same_side(self.cast, speaker, holder.party)
            for speaker in speakers
        ):
            return Voice("own", None, around if own is None else own, 1.0)
        party = speaks_for(self.cast, speakers[0])
        factor = _BYSTANDER if party is None else _HEARSAY
        return Voice("reported", speakers[0], around, factor)


def sentence_span(tree: Tree, token: int) -> tuple[int, int]:
    """The characters of the sentence of a token, without white space at its ends."""
    start, end = tree.sentence(token)
    inside = [item for item in range(start, end) if tree.tags[item] != "SPACE"]
    return tree.span(inside[0], inside[-1] + 1) if inside else tree.span(start, end)


def is_predicate(tree: Tree, word: int) -> bool:
    """Whether an adjective or noun is said of a subject ("is wary", "remains wary")."""
    if tree.child(word, "cop", "aux:pass") is not None:
        return True
    felt = is_one_of(tree, tree.heads[word], effect_words("feeling"))
    return felt and tree.relations[word] == "xcomp"
