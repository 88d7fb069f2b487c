"""The lists of words for several actors."""

from __future__ import annotations

import pytest

from dragoman.coding.group_words import GroupWords, group_words
from dragoman.errors import DataError

LISTS = {
    "definite": "['the']",
    "opposed": "['rival']",
    "officials": "['leader']",
    "states": "['country']",
    "alone": "{pair = 2}",
    "counts": "{both = 2}",
}


def toml(**changed: str) -> str:
    """A right file, with some of its lists changed."""
    return "\n".join(f"{key} = {value}" for key, value in {**LISTS, **changed}.items() if value)


def test_a_right_file_is_read() -> None:
    words = GroupWords.parse(toml())
    assert words.definite == {"the"}
    assert words.alone == {"pair": 2}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("definite = the", "line 1"),
        (toml(definite=""), "must hold .*definite"),
        (toml(definite="[]"), "must hold .*definite"),
        (toml(others="['those']"), "must hold"),
        (toml(opposed="['Rival']"), "opposed must hold words"),
        (toml(opposed="[7]"), "opposed must hold words"),
        (toml(states="'country'"), "states must hold words"),
        (toml(alone="{pair = 1}"), "alone must give words numbers"),
        (toml(alone="['pair']"), "alone must give words numbers"),
        (toml(counts="{both = 'two'}"), "counts must give words numbers"),
    ],
)
def test_a_wrong_file_is_refused(text: str, fault: str) -> None:
    with pytest.raises(DataError, match=rf"words\.toml: .*{fault}"):
        GroupWords.parse(text, name="words.toml")


@pytest.mark.parametrize(("word", "number"), [("both", 2), ("three", 3), ("4", 4)])
def test_numbers_are_known_as_words_and_figures(word: str, number: int) -> None:
    assert group_words().counts[word] == number


def test_nouns_for_states_may_be_opposed_too() -> None:
    assert "neighbour" in group_words().opposed & group_words().states
