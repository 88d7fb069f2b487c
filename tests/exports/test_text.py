"""Text made fit to be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.text import clean, guarded, one_line, unguarded, web_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("nul \x00 and escape \x1b", "nul \ufffd and escape \ufffd"),
        ("turned \u202e about \u2066", "turned \ufffd about \ufffd"),
        ("tab\tstays", "tab\tstays"),
        ("Łukasz علي 😀", "Łukasz علي 😀"),
    ],
)
def test_text_is_cleaned(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(st.characters()))
def test_clean_text_can_be_written(text: str) -> None:
    assert clean(clean(text).encode().decode()) == clean(text)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "  =1", "'=1", "\uff1d1+1", "\ttext"],
)
def test_what_may_be_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "text", "1-1", "a=b", "'tis", "“=1”", "de-escalation"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.characters() | st.sampled_from("'=+-@\t\n ")))
def test_the_guard_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_line_has_single_blanks() -> None:
    assert one_line(" two\r\n\twords\x00 ") == "two words\ufffd"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ("HTTP://NEWS.EXAMPLE/", "HTTP://NEWS.EXAMPLE/"),
        ("https://news.example/سلام", "https://news.example/سلام"),
        ("https://news.example/a|b{c}", "https://news.example/a|b{c}"),
        ("javascript:alert(1)", None),
        ('https://news.example/"onclick="x', None),
        ("file:///etc/passwd", None),
        ("https://news.example/\r\nATTENDEE:x", None),
        ("https://news.example/\ud83d", None),
        ("https://news.example/a b", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_pass(url: str | None, expected: str | None) -> None:
    assert web_address(url) == expected
