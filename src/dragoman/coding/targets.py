"""Which act is judged: an event of the article, or the words for a policy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.coding.inflection import forms
from dragoman.coding.parties import same_side
from dragoman.coding.stretches import head_of
from dragoman.records import codebook
from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from importlib.resources.abc import Traversable

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft, Party
    from dragoman.coding.tree import Tree

Part = Literal["did", "suffered", "neither"]
"""A party's part in an act."""

Reach = Literal["act", "pact", "affair", "conduct", "quality", "claim", "speech", "policy"]

_FILE = "acts.tsv"
_COLUMNS = ("noun", "reach", "types")
_MATERIAL = {
    "ASSAULT": 4, "COERCE": 3, "MOBILIZE": 3, "SANCTION": 3, "PROTEST": 2, "RETREAT": 2, "AID": 1,
    "COOPERATE": 1,
}  # fmt: skip
_SPEECH = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "CONSULT"})
_DEEDS = frozenset({"act", "pact", "affair", "policy"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID"})
_KIND = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE"})
_POINTING = frozenset({"it", "this", "that", "which", "what"})
_NAMED, _REFERRED, _SUPPOSED, _WORDED = 1.0, 0.92, 0.8, 0.65
_OPENING, _FOREGROUND = 3, 1.5
"""The headline and the first sentences tell what an article is about; acts told there first weigh
more by this factor."""
_NEAR = 8
"""Within how many sentences of the main act words that name none are taken to be about it."""
_FAR = 0.6
"""How sure that is at least where the article opens with the act, as a round-up does."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is judged: an event's index or words, how sure, and the tokens that name it.

    ``supposed`` says that no words name it: it is what the article is about.
    """

    target: int | str
    factor: float
    tokens: tuple[int, ...] = ()
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class ActNoun:
    """A row of the table of nouns for acts; without types the noun may mean any event."""

    reach: Reach
    types: frozenset[str]


@cache
def act_nouns() -> dict[str, ActNoun]:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_act_nouns(resources.files("dragoman.coding") / "data")


def read_act_nouns(folder: Traversable) -> dict[str, ActNoun]:
    """Read and check the table in a folder.

    Raises:
        DataError: A reach or type is unknown, or a noun is listed twice.
    """
    found: dict[str, ActNoun] = {}
    known = codebook().codes("types")
    for row in read_table(folder, _FILE, _COLUMNS):
        if row["noun"] in found:
            raise row.wrong(f"{row['noun']!r} is listed twice")
        types = frozenset((row.optional("types") or "").split())
        if not types <= set(known):
            raise row.wrong(f"an unknown type among {row['types']!r}")
        found[row["noun"]] = ActNoun(row.one_of("reach", get_args(Reach)), types)
    return found


class Targets:
    """The acts of one article that somebody may judge."""

    def __init__(self, tree: Tree, cast: Cast, events: Sequence[EventDraft]) -> None:
        self._tree = tree
        self._cast = cast
        self._events = events
        self._nouns = act_nouns()
        self._by_token: dict[int, int] = {}
        for number, event in enumerate(events):
            if event.type not in _SPEECH:
                for token in event.triggers:
                    self._by_token.setdefault(token, number)

    def named(self, tokens: Iterable[int]) -> Target | None:
        """The event whose trigger stands among some tokens, the weightiest of several."""
        found = [
            (self._weight(self._by_token[token]), -token, self._by_token[token], token)
            for token in tokens
            if token in self._by_token
        ]
        if not found:
            return None
        _, _, number, token = max(found)
        return Target(number, _NAMED, (token,))

    def named_of(self, sides: Sequence[int], tokens: Iterable[int]) -> Target | None:
        """As :meth:`named`, among the acts that some actors did: "for the tents it had sent"."""
        own = [
            token
            for token in tokens
            if token in self._by_token and any(self.by(self._by_token[token], s) for s in sides)
        ]
        return self.named(own)

    def referred(self, tokens: Iterable[int], judge: Party | None) -> Target | None:
        """The event meant by "the attack", "this", "the situation" among some tokens."""
        for token in tokens:
            found = self._pointed(token, judge)
            if found is not None:
                return found
        return None

    def _pointed(self, token: int, judge: Party | None) -> Target | None:
        noun = self._noun(token)
        number = None
        if self._is_pointing(token):
            number = self._just_told(token, judge)
        elif noun is not None and noun.reach == "affair":
            number = self._main(judge)
        elif noun is not None and noun.reach == "policy":
            return None if self._tree.relations[token] == "compound" else self.worded(token)
        elif noun is not None and noun.reach in _DEEDS:
            number = self._last(token, judge, noun)
            if number is None and noun.types:
                return self.worded(token)
        return None if number is None else Target(number, _REFERRED, (token,))

    def _is_pointing(self, token: int) -> bool:
        """Whether a pronoun may stand for an act.

        A subject that stands for an actor does not, nor one that stands for a clause behind it:
        "it is wrong to stay".
        """
        tree = self._tree
        if tree.lower[token] not in _POINTING or tree.tags[token] != "PRON":
            return False
        clause = tree.child(tree.heads[token], "csubj", "ccomp", "xcomp", "advcl", "acl")
        empty = tree.lower[token] == "it" and tree.tags[tree.heads[token]] in {"ADJ", "NOUN"}
        stands_for_clause = tree.relations[token] == "expl" or (empty and clause is not None)
        does = tree.relations[token] in {"nsubj", "nmod:poss"} and bool(self._cast.at(token))
        return not stands_for_clause and not does

    def main(self, judge: Party | None, near: int) -> Target | None:
        """The act the article is about, as far as the judge did not do it.

        The further from ``near`` it is told, the less sure it is that words there are about it.
        """
        number = self._main(judge)
        return None if number is None else self._supposed(number, near)

    def of_own(self, judge: Party, near: int) -> Target | None:
        """The act the article is about, where the judge did it."""
        number = self._main(None)
        if number is None or not self.by(number, judge):
            return None
        return self._supposed(number, near)

    def favour(self, sides: Sequence[Party], token: int, judge: Party) -> Target | None:
        """What thanks or praise for somebody are for: the last kind act told of them.

        Without one, the act the article is about, where they did it. What is owed to a people is
        owed to its state.
        """
        sides = [*sides, *filter(None, map(self._homeland, sides))]
        kind = [
            (max(before), number)
            for number, event in enumerate(self._events)
            if event.type in _KIND
            and any(self.by(number, side) for side in sides)
            and (before := [item for item in event.triggers if item < token])
        ]
        if kind:
            return Target(max(kind)[1], _REFERRED)
        number = self._main(judge)
        if number is None or not any(self.by(number, side) for side in sides):
            return None
        return self._supposed(number, token)

    def _homeland(self, side: Party) -> str | None:
        """The state of a people."""
        draft = None if isinstance(side, str) else self._cast.draft(side)
        return draft.country if draft is not None and draft.kind == "population" else None

    def _supposed(self, number: int, near: int) -> Target:
        tree = self._tree
        place = tree.sentences[near]
        apart = min(
            (abs(tree.sentences[item] - place) for item in self._events[number].triggers),
            default=0,
        )
        least = _FAR if self._foreground(number) > 1 else 0.0
        factor = _SUPPOSED * max(min(1.0, _NEAR / max(apart, 1)), least)
        return Target(number, factor, supposed=True)

    def told(self, tokens: Sequence[int]) -> Target | None:
        """The words of a clause that tells what somebody does, as a policy."""
        tree = self._tree
        words = [item for item in tokens if tree.tags[item] not in {"PUNCT", "SPACE"}]
        while words and tree.tags[words[0]] in {"SCONJ", "ADP", "CCONJ"}:
            words.pop(0)
        if not words:
            return None
        text = " ".join(tree.words_of(words[0], words[-1] + 1).split())
        return Target(text, _WORDED, tuple(words))

    def worded(self, head: int) -> Target | None:
        """The words of a noun phrase as a policy, where they name neither event nor actor."""
        tree = self._tree
        if tree.tags[head] != "NOUN" or self._cast.at(head) or self._reach(head) == "claim":
            return None
        start, end = tree.phrase(head)
        words = " ".join(tree.words_of(start, end).split())
        return Target(words, _WORDED, tuple(range(start, end)))

    def is_conduct(self, token: int) -> bool:
        """Whether a noun names how somebody behaves ("the reaction"), not a deed."""
        return self._reach(token) == "conduct"

    def is_quality(self, token: int) -> bool:
        """Whether a noun names what somebody is like ("the resolve"), praised as himself."""
        return self._reach(token) == "quality"

    def tells_of_act(self, tokens: Iterable[int]) -> bool:
        """Whether some tokens name an event, or refer to a deed by a noun."""
        found = list(tokens)
        return self.named(found) is not None or any(self.is_deed(item) for item in found)

    def is_news(self, tokens: Sequence[int]) -> bool:
        """Whether words tell that an act was done: its trigger is the verb that governs them."""
        head = head_of(self._tree, tokens[0], tokens[-1] + 1)
        return head in self._by_token and self._tree.tags[head] == "VERB"

    def suits(self, number: int, actors: Iterable[int], judge: Party) -> bool:
        """Whether words that name some actors may be a verdict on an event that they do not name.

        They may not where they name those it was done to and none of those who did it.
        """
        others = [actor for actor in actors if not same_side(self._cast, actor, judge)]
        suffered = any(self.upon(number, actor) for actor in others)
        return not suffered or any(self.by(number, actor) for actor in others)

    def by(self, number: int, party: Party | None) -> bool:
        """Whether a party did an event."""
        return any(same_side(self._cast, actor, party) for actor in self._events[number].actors)

    def upon(self, number: int, party: Party | None) -> bool:
        """Whether an event was done to a party."""
        event = self._events[number]
        return any(same_side(self._cast, actor, party) for actor in event.recipients)

    def part(self, judge: Party) -> Part:
        """Whether a party did the act the article is about, suffered it, or neither."""
        number = self._main(None)
        if number is None:
            return "neither"
        if self.by(number, judge):
            return "did"
        return "suffered" if self.upon(number, judge) else "neither"

    def is_deed(self, token: int) -> bool:
        """Whether a noun is one for acts, agreements or affairs."""
        return self._reach(token) in _DEEDS

    def is_speech(self, token: int) -> bool:
        """Whether a noun is one for words that somebody gives out ("a statement")."""
        return self._reach(token) == "speech"

    def is_claim(self, token: int) -> bool:
        """Whether a noun is one for what somebody says ("the accusation")."""
        return self._reach(token) == "claim"

    def modality(self, number: int) -> str:
        """The modality of an event."""
        return self._events[number].modality

    def _reach(self, token: int) -> Reach | None:
        noun = self._noun(token)
        return None if noun is None else noun.reach

    def _noun(self, token: int) -> ActNoun | None:
        if self._tree.tags[token] != "NOUN":
            return None
        return next(
            (self._nouns[form] for form in forms(self._tree, token) if form in self._nouns), None
        )

    def _weight(self, number: int) -> int:
        event = self._events[number]
        return _MATERIAL.get(event.type, 0) * (2 if event.modality == "asserted" else 1)

    def _foreground(self, number: int) -> float:
        """How much more an act weighs because the article opens with it."""
        first = min(self._events[number].triggers, default=None)
        opens = first is not None and self._tree.sentences[first] < _OPENING
        return _FOREGROUND if opens else 1.0

    def _just_told(self, token: int, judge: Party | None) -> int | None:
        """The act a pronoun may stand for: one told in its own sentence or the one before."""
        tree = self._tree
        start = tree.sentence(max(tree.sentence(token)[0] - 1, 0))[0]
        near = range(start, token)
        told = [item for item in near if item in self._by_token]
        nouns = [item for item in near if tree.tags[item] == "NOUN" and self._reach(item) == "act"]
        return self._last(token, judge, None) if told or nouns else None

    def _last(self, token: int, judge: Party | None, noun: ActNoun | None) -> int | None:
        """The nearest material act told before a token that a noun may mean, else the main one."""
        before = [
            (max(item for item in event.triggers if item < token), number)
            for number, event in enumerate(self._events)
            if event.type in _MATERIAL
            and _may_mean(noun, event.type)
            and any(item < token for item in event.triggers)
        ]
        weights = [self._weight(number) for _, number in before]
        heavy = [
            item for item, weight in zip(before, weights, strict=True) if weight == max(weights)
        ]
        if heavy:
            return max(heavy)[1]
        main = self._main(judge)
        return main if main is not None and _may_mean(noun, self._events[main].type) else None

    def _main(self, judge: Party | None) -> int | None:
        """The weightiest act: not the judge's own, material, asserted, told at once, often told.

        What is said not to have been done is none.
        """
        numbers = [
            number
            for number, event in enumerate(self._events)
            if event.type in _MATERIAL and event.modality != "negated"
        ]
        return max(
            numbers,
            key=lambda number: (
                not self.by(number, judge),
                self._weight(number) * self._foreground(number),
                len(self._events[number].triggers),
                -min(self._events[number].triggers, default=0),
            ),
            default=None,
        )


def _may_mean(noun: ActNoun | None, event_type: str) -> bool:
    """Whether a noun, or without one a pronoun, may stand for an event of a type."""
    if noun is None:
        return True
    if noun.types:
        return event_type in noun.types
    return noun.reach != "pact" or event_type not in _FORCE
