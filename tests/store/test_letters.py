"""Text in plain Latin letters."""

from __future__ import annotations

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.letters import latin


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("Plain text, as it is.", "Plain text, as it is."),
        ("“Çavuşoğlu” said", '"Cavusoglu" said'),
        ("Зеленский и Łukasz", "Zelenskiy i Lukasz"),
    ],
)
def test_signs_of_other_scripts_are_written_in_latin_letters(text: str, plain: str) -> None:
    assert latin(text) == plain


@given(st.text())
def test_plain_signs_beside_others_change_nothing(text: str) -> None:
    assert latin(text) == anyascii(text)
