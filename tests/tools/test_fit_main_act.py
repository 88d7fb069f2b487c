"""The fitting of the weights for sides of acts: samples, fit and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.coding.main_act import Side
from dragoman.coding.main_act.scene import Scene
from dragoman.coding.main_act.weights import FILE, read_weights
from tests.coding.sentences import parsed
from tests.evals.drafting import Draft
from tools.fit_main_act.fitting import Sample, fitted, lines, parts_of, unanswered

if TYPE_CHECKING:
    from pathlib import Path

SEEN = [
    *[Sample(frozenset({"always", "step nsubj"}), "actor")] * 20,
    *[Sample(frozenset({"always", "step obl"}), "none")] * 20,
    Sample(frozenset({"always", "rare"}), "both"),
]


@pytest.mark.needs("torch")
def test_the_fit_finds_what_goes_with_what() -> None:
    none, actor, *_ = fitted(SEEN).scores({"always", "step nsubj"})
    assert actor > none


@pytest.mark.needs("torch")
def test_what_is_rarely_seen_gets_no_weight() -> None:
    assert "rare" not in fitted(SEEN).by_feature


@pytest.mark.needs("torch")
def test_the_table_can_be_read_back(tmp_path: Path) -> None:
    table = fitted(SEEN)
    (tmp_path / FILE).write_text("\n".join(lines(table)) + "\n", encoding="utf-8")
    assert read_weights(tmp_path) == table


def test_conjuncts_within_a_marked_stretch_take_part_as_its_head() -> None:
    doc = parsed("{nsubj Peru {conj {cc and} Chile}} met=meet {obl {case in} Lima} {punct .}")
    scene = Scene(Draft(doc.text).record, doc)
    assert parts_of(scene, [Side("both", (0, 14))]) == {0: "both", 2: "both"}


def test_phrases_are_seen_without_the_network_as_well() -> None:
    seen = frozenset({"always", "actor by network 3/3"})
    assert unanswered(seen) == {"always", "no answer"}
