"""Cleaning keeps what is printed and drops what cannot be seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.clean import clean, clean_line


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two\u2029three", "one\ntwo\n\nthree"),
        ("zero\u200bwidth \ufeffmark so\u00adft", "zerowidth mark soft"),
        ("left\u200e to \u202bright\u202c", "left to right"),
        ("bell\x07 and null\x00", "bell and null"),
        ("thin\u2009space and\u00a0hard  one\ttab", "thin space and hard one tab"),
        ("  edges  \n  of lines ", "edges\nof lines"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("lone \ud800 surrogate", "lone surrogate"),
    ],
)
def test_what_cannot_be_seen_is_dropped(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "printed", ["“curly” and ‘single’", "\"straight\" and 'single'", "a – b — c", "№ 5 €"]
)
def test_what_is_printed_stays(printed: str) -> None:
    assert clean(printed) == printed


def test_a_line_has_no_line_ends() -> None:
    assert clean_line(" two\n lines ") == "two lines"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
