from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.texts import GENERATED, default_data, generated, load_texts, word_count
from evals.errors import GoldError

if TYPE_CHECKING:
    from pathlib import Path


def test_generated_texts_are_the_same_at_every_call() -> None:
    assert generated(3) == generated(3)
    assert generated(3) != generated(3, seed=1)


def test_generated_texts_differ_among_themselves() -> None:
    assert len({each.text for each in generated(5)}) == 5


def test_generated_texts_hold_sentences() -> None:
    text = generated(1, sentences=4)[0].text
    assert text.endswith(".")
    assert text[0].isupper() or text[0] == "“"


def test_a_file_of_articles_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"text": "One two."}, {"text": "Three.", "published": "2020-01-01"}, {"text": "Four."}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    texts = load_texts(str(path), 2)
    assert [each.text for each in texts] == ["One two.", "Three."]
    assert word_count(texts) == 3


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="none"):
        load_texts(str(tmp_path / "none.jsonl"))


def test_without_the_shared_articles_texts_are_generated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    assert default_data() == GENERATED
    assert len(load_texts(GENERATED, 2)) == 2


def test_the_shared_articles_are_found(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(shared))
    assert len(load_texts(default_data())) == 249
