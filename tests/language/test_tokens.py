"""Words are cut as Universal Dependencies cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.tokens import tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S.-led talks", ["the", "U.S.", "-", "led", "talks"]),
        ("Sheikh al-Ani spoke", ["Sheikh", "al", "-", "Ani", "spoke"]),
        ("They didn't sign.", ["They", "did", "n't", "sign", "."]),
        ("Oman's envoy can't go", ["Oman", "'s", "envoy", "ca", "n't", "go"]),
        ("a pre-war border", ["a", "pre-war", "border"]),
        ("No!!! he said", ["No", "!!!", "he", "said"]),
        ("on 2024-05-01 at 10:30", ["on", "2024-05-01", "at", "10:30"]),
        ("write to desk@example.org now", ["write", "to", "desk@example.org", "now"]),
        ("“We will see,” she said", ["“", "We", "will", "see", ",", "”", "she", "said"]),
        ("talks ended.He left", ["talks", "ended", ".", "He", "left"]),
        ("1,200 troops", ["1,200", "troops"]),
        ("and/or", ["and", "/", "or"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenizer()(text)] == words


@given(st.text(max_size=80))
def test_no_character_is_lost(text: str) -> None:
    assert tokenizer()(text).text == text
