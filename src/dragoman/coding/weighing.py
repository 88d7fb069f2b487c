"""The tables' word on a stance and the network's, weighed against each other.

Both are witnesses to the same fact. Where the tables know a word, what they say multiplies the
network's probabilities by how likely they say so: a row speaks for its own stance as far as its
score goes, and shares out the rest. The network is taken to be off the track now and then and to
say nothing there, so that a clear word of judgement stands against it, however sure it is.

Where the tables are silent the network decides alone, and must be the surer, the more often it is
wrong about a stance in talk unlike what it learnt from: it takes any plain telling for an excuse
and any request for an appeal, so that of a bystander these are believed from the tables only. The
speaker's part helps: who did the act excuses it, to whom it was done finds fault with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.opinions import STANCES
from dragoman.coding.protocols import StanceType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from dragoman.coding.opinions import Opinion, Opinions
    from dragoman.coding.protocols import StanceTyper
    from dragoman.coding.targets import Part
    from dragoman.records import Stance

NEVER = 2.0
"""A threshold that no probability reaches."""

ALONE: Mapping[Part, Mapping[Stance, float]] = {
    "did": {
        "support": 0.4, "understanding": 0.4, "restraint": NEVER, "concern": 0.8,
        "criticism": 0.6, "condemnation": 0.6,
    },
    "suffered": {
        "support": 0.9, "understanding": NEVER, "restraint": NEVER, "concern": 0.7,
        "criticism": 0.7, "condemnation": 0.7,
    },
    "neither": {
        "support": 0.8, "understanding": NEVER, "restraint": NEVER, "concern": 0.8,
        "criticism": 0.8, "condemnation": 0.8,
    },
}  # fmt: skip
"""How sure the network must be of a stance that no table knows a word for."""

UNNAMED = 0.9
"""How sure it must be of a bystander's words that do not even name the act they are about."""

TRUST: Mapping[Stance, float] = {
    "support": 1.0, "understanding": 0.1, "restraint": 0.3, "concern": 1.0,
    "criticism": 0.5, "condemnation": 0.5,
}  # fmt: skip
"""How much of what the network gives to a stance counts beside a table's word."""

ASTRAY = 0.3
"""How often the network's word on words that a table knows is taken to say nothing."""

_BESIDE: Mapping[Stance, Stance] = {
    "condemnation": "criticism", "criticism": "condemnation",
    "restraint": "concern", "concern": "restraint",
    "support": "understanding", "understanding": "support",
}  # fmt: skip
_APART = 0.2
"""How much of what a row leaves over goes to a stance that is not beside its own."""


def weighed(
    shown: StanceType | None, opinion: Opinion, part: Part = "neither"
) -> StanceType | None:
    """The stance that tables and network together make likeliest, or ``None`` for none.

    Args:
        shown: What the tables say.
        opinion: What the network says of the same words.
        part: Whether the speaker did or suffered what the article is about.
    """
    return _alone(opinion, part) if shown is None else _together(shown, opinion)


def _alone(opinion: Opinion, part: Part) -> StanceType | None:
    best = max(STANCES, key=lambda stance: opinion.shares[stance])
    sure = opinion.shares[best] + opinion.shares[_BESIDE[best]]
    unlikely = part != "did" and opinion.none > opinion.shares[best]
    if sure < ALONE[part][best] or unlikely:
        return None
    return StanceType(best, sure, (opinion.head,))


def _together(shown: StanceType, opinion: Opinion) -> StanceType | None:
    left = 1.0 - shown.score
    heard = {stance: _steadied(opinion.shares[stance]) for stance in STANCES}
    speaks = dict.fromkeys(STANCES, left * _APART)
    speaks |= {_BESIDE[shown.stance]: left, shown.stance: shown.score}
    shares = {
        stance: heard[stance] * (1.0 if stance == shown.stance else TRUST[stance])
        * speaks[stance]
        for stance in STANCES
    }  # fmt: skip
    none = _steadied(opinion.none) * left
    best = max(STANCES, key=lambda stance: shares[stance])
    if shares[best] <= none:
        return None
    score = shares[best] / (none + sum(shares.values()))
    if best == shown.stance:
        score = (score + shown.score) / 2
    return StanceType(best, min(score, max(shown.score, 0.5)), shown.tokens)


def _steadied(share: float) -> float:
    """A probability of the network's, mixed with an even one for when it is off the track."""
    return (1.0 - ASTRAY) * share + ASTRAY / (len(STANCES) + 1)


class WeighingStanceTyper:
    """Judges statements by another typer and what the network thinks of their words.

    Args:
        typer: What knows stances by words.
        opinions: What the network thinks.
    """

    def __init__(self, typer: StanceTyper, opinions: Opinions) -> None:
        self._typer = typer
        self._opinions = opinions

    def __call__(self, doc: Doc, content: Sequence[int], cue: int | None) -> StanceType | None:
        """The likeliest stance of all sentences of a statement, or ``None``."""
        return self.judged(content, self.shown(doc, content, cue), "neither")

    def shown(self, doc: Doc, content: Sequence[int], cue: int | None) -> StanceType | None:
        """What the tables say by themselves."""
        return self._typer(doc, content, cue)

    def judged(
        self, content: Sequence[int], shown: StanceType | None, part: Part
    ) -> StanceType | None:
        """The likeliest stance of a speaker's words whose part in the act is known.

        ``shown`` is what the tables say of them.
        """
        heard = self._opinions.of(content)
        if not heard:
            return shown
        found = [weighed(_within(shown, opinion), opinion, part) for opinion in heard]
        if shown is not None and not any(_within(shown, opinion) for opinion in heard):
            found.append(shown)
        stances = (item for item in found if item is not None)
        return max(stances, key=lambda item: item.score, default=None)


def _within(shown: StanceType | None, opinion: Opinion) -> StanceType | None:
    """What the tables say, where it rests on words of the stretch that the opinion is of."""
    if shown is None or not opinion.tokens[0] <= shown.tokens[0] < opinion.tokens[1]:
        return None
    return shown
