"""What the second network says of words that may tell of a contact, all asked in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from dragoman.language.decisions import Question
from dragoman.records import Channel, ContactStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.tree import Tree
    from dragoman.language.acts import TaggedTokens
    from dragoman.language.decisions import Answer

Extent = tuple[int, int]

CONTACT_TYPES = ("CONSULT", "AGREE", "REQUEST", "REJECT")
"""What a contact is as an event: held, planned or invited to, asked for, refused or called off."""

CHANNELS: tuple[Channel, ...] = get_args(Channel)
STATUSES: tuple[ContactStatus, ...] = get_args(ContactStatus)
_UNREAL = ("negated", "hypothetical", "historical")
_ACTOR, _RECIPIENT = 1, 2
_ASKED = ("event", "modality", "channel", "status")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the network says of one word.

    ``contact`` is the probability that it tells of a contact, ``unreal`` that it is denied, only
    thought of or long past. ``channels`` and ``statuses`` are shares of what is no "none".
    ``roles`` gives the probabilities of each token of the sentence as actor and as recipient.
    """

    contact: float
    unreal: float
    channels: Mapping[Channel, float]
    statuses: Mapping[ContactStatus, float]
    roles: Mapping[int, tuple[float, float]]

    @property
    def stands(self) -> float:
        """The probability that the word tells of a contact that a record holds."""
        return self.contact * (1.0 - self.unreal)


class Verdicts:
    """The network's verdicts on one article; none without a network.

    Args:
        doc: A parsed Doc; ``doc._.decisions`` and ``doc._.triggers`` are read where they are set.
        tree: Its tree.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        self._decisions = doc._.decisions if doc.has_extension("decisions") else None
        found = doc._.triggers if doc.has_extension("triggers") else None
        self.triggers: tuple[TaggedTokens, ...] = found or ()
        self._extents = {
            token: (span.start, span.end)
            for span in self.triggers
            for token in range(span.start, span.end)
        }
        self._known: dict[Extent, Verdict] = {}

    def ask(self, tokens: Iterable[int]) -> None:
        """Ask about words, each as its trigger where it is part of one, all in one call."""
        if self._decisions is None:
            return
        extents = dict.fromkeys(self._extent(token) for token in tokens)
        questions = [
            Question(self._tree.sentence(start), (("trigger", (start, end)),))
            for start, end in extents
        ]
        for extent, answer in zip(extents, self._decisions.ask(questions), strict=True):
            if all(name in answer.labels for name in _ASKED):
                self._known[extent] = self._verdict(extent, answer)

    def of(self, tokens: Iterable[int]) -> Verdict | None:
        """The verdict on the likeliest of some words, ``None`` where none was asked about."""
        known = [self._known.get(self._extent(token)) for token in tokens]
        found = [verdict for verdict in known if verdict is not None]
        return max(found, key=lambda verdict: verdict.contact, default=None)

    def _extent(self, token: int) -> Extent:
        return self._extents.get(token, (token, token + 1))

    def _verdict(self, extent: Extent, answer: Answer) -> Verdict:
        kinds = sum(answer.probability("event", type_) for type_ in CONTACT_TYPES)
        channels = {name: answer.probability("channel", name) for name in CHANNELS}
        statuses = {name: answer.probability("status", name) for name in STATUSES}
        return Verdict(
            contact=kinds * sum(channels.values()),
            unreal=sum(answer.probability("modality", name) for name in _UNREAL),
            channels=channels,
            statuses=statuses,
            roles=self._roles(extent, answer),
        )

    def _roles(self, extent: Extent, answer: Answer) -> dict[int, tuple[float, float]]:
        start, end = self._tree.sentence(extent[0])
        solid = [token for token in range(start, end) if self._tree.tags[token] != "SPACE"]
        if len(solid) != len(answer.roles):
            return {}
        return {
            token: (float(row[_ACTOR]), float(row[_RECIPIENT]))
            for token, row in zip(solid, answer.roles, strict=True)
        }
