"""Marked mentions of the published sets as questions."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

from training import pairs


def packed(folder: Path, *rows: dict[str, Any]) -> Path:
    file = folder / "x.jsonl.xz"
    with lzma.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return file


def test_an_actor_and_a_recipient_are_the_first_and_second_mark(tmp_path: Path) -> None:
    row = {"marked": "<t>Oslo</t> was warned by <s>Riga's mayor</s>.", "event": "THREATEN"}
    (document,) = pairs.relations(packed(tmp_path, {**row, "penta": 3}))
    question, whole = document.questions
    assert (whole.marks, whole.answers) == ((), {"quadrant": "verbal conflict"})
    assert document.words == ["Oslo", "was", "warned", "by", "Riga", "'s", "mayor", "."]
    assert question.marks == (("first", (4, 7)), ("second", (0, 1)))
    assert question.answers == {"relation": "THREATEN", "penta": "verbal conflict"}


def test_brackets_that_cut_a_word_mark_the_whole_word(tmp_path: Path) -> None:
    row = {"text": "A [Sofi]a paper praised [Minister Ek].", "p": "Sofi", "q": "Minister Ek"}
    (document,) = pairs.sentiments(packed(tmp_path, {**row, "label": 1}))
    assert document.words[1] == "Sofia"
    assert document.questions[0].marks == (("first", (1, 2)), ("second", (4, 6)))
    assert document.questions[0].answers == {"sentiment": "first positive"}


def test_questions_on_one_sentence_are_put_together(tmp_path: Path) -> None:
    rows = [
        {"text": "[Ek] thanked [Bo] and Li.", "p": "Ek", "q": "Bo", "label": 1},
        {"text": "[Ek] thanked Bo and [Li].", "p": "Ek", "q": "Li", "label": 1},
    ]
    (document,) = pairs.sentiments(packed(tmp_path, *rows))
    assert len(document.questions) == 4


def test_a_pair_is_asked_about_from_either_side(tmp_path: Path) -> None:
    row = {"text": "[Ek] thanked [Bo].", "p": "Ek", "q": "Bo", "label": 1}
    (document,) = pairs.sentiments(packed(tmp_path, row))
    assert document.questions[1].marks == (("first", (2, 3)), ("second", (0, 1)))
    assert document.questions[1].answers == {"sentiment": "second positive"}


def test_targets_have_their_polarity(tmp_path: Path) -> None:
    row = {"text": "Ek failed Bo.", "targets": [{"from": 0, "to": 2, "polarity": 2.0}]}
    (document,) = pairs.polarities(packed(tmp_path, row))
    assert document.questions[0].marks == (("first", (0, 1)),)
    assert document.questions[0].answers == {"polarity": "negative"}


def test_tags_of_both_sides_at_once(tmp_path: Path) -> None:
    row = {"tokens": ["Oslo", "and", "Riga", "met"], "tags": ["B-R", "O", "B-S", "O"]}
    (document,) = pairs.participants(packed(tmp_path, row))
    assert document.tags["participants"] == ["B-both", "O", "B-actor", "O"]


def test_a_sentence_without_marks_is_asked_as_a_whole(tmp_path: Path) -> None:
    (document,) = pairs.classes(packed(tmp_path, {"text": "Rain fell.", "penta": 0}))
    assert document.questions[0].marks == ()
    assert document.questions[0].answers == {"quadrant": "neutral"}
