"""Sides of the main act by grammar, rules and what a network says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from dragoman.coding.main_act import Side, sides
from dragoman.coding.main_act.scene import Scene
from dragoman.coding.main_act.sides import drawn
from dragoman.language import extensions
from tests.coding.sentences import parsed
from tests.evals.drafting import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from dragoman.records import Record

SENTENCE = (
    "{nsubj {amod Rwandan} troops=troop} shelled=shell"
    " {obj {det the} town {nmod {case of} Goma}}"
    " {obl {case near} {det the} camp {nmod {case for} refugees=refugee}} {punct .}"
)


@dataclass(frozen=True)
class Told:
    """Says by words which part a token takes; all else takes none."""

    doc: Doc
    parts: Mapping[str, str]
    share: float = 0.98

    def of(self, token: int) -> dict[str, float]:
        """The share of the part told of, and the rest for none."""
        part = self.parts.get(self.doc[token].text, "none")
        return {"none": 1 - self.share, part: self.share}


@pytest.fixture
def doc() -> Doc:
    extensions.register()
    return parsed(SENTENCE)


@pytest.fixture
def record(doc: Doc) -> Record:
    draft = Draft(doc.text)
    rwanda = draft.actor("Rwanda", "Rwandan", kind="state", country="RWA")
    town = draft.actor("Goma", "town", kind="unnamed", country="COD")
    draft.event("ASSAULT", [rwanda], [town], trigger="shelled")
    return draft.record


def told(found: tuple[Side, ...], doc: Doc) -> list[tuple[str, str]]:
    return [(part, doc.text[slice(*span)]) for part, span in found]


def test_without_a_network_tree_and_record_decide(record: Record, doc: Doc) -> None:
    assert told(sides(record, doc), doc) == [
        ("actor", "Rwandan troops"),
        ("recipient", "the town of Goma"),
    ]


def test_a_sure_network_adds_a_side(record: Record, doc: Doc) -> None:
    doc._.parts = Told(doc, {"troops": "actor", "town": "recipient", "camp": "recipient"}, 0.9999)
    assert ("recipient", "the camp") in told(sides(record, doc), doc)


def test_a_sure_network_takes_a_side_away(record: Record, doc: Doc) -> None:
    doc._.parts = Told(doc, {"troops": "actor"}, 0.9999)
    assert told(sides(record, doc), doc) == [("actor", "Rwandan troops")]


def test_a_longer_stretch_of_the_network_is_the_extent(record: Record, doc: Doc) -> None:
    scene = Scene(record, doc)
    words = [token.text for token in doc]
    camp, refugees = words.index("camp"), words.index("refugees")
    found = drawn(scene, {camp: "recipient"}, [(camp - 1, refugees + 1)])
    assert told(found, doc) == [("recipient", "the camp for refugees")]


def test_a_stretch_over_joined_phrases_is_left_aside() -> None:
    doc = parsed("{nsubj Peru} warned=warn {obj Chile {conj {cc and} Bolivia}} {punct .}")
    scene = Scene(Draft(doc.text).record, doc)
    found = drawn(scene, {2: "recipient", 4: "recipient"}, [(2, 5)])
    assert told(found, doc) == [("recipient", "Chile"), ("recipient", "Bolivia")]


def test_joined_phrases_that_act_alike_are_one() -> None:
    doc = parsed("{nsubj Peru {conj {cc and} Chile}} met=meet {punct .}")
    scene = Scene(Draft(doc.text).record, doc)
    assert told(drawn(scene, {0: "both", 2: "both"}), doc) == [("both", "Peru and Chile")]
