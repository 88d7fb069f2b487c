"""Dead letters."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.reading.letters import FIELDS, DeadLetters, letter
from dragoman.errors import DragomanError, EmptyInput, NotText, WrongLanguage
from tests.records.examples import article

EMPTY = EmptyInput("The input is empty.", source="a.txt", hint="Give a text.")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_letter_tells_what_failed_why_and_when() -> None:
    kept = letter(EMPTY)
    assert datetime.fromisoformat(kept.pop("time")).tzinfo is not None
    assert kept == {
        "input": "a.txt",
        "error": "EmptyInput",
        "message": "The input is empty.",
        "hint": "Give a text.",
    }


def test_a_text_in_another_language_is_kept_with_its_article() -> None:
    kept = letter(WrongLanguage("No English.", article=article(), source="a.txt"))
    assert kept["article"]["text"] == article().text
    assert kept["article"]["title"] == article().title
    assert tuple(kept) == FIELDS


def test_without_a_letter_there_is_no_file(tmp_path: Path) -> None:
    DeadLetters(tmp_path / "dead.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_letters_are_added_one_a_line(tmp_path: Path) -> None:
    letters = DeadLetters(tmp_path / "dead.jsonl")
    letters.add(EMPTY)
    letters.add(NotText("It is \ud800 binary\u2028.", source="b\n.bin"))
    assert [each["input"] for each in _lines(tmp_path / "dead.jsonl")] == ["a.txt", "b\n.bin"]
    assert letters.count == 2


def test_letters_of_an_earlier_run_stay(tmp_path: Path) -> None:
    for _ in range(2):
        DeadLetters(tmp_path / "dead.jsonl").add(EMPTY)
    assert len(_lines(tmp_path / "dead.jsonl")) == 2


def test_without_a_file_letters_are_only_counted(tmp_path: Path) -> None:
    letters = DeadLetters(None)
    letters.add(EMPTY)
    assert letters.count == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    letters = DeadLetters(tmp_path / "missing" / "dead.jsonl")
    with pytest.raises(DragomanError, match="--dead-letters"):
        letters.add(EMPTY)
