"""Where the paragraphs of plain text are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.lines import (
    ends_in_full_stop,
    is_prose,
    paragraph_spans,
    split_lines,
    without_bullet,
)

WRAPPED = """\
The foreign ministers of five countries met on Monday in the capital to
talk about the crisis, and said that they would meet again before the end
of the month if the ceasefire held.

They did not say where."""


def texts(text: str) -> list[str]:
    return [line.text for line in split_lines(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert texts("One.\n\n \nTwo.\n") == ["One.", "Two."]


def test_lines_are_paragraphs_where_the_text_is_not_wrapped() -> None:
    assert texts("Title here\nJo Writer\nThe talks went on.") == [
        "Title here",
        "Jo Writer",
        "The talks went on.",
    ]


def test_wrapped_lines_are_joined() -> None:
    first, second = texts(WRAPPED)
    assert first.startswith("The foreign ministers")
    assert first.endswith("if the ceasefire held.")
    assert second == "They did not say where."


def test_short_lines_of_one_block_stay_apart() -> None:
    lines = "Envoy flies to the region at dawn\nPrices rise for a third day\nTroops stay put"
    assert len(texts(lines)) == 3


def test_lines_know_their_block() -> None:
    assert [line.block for line in split_lines("a\nb\n\nc")] == [0, 0, 1]


@given(
    st.text(alphabet=st.sampled_from(list("ab. \n\t\u00a0")), max_size=80) | st.text(max_size=120)
)
def test_spans_hold_all_words_and_nothing_else(text: str) -> None:
    spans = [span for span, _ in paragraph_spans(text)]
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() and a < b for a, b in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("line", "stops"),
    [
        ("It ended.", True),
        ("He said “no.”", True),
        ("Is it over?", False),
        ("Talks fail", False),
        ("(It ended.)", True),
    ],
)
def test_full_stops(line: str, stops: bool) -> None:
    assert ends_in_full_stop(line) is stops


def test_prose_is_told_by_length_and_end() -> None:
    assert is_prose("The envoy said on Sunday that he would go home if nothing changed.")
    assert not is_prose("Envoy to go home if nothing changes by Sunday, and not before then")
    assert not is_prose("Jo Writer")


@pytest.mark.parametrize("line", ["• One", "- One", "1. One", "* One", "One"])
def test_bullets_are_cut(line: str) -> None:
    assert without_bullet(line) == "One"
