"""A long text is cut into overlapping windows, each word kept once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ModelError
from dragoman.language.windows import windows

SIZES = st.lists(st.integers(1, 12), min_size=1, max_size=200)


def test_a_short_text_is_one_window() -> None:
    assert windows([1, 2, 1], 10, 3) == [(0, 3, 0, 3)]


def test_no_words_no_window() -> None:
    assert windows([], 10, 3) == []


@given(SIZES, st.integers(12, 60), st.integers(0, 11))
def test_each_word_is_kept_once_in_order(sizes: list[int], limit: int, overlap: int) -> None:
    kept = [
        place
        for window in windows(sizes, limit, overlap)
        for place in range(window.keep_start, window.keep_end)
    ]
    assert kept == list(range(len(sizes)))


@given(SIZES, st.integers(12, 60), st.integers(0, 11))
def test_no_window_is_over_the_limit(sizes: list[int], limit: int, overlap: int) -> None:
    assert all(sum(sizes[w.start : w.end]) <= limit for w in windows(sizes, limit, overlap))


@given(SIZES, st.integers(12, 60), st.integers(0, 11))
def test_what_is_kept_was_read(sizes: list[int], limit: int, overlap: int) -> None:
    for window in windows(sizes, limit, overlap):
        assert window.start <= window.keep_start <= window.keep_end <= window.end


@given(st.lists(st.just(1), min_size=100, max_size=300))
def test_a_word_within_has_room_on_both_sides(sizes: list[int]) -> None:
    found = windows(sizes, 40, 10)
    for before, after in pairwise(found):
        assert before.end - after.start >= 10
        assert before.end - before.keep_end >= 4


def test_a_word_over_the_limit_is_refused() -> None:
    with pytest.raises(ModelError, match="more than 10 pieces"):
        windows([3, 11], 10, 2)


def test_an_overlap_over_the_limit_is_refused() -> None:
    with pytest.raises(ModelError, match="overlap 10"):
        windows([3], 10, 10)
