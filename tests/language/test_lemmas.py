"""Lemmas by edit script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.lemmas import apply, lemma, script


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("talks", "talk"),
        ("Said", "say"),
        ("condemned", "condemn"),
        ("Libya", "Libya"),
        ("THE", "the"),
        ("better", "good"),
        ("n't", "not"),
        ("NATO", "NATO"),
        ("Americans", "American"),
    ],
)
def test_the_script_gives_the_lemma_back(form: str, lemma: str) -> None:
    assert apply(script(form, lemma), form) == lemma


def test_one_script_serves_many_words() -> None:
    assert apply(script("talks", "talk"), "strikes") == "strike"


def test_a_script_that_cuts_too_much_leaves_the_word() -> None:
    assert apply("l9|y", "us") == "usy"


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_never_empty(form: str, lemma: str) -> None:
    assert apply(script(form, lemma), form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("countries", "country"),
        ("Countries", "country"),
        ("carries", "carry"),
        ("movies", "movie"),
        ("ties", "tie"),
        ("fishermen", "fisherman"),
        ("allied", "allie"),
    ],
)
def test_a_lost_plural_is_put_right(form: str, expected: str) -> None:
    assert lemma("l1|", form) == expected


def test_a_right_lemma_stays() -> None:
    assert lemma("l3|y", "countries") == "country"
