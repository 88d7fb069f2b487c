from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.errors import EvaluationError, GoldError
from evals.tasks import names
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SENTENCES = [
    {"tokens": ["Rebels", "left", "Goma"], "tags": ["B-Organisation", "O", "B-Location"]},
    {"tokens": ["Two", "drones"], "tags": ["B-Quantity", "B-Weapon"]},
]


def gold(folder: Path, sentences: Sequence[object] = SENTENCES) -> Path:
    path = folder / "dev.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in sentences))
    return path


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    model = StandIn(tags=lambda words: ["B-Location" if w == "Goma" else "O" for w in words])
    outcome = names.run(gold(tmp_path), model)
    assert outcome.n == 2
    assert outcome.metrics["precision"] == 1.0
    assert outcome.metrics["recall"] == pytest.approx(1 / 4)
    assert outcome.metrics["f1"] == pytest.approx(2 / 5)
    by_label = outcome.metrics["by_label"]
    assert isinstance(by_label, dict)
    assert sorted(by_label) == ["Location", "Organisation", "Quantity", "Weapon"]


def test_misses_hold_the_words(tmp_path: Path) -> None:
    model = StandIn(tags=lambda words: ["B-Weapon", *["O"] * (len(words) - 1)])
    outcome = names.run(gold(tmp_path), model)
    assert outcome.misses[1] == {
        "sentence": "Two drones",
        "missed": ["Quantity: Two", "Weapon: drones"],
        "wrong": ["Weapon: Two"],
    }


def test_one_tag_for_every_token_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="one tag for every token"):
        names.run(gold(tmp_path), StandIn(tags=lambda _: ["O"]))


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ({"tokens": ["a"], "tags": []}, "1 tokens have 0 tags"),
        ({"tokens": ["a"], "tags": ["Weapon"]}, "no BIO tag"),
    ],
)
def test_a_sentence_of_another_form_is_named(
    tmp_path: Path, sentence: dict[str, object], message: str
) -> None:
    with pytest.raises(GoldError, match=rf"dev\.jsonl:1: .*{message}"):
        names.run(gold(tmp_path, [sentence]), StandIn(tags=lambda _: ["O"]))


@pytest.mark.parametrize(("folder", "rows"), [("re3d", 191), ("cameo_ner", 139)])
def test_the_shared_sentences_can_be_read(shared: Path, folder: str, rows: int) -> None:
    assert len(tuple(names.read_tagged(shared / "data" / folder / "dev.jsonl.xz"))) == rows
