"""Likely base forms of English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.inflection import bases, forms, is_one_of
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import short


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("warned", "warn"),
        ("praised", "praise"),
        ("urging", "urge"),
        ("calling", "call"),
        ("stopped", "stop"),
        ("countries", "country"),
        ("denied", "deny"),
        ("lives", "life"),
        ("wolves", "wolf"),
        ("condemns", "condemn"),
        ("expresses", "express"),
        ("threw", "throw"),
    ],
)
def test_base_is_among_the_candidates(word: str, base: str) -> None:
    assert base in bases(word)


@given(st.text(alphabet="abdeginprsvy", min_size=1))
def test_word_itself_comes_first(word: str) -> None:
    assert bases(word)[0] == word


def test_lemma_comes_before_the_candidates() -> None:
    tree = tree_of(short("{nsubj She} said=say {obj so} ."))
    assert forms(tree, 1)[0] == "say"


def test_wrong_lemma_does_no_harm() -> None:
    tree = tree_of(short("{nsubj She} warned=warne {obj them} ."))
    assert is_one_of(tree, 1, {"warn"})
