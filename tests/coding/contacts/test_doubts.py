"""The table of words that mostly mean something other than a contact."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.contacts.doubts import doubts, read_doubts
from dragoman.coding.contacts.reading import contact_reading
from dragoman.coding.events.readings import readings_of
from dragoman.coding.tree import tree_of
from dragoman.errors import DataError
from tests.coding.scenes import scene


@pytest.mark.parametrize(
    ("sentence", "word", "is_doubtful"),
    [
        ("{nsubj Wang} phoned=phone {obj Modi} .", "phoned", False),
        ("{nsubj Wang} called=call {obj Modi} .", "called", False),
        ("{nsubj Wang} called=call {obl upon Modi} .", "called", False),
        ("{nsubj Wang} called=call {obl on Modi} .", "called", True),
        ("{nsubj Wang} headed=head {obl for Chad} .", "headed", True),
        ("{nsubj Wang} sent=send {obj a letter {nmod to Modi}} .", "letter", True),
    ],
)
def test_doubtful_words(sentence: str, word: str, *, is_doubtful: bool) -> None:
    doc, _ = scene(sentence)
    tree = tree_of(doc)
    reading = contact_reading(readings_of(tree), tree.words.index(word))
    assert reading is not None
    assert doubts().covers(reading) is is_doubtful


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("verbs = [", "is not TOML"),
        ("verbs = []", "parts must be verbs and nouns"),
        ('verbs = "see"\nnouns = []', "verbs must be a list"),
        ("verbs = []\nnouns = [1]", "nouns must be a list"),
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "contact_doubts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        read_doubts(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"contact_doubts\.toml is missing"):
        read_doubts(tmp_path)
