"""Shape, spacing and quoting of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.features import QUOTINGS, SHAPES, gaps, quoting, shape, spacing


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("talks", "lower"),
        ("Ankara", "title"),
        ("NATO", "upper"),
        ("McDonald", "mixed"),
        ("J.", "initial"),
        ("2024", "number"),
        ("F-16", "number"),
        ("“", "mark"),
        ("北京", "other"),
    ],
)
def test_shape(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


@pytest.mark.parametrize(
    ("gap", "index"), [("", 0), (" ", 1), ("\n", 2), ("\n\n", 3), (" \n \n", 3)]
)
def test_spacing(gap: str, index: int) -> None:
    assert spacing(gap) == index


def states(words: list[str], spacings: list[int] | None = None) -> list[str]:
    return [QUOTINGS[index] for index in quoting(words, spacings or [1] * len(words))]


def test_words_between_straight_marks_are_inside() -> None:
    found = states(['"', "No", '"', "he", "said"])
    assert found == ["mark", "inside", "mark", "outside", "outside"]


def test_curly_marks_need_no_count() -> None:
    assert states(["”", "he", "said", "“", "no"])[1:] == ["outside", "outside", "mark", "inside"]


def test_an_unmatched_mark_ends_with_its_paragraph() -> None:
    found = states(['"', "No", "More", "talks"], [3, 0, 3, 1])
    assert found == ["mark", "inside", "outside", "outside"]


def test_the_first_word_begins_a_paragraph() -> None:
    assert gaps("One two\n\nthree", [0, 4, 9], [3, 7, 14]) == [3, 1, 3]


def test_no_words_have_no_gaps() -> None:
    assert gaps("", [], []) == []


@given(st.lists(st.sampled_from(['"', "“", "”", "word"]), max_size=30))
def test_every_word_has_a_quoting(words: list[str]) -> None:
    assert len(quoting(words, [1] * len(words))) == len(words)
