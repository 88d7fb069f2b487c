"""A network's word on stances, written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from dragoman.coding.opinions import NO_STANCE, STANCES
from dragoman.language.decisions import Answer, Question
from dragoman.language.extensions import register

Shares = Mapping[str, float]
"""The probability of each stance that is told; the rest goes to none."""

_LABELS = {"stance": (NO_STANCE, *STANCES)}


@dataclass(frozen=True)
class Stances:
    """Says of marked words, by the first of them that is told of, how likely each stance is."""

    doc: Doc
    told: Mapping[str, Shares]

    def ask(self, questions: Sequence[Question]) -> list[Answer]:
        """The answers, in the order of the questions."""
        return [self._answer(*marks[0][1]) for _, marks in questions]

    def _answer(self, start: int, end: int) -> Answer:
        words = [token.text for token in self.doc[start:end]]
        shares = next((self.told[word] for word in words if word in self.told), {})
        rest = 1.0 - sum(shares.values())
        scores = [shares.get(label, rest * (label == NO_STANCE)) for label in _LABELS["stance"]]
        no_roles = np.zeros((0, 5), dtype=np.float32)
        return Answer(_LABELS, {"stance": np.array(scores, dtype=np.float32)}, no_roles)


def with_stances(doc: Doc, told: Mapping[str, Shares]) -> Doc:
    """Set what the network says of the words of a Doc."""
    register()
    doc._.decisions = Stances(doc, told)
    return doc
