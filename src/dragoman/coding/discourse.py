"""Whom a word may go back to: what was spoken of before it, and how likely each is meant.

Two things speak for an antecedent. Rules of discourse give a score: near, in subject position,
not ruled out by grammar (a verb's object is not its subject) or by quotation marks ("he" inside
a quotation is not its speaker). The network, where there is one, gives a probability for every
earlier noun phrase, those that are no actors included. Both are multiplied, the scores as odds,
and what is left after the hard constraints (number, gender, kind) is shared out anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Protocol

from dragoman.coding.grammar import subjects
from dragoman.coding.quotes import Quotation, quotations

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast, Mention
    from dragoman.coding.lexicon import Gender
    from dragoman.coding.scene import Scene

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "obl:agent"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_OWNING = frozenset({"his", "her", "their", "its"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE = frozenset(
    {"compound", "flat", "flat:foreign", "fixed", "goeswith", "expl", "nmod:desc", "nmod:unmarked"}
)
_SUBJECT_BONUS = 2.0
_SENTENCE_COST = 1.5
_QUOTED_COST = 2.0
_PRONOUN_BONUS = 1.0
_POSSESSOR_COST = 1.0
_SEVERAL_BONUS = 1.5
_CLEAR_MARGIN, _NEAR_MARGIN = 2.0, 0.75
_CLEAR, _LIKELY, _WEAK = 0.9, 0.75, 0.55

TEMPERATURE = 1.0
"""By how much the scores of the rules are cooled before they are odds beside the network's."""

FLOOR = 0.02
"""What each earlier phrase has of the probability at least, so that where the network is silent the
rules decide."""

Fits = Callable[[int], bool]
"""Whether an actor of the cast can be meant."""


class Antecedents(Protocol):
    """Says what a mention goes back to."""

    def likely(self, token: int, earlier: Sequence[int], /) -> Sequence[float]:
        """Probability that the mention headed by a token goes back to each earlier head.

        What is missing to 1 is the probability that it goes back to none of them.
        """
        ...


Who = tuple[int, ...]
"""An actor, or several who are spoken of together."""


@dataclass(slots=True)
class Candidate:
    """Who was spoken of before: the best mention's head and score, and how likely it is meant."""

    who: Who
    token: int
    score: float
    share: float = 0.0


