"""Tables, tagger and second network together on one word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from spacy.tokens import Doc

from dragoman.coding.events import CombinedTyper
from dragoman.coding.events.weights import NONE
from dragoman.coding.tree import tree_of
from dragoman.language.acts import TaggedTokens
from dragoman.language.decisions import Answer, Question
from dragoman.language.extensions import register
from dragoman.records import codebook
from tests.coding.shorthand import short

TYPES = (*codebook().codes("types"), NONE)
LABELS = {"event": TYPES, "mode": ("-",), "modality": ("asserted",)}

GRANTED = "{nsubj Peru} granted=grant {obj asylum} {obl to Navarro} ."
RATIFIED = "{nsubj Peru} ratified=ratify {obj the treaty {nmod with Chile}} ."
SENT = "{nsubj Peru} sent=send {obj gunboats=gunboat} {obl to the river} ."
SLAMMED = "{nsubj Peru} slammed=slam {obj Chile} ."


@dataclass(frozen=True)
class Types:
    """Gives each marked word the same shares of types, what is left to none."""

    shares: Mapping[str, float]

    def ask(self, questions: Sequence[Question]) -> list[Answer]:
        """One answer a question."""
        left = 1.0 - sum(self.shares.values())
        types = [self.shares.get(name, left * (name == NONE)) for name in TYPES]
        scores = {
            "event": np.array(types, dtype=np.float32),
            "mode": np.ones(1, dtype=np.float32),
            "modality": np.ones(1, dtype=np.float32),
        }
        return [Answer(LABELS, scores, np.zeros((0, 5), dtype=np.float32)) for _ in questions]


def typed(
    sentence: str, shares: Mapping[str, float], tag: tuple[str, float] | None = None
) -> str | None:
    """The type of the second word of a sentence, ``tag`` being what the tagger takes it for."""
    doc = heard(sentence, shares, tag)
    found = CombinedTyper()(doc, 1)
    return found.type if found is not None and not found.refers else None


def heard(sentence: str, shares: Mapping[str, float], tag: tuple[str, float] | None) -> Doc:
    """A Doc with what the networks say of it."""
    register()
    doc = short(sentence)
    tree_of(doc)
    doc._.decisions = Types(shares)
    doc._.triggers = (TaggedTokens(1, 2, *tag),) if tag is not None else ()
    return doc


@pytest.mark.parametrize("tag", [None, ("CONCEDE", 0.5), ("CONCEDE", 0.9)])
def test_the_type_of_a_row_with_its_object_stands_however_the_tagger_wavers(
    tag: tuple[str, float] | None,
) -> None:
    assert typed(GRANTED, {"CONCEDE": 0.6, "AID": 0.2}, tag) == "AID"


@pytest.mark.parametrize("tag", [None, ("COOPERATE", 0.5), ("COOPERATE", 0.9)])
def test_the_type_of_a_word_of_one_sense_stands_however_the_tagger_wavers(
    tag: tuple[str, float] | None,
) -> None:
    assert typed(RATIFIED, {"COOPERATE": 0.8, "SUPPORT": 0.1}, tag) == "SUPPORT"


def test_the_networks_together_overrule_a_row_that_rests_on_the_verb_alone() -> None:
    assert typed(SLAMMED, {"ASSAULT": 0.97, "ACCUSE": 0.01}, ("ASSAULT", 0.9)) == "ASSAULT"


def test_that_a_word_tells_of_nothing_the_network_may_say_of_any_row() -> None:
    assert typed(SENT, {"MOBILIZE": 0.001}) is None
