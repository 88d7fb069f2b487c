from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Spans, spans
from tests.records.strategies import ranges

SIZE = 40
LISTS = st.lists(ranges(SIZE), max_size=8).map(tuple)


def _covered(of: Spans) -> set[int]:
    return {place for start, end in of for place in range(start, end)}


@pytest.mark.parametrize(
    ("given_spans", "normal"),
    [
        ((), ()),
        (((3, 3),), ()),
        (((5, 4),), ()),
        (((4, 6), (1, 2)), ((1, 2), (4, 6))),
        (((1, 4), (2, 3)), ((1, 4),)),
        (((1, 3), (2, 5)), ((1, 5),)),
        (((1, 3), (3, 5)), ((1, 5),)),
        (((1, 3), (4, 5)), ((1, 3), (4, 5))),
    ],
)
def test_normalise(given_spans: Spans, normal: Spans) -> None:
    assert spans.normalise(given_spans) == normal


@given(LISTS)
def test_normalise_covers_the_same_characters(some: Spans) -> None:
    assert _covered(spans.normalise(some)) == _covered(some)


@given(LISTS)
def test_normalise_twice_changes_nothing(some: Spans) -> None:
    normal = spans.normalise(some)
    assert spans.normalise(normal) == normal


@given(LISTS)
def test_a_normal_list_has_no_fault(some: Spans) -> None:
    assert spans.fault(spans.normalise(some), SIZE) is None


@given(LISTS, LISTS)
def test_merge_covers_what_either_covers(one: Spans, other: Spans) -> None:
    assert _covered(spans.merge(one, other)) == _covered(one) | _covered(other)


@given(LISTS, LISTS)
def test_intersect_covers_what_both_cover(one: Spans, other: Spans) -> None:
    assert _covered(spans.intersect(one, other)) == _covered(one) & _covered(other)


@given(LISTS, LISTS)
def test_overlap_counts_what_both_cover(one: Spans, other: Spans) -> None:
    assert spans.overlap(one, other) == len(_covered(one) & _covered(other))


@given(LISTS, LISTS)
def test_contains_asks_for_every_character(outer: Spans, inner: Spans) -> None:
    assert spans.contains(outer, inner) == (_covered(inner) <= _covered(outer))


@given(LISTS)
def test_length_counts_each_character_once(some: Spans) -> None:
    assert spans.length(some) == len(_covered(some))


@given(LISTS, st.integers(-50, 50))
def test_shift_there_and_back_changes_nothing(some: Spans, by: int) -> None:
    assert spans.shift(spans.shift(some, by), -by) == some


@pytest.mark.parametrize(
    ("some", "whole"), [((), None), (((2, 3),), (2, 3)), (((7, 9), (2, 3)), (2, 9))]
)
def test_cover(some: Spans, whole: tuple[int, int] | None) -> None:
    assert spans.cover(some) == whole


@pytest.mark.parametrize(
    ("some", "words"), [((), ""), (((0, 3),), "She"), (((0, 3), (9, 15)), "She … agreed")]
)
def test_words(some: Spans, words: str) -> None:
    assert spans.words("She also agreed.", some) == words


@pytest.mark.parametrize(
    ("some", "part"),
    [
        (((-1, 2),), "outside"),
        (((2, 2),), "empty"),
        (((3, 2),), "empty"),
        (((0, 11),), "outside"),
        (((4, 6), (1, 2)), "before"),
        (((1, 4), (3, 6)), "before"),
    ],
)
def test_fault_tells_what_is_wrong(some: Spans, part: str) -> None:
    assert part in (spans.fault(some, 10) or "")


@pytest.mark.parametrize("some", [(), ((0, 10),), ((1, 2), (2, 3))])
def test_fault_lets_good_lists_pass(some: Spans) -> None:
    assert spans.fault(some, 10) is None