class Discourse:
    """The mentions so far in order of text, with their roles in the sentence.

    Args:
        scene: The article, with the actors and mentions known so far.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tree = scene.tree
        self.cast: Cast = scene.cast
        self.network: Antecedents | None = scene.antecedents
        self.mentions: list[Mention] = []
        self.quotes: tuple[Quotation, ...] = quotations(scene.tree.text)
        self._quoted: dict[int, Quotation | None] = {}
        self._genders: dict[int, dict[Gender, float]] = {}
        self._nominals = [token for token in range(len(scene.tree)) if self._is_nominal(token)]

    def _is_nominal(self, token: int) -> bool:
        tree = self.tree
        if tree.tags[token] not in _HEADS or self.scene.hidden[token]:
            return False
        return tree.relations[token] not in _INSIDE

    def is_subject(self, token: int) -> bool:
        """Whether a phrase head is a subject, itself or as a conjunct of one."""
        head = self.tree.coordination_head(token)
        return self.tree.relations[head] in SUBJECTS

    def quote_of(self, token: int) -> Quotation | None:
        """The outermost quotation a token stands in."""
        if token not in self._quoted:
            self._quoted[token] = self._find_quote(token)
        return self._quoted[token]

    def _find_quote(self, token: int) -> Quotation | None:
        start, end = self.tree.starts[token], self.tree.ends[token]
        for quotation in self.quotes:
            if quotation.start > start:
                return None
            if quotation.depth == 0 and quotation.holds(start, end):
                return quotation
        return None

    # Gender ----------------------------------------------------------------------------------

    def is_called(self, actor: int, gender: Gender) -> bool:
        """Whether an actor may be "he" or "she": no noun and no clear pronoun says otherwise."""
        told = self.cast.draft(actor).gender
        if told is not None:
            return told == gender
        other: Gender = "f" if gender == "m" else "m"
        votes = self._genders.get(actor, {})
        return votes.get(other, 0.0) - votes.get(gender, 0.0) < _LIKELY

    def call(self, actor: int, gender: Gender, certainty: float) -> None:
        """Remember that a pronoun of that gender went to an actor."""
        votes = self._genders.setdefault(actor, {})
        votes[gender] = votes.get(gender, 0.0) + certainty

    # Candidates ------------------------------------------------------------------------------

    def candidates(
        self,
        token: int,
        reach: int,
        fits: Fits,
        other: Callable[[int], bool] | None = None,
        *,
        joined: bool = False,
        surely: bool = False,
        also: Mapping[int, Who] | None = None,
    ) -> list[Candidate]:
        """Who was spoken of before a token and fits, the likeliest first.

        Args:
            token: The head of the word that goes back to one of them.
            reach: How many sentences back.
            fits: Whether an actor can be meant at all.
            other: Whether a noun that is no actor can be meant; without it, any.
            joined: Whether actors joined by "and" can be meant together.
            surely: Whether it is known that something spoken of before is meant.
            also: Further heads of whom can be meant, such as states named as places.
        """
        owners = self._owners(token, reach, fits)
        owners = {**(also or {}), **owners}
        if joined:
            owners.update(self.joined(token, reach))
        found = self._by_rules(token, owners)
        if self.network is None or not found:
            return _shared_by_margin(found)
        rest = [
            head
            for head in self._nominals_before(token, reach)
            if head not in owners and not self.cast.at(head) and (other is None or other(head))
        ]
        self._share_out(token, found, owners, rest, surely=surely)
        return sorted(found, key=lambda each: (-each.share, -each.score, -each.token))

    def _owners(self, token: int, reach: int, fits: Fits) -> dict[int, Who]:
        """Heads of the mentions of actors that fit, less those that grammar rules out."""
        quote = self.quote_of(token)
        return {
            mention.root: (mention.actor,)
            for mention in self._within(token, reach)
            if fits(mention.actor) and not self._ruled_out(token, mention, quote)
        }

    def joined(self, token: int, reach: int) -> dict[int, Who]:
        """Actors that are coordinated before a token, by each of their heads, nearest first."""
        found: dict[int, Who] = {}
        for mention in self._within(token, reach):
            head = self.tree.coordination_head(mention.root)
            actors = self.cast.denoted(head) if head not in found else ()
            if len(actors) > 1 and self.tree.child(head, "conj") is not None:
                found.update(dict.fromkeys(self.tree.conjuncts(head), actors))
        return found

    def _by_rules(self, token: int, owners: Mapping[int, Who]) -> list[Candidate]:
        best: dict[Who, Candidate] = {}
        quote = self.quote_of(token)
        for head, who in owners.items():
            score = self.score(token, head, quote) + (_SEVERAL_BONUS if len(who) > 1 else 0.0)
            known = best.get(who)
            if known is None or known.score < score:
                best[who] = Candidate(who, head, score)
        return sorted(best.values(), key=lambda each: (-each.score, -each.token))

    def _within(self, token: int, reach: int) -> Iterable[Mention]:
        """The mentions that end before a token, at most so many sentences back, nearest first."""
        sentence = self.tree.sentences[token]
        for mention in reversed(self.mentions):
            if sentence - self.tree.sentences[mention.start] > reach:
                return
            if mention.end <= token:
                yield mention

    def score(self, token: int, head: int, quote: Quotation | None) -> float:
        """How salient the phrase headed at ``head`` is for a token in the quotation ``quote``."""
        tree = self.tree
        score = -_SENTENCE_COST * (tree.sentences[token] - tree.sentences[head])
        if self.is_subject(head):
            score += _SUBJECT_BONUS
        if tree.relations[head] == "nmod:poss":
            score -= _POSSESSOR_COST
        if tree.tags[head] == "PRON":
            score += _PRONOUN_BONUS
        if self.quote_of(head) is not quote:
            score -= _QUOTED_COST if quote is None else _QUOTED_COST / 2
        return score

    def _ruled_out(self, token: int, mention: Mention, quote: Quotation | None) -> bool:
        tree = self.tree
        word, relation = tree.lower[token], tree.relations[token]
        if word in _REFLEXIVE:
            return False
        if relation in _ARGUMENTS and self._governs(mention.root, tree.heads[token]):
            return True
        outside = quote is not None and self.quote_of(mention.root) is None
        same = tree.sentences[mention.start] == tree.sentences[token]
        return outside and same and word not in _OWNING and self.is_subject(mention.root)

    def _governs(self, subject: int, verb: int) -> bool:
        """Whether a phrase does what a verb says: "X rang Y and asked him to let her go"."""
        head = self.tree.coordination_head(subject)
        return head in map(self.tree.coordination_head, subjects(self.tree, verb))

    # The network's part ----------------------------------------------------------------------

    def _share_out(
        self,
        token: int,
        found: Sequence[Candidate],
        owners: Mapping[int, Who],
        rest: Sequence[int],
        *,
        surely: bool,
    ) -> None:
        """Set the shares of candidates beside the other nouns, and beside nothing at all."""
        heads = [*owners, *rest]
        likely = self.network.likely(token, heads) if self.network is not None else ()
        quote = self.quote_of(token)
        weights = {
            head: (share + FLOOR) * exp(self.score(token, head, quote) / TEMPERATURE)
            for head, share in zip(heads, likely, strict=True)
        }
        total = sum(weights.values()) + (0.0 if surely else max(0.0, 1.0 - sum(likely)))
        for candidate in found:
            own = sum(weights[head] for head, who in owners.items() if who == candidate.who)
            candidate.share = own / total

    def _nominals_before(self, token: int, reach: int) -> list[int]:
        """Heads of the noun phrases before a token, at most so many sentences back."""
        tree = self.tree
        sentence = max(0, tree.sentences[token] - reach)
        first = tree.sentence_bounds[sentence][0]
        low = bisect_left(self._nominals, first)
        return self._nominals[low : bisect_left(self._nominals, token)]


def _shared_by_margin(found: list[Candidate]) -> list[Candidate]:
    """Without a network the best candidate's share is told by how far behind the second comes."""
    if not found:
        return found
    margin = found[0].score - found[1].score if len(found) > 1 else _CLEAR_MARGIN
    if margin >= _CLEAR_MARGIN:
        found[0].share = _CLEAR
    else:
        found[0].share = _LIKELY if margin >= _NEAR_MARGIN else _WEAK
    return found
