"""Cutting text at every boundary of spans, and into its blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Span
from dragoman.records.cutting import blocks, segments
from tests.records import examples

MARKS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair))),
        st.sampled_from("abcd"),
    ),
    max_size=8,
)


def _shown(start: int, end: int, marks: list[tuple[Span, str]]) -> list[tuple[int, int, str]]:
    return [(each.start, each.end, "".join(each.labels)) for each in segments(start, end, marks)]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [(0, 9, "")]),
        ([((2, 4), "a")], [(0, 2, ""), (2, 4, "a"), (4, 9, "")]),
        ([((0, 9), "a"), ((3, 5), "b")], [(0, 3, "a"), (3, 5, "ba"), (5, 9, "a")]),
        ([((0, 5), "a"), ((3, 9), "b")], [(0, 3, "a"), (3, 5, "ab"), (5, 9, "b")]),
        ([((1, 3), "a"), ((1, 3), "a")], [(0, 1, ""), (1, 3, "a"), (3, 9, "")]),
        ([((1, 3), "a"), ((3, 5), "b")], [(0, 1, ""), (1, 3, "a"), (3, 5, "b"), (5, 9, "")]),
        ([((4, 4), "a")], [(0, 9, "")]),
        ([((7, 20), "a")], [(0, 7, ""), (7, 9, "a")]),
    ],
    ids=["none", "one", "nested", "overlapping", "twice", "touching", "empty", "outside"],
)
def test_spans_are_cut(marks: list[tuple[Span, str]], expected: list[tuple[int, int, str]]) -> None:
    assert _shown(0, 9, marks) == expected


def test_the_innermost_comes_first() -> None:
    marks = [((0, 9), "c"), ((2, 8), "b"), ((3, 5), "a")]
    assert (3, 5, "abc") in _shown(0, 9, marks)


def test_further_cuts_are_made() -> None:
    unmarked: list[tuple[Span, str]] = []
    found = segments(0, 9, unmarked, cuts=[4, 0, 9, 40])
    assert [(each.start, each.end) for each in found] == [(0, 4), (4, 9)]


@given(MARKS, st.integers(0, 15), st.integers(16, 30))
def test_segments_cover_the_text_without_gap(
    marks: list[tuple[Span, str]], start: int, end: int
) -> None:
    places = [place for each in segments(start, end, marks) for place in (each.start, each.end)]
    assert places[0] == start
    assert places[-1] == end
    assert places[1:-1:2] == places[2:-1:2]


@given(MARKS)
def test_a_segment_has_the_labels_of_the_spans_over_it(marks: list[tuple[Span, str]]) -> None:
    for each in segments(0, 30, marks):
        for place in range(each.start, each.end):
            over = {label for (start, end), label in marks if start <= place < end}
            assert set(each.labels) == over


@given(MARKS)
def test_no_label_comes_twice(marks: list[tuple[Span, str]]) -> None:
    assert all(len(each.labels) == len(set(each.labels)) for each in segments(0, 30, marks))


@given(MARKS)
def test_no_segment_is_empty(marks: list[tuple[Span, str]]) -> None:
    assert all(each.start < each.end for each in segments(0, 30, marks))


def test_the_title_and_the_paragraphs_are_blocks() -> None:
    article = examples.record().article
    texts = [article.text[start:end] for start, end in blocks(article)]
    assert texts == [examples.TITLE, examples.BODY]


def test_text_outside_of_paragraphs_is_a_block_too() -> None:
    article = replace(examples.record().article, paragraphs=((50, 60),))
    text = "".join(article.text[start:end] for start, end in blocks(article))
    assert text.split() == article.text.split()
