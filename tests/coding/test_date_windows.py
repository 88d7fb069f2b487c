"""Only the surroundings of what an expression must hold are searched, and nothing is lost by it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.date_patterns import grammar
from dragoman.coding.date_windows import Windows

FILLER = "the envoy said nothing of the plan and left the hall " * 4
PIECES = (
    *("on Friday ", "at 9 p.m. on Tuesday, ", "since March 2011, ", "the early 1990s ", FILLER),
    *(
        "two years ago ",
        "0300 GMT ",
        "Eid al-Fitr ",
        "14.09.2023 ",
        "In the last 48 hours ",
        "2015",
    ),
)


def test_the_whole_text_is_searched_without_hints() -> None:
    assert Windows("abc").around((), ()) == [(0, 3)]


def test_nothing_is_searched_where_no_hint_stands() -> None:
    assert Windows("abc").around(("x",), (re.compile("y"),)) == []


def test_surroundings_that_meet_are_one() -> None:
    text = f"{FILLER}today {FILLER}{FILLER}today today {FILLER}"
    stretches = Windows(text).around(("today",), ())
    assert len(stretches) == 2
    assert [text[begin:end].count("today") for begin, end in stretches] == [1, 2]


def test_hints_and_marks_are_both_looked_around() -> None:
    text = f"{FILLER}today {FILLER}{FILLER}2015 {FILLER}"
    assert len(Windows(text).around(("today",), (re.compile(r"\d{4}"),))) == 2


@settings(max_examples=25)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_match_is_lost(text: str) -> None:
    windows = Windows(text)
    for pattern in grammar().patterns:
        found = [match.span() for match in pattern.found_in(windows)]
        whole = [
            match.span()
            for match in pattern.expression.finditer(text)
            if (not pattern.before or pattern.before.search(text[: match.start()]))
            and (not pattern.unless or not pattern.unless.search(text[: match.start()]))
        ]
        assert found == whole, pattern.name
