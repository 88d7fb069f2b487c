"""Names of places: keys, other forms, and what no newspaper prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.world.gazetteer.names import NameForms, is_printable_name, key, name_forms


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("U.S.", "us"),
        ("N’Djamena", "ndjamena"),
        ("Ar Raqqah", "ar raqqah"),
        ("São Tomé", "sao tome"),
        ("‘Ayn al ‘Arab", "ayn al arab"),
        ("  Ho  Chi Minh ", "ho chi minh"),
        ("北京", "beijing"),
        ("", ""),
        ("—", ""),
    ],
)
def test_a_key_is_plain_words(name: str, expected: str) -> None:
    assert key(name) == expected


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@pytest.mark.parametrize("name", ["Kyiv", "‘Ayn al ‘Arab", "Łódź", "Al-Ḥasakah", "USSR City"])
def test_news_may_print_latin_names(name: str) -> None:
    assert is_printable_name(name)


@pytest.mark.parametrize("name", ["Київ", "kiyefu", "KBP", "", "北京"])
def test_news_prints_neither_other_scripts_nor_codes(name: str) -> None:
    assert not is_printable_name(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("St. Louis", "saint louis"), ("Mt. Isa", "mount isa"), ("Saint-Denis", "st denis")],
)
def test_short_and_long_openings_are_tried(name: str, expected: str) -> None:
    assert expected in name_forms().variants(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("the Gambia", "gambia"), ("City of Bath", "bath"), ("al-Rai", "rai")],
)
def test_words_before_a_name_can_be_left_out(name: str, expected: str) -> None:
    assert expected in name_forms().shorter(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Idlib province", ("idlib", "A")),
        ("Kansas City", ("kansas", "P")),
        ("Bab al-Mandab strait", ("bab al mandab", "H")),
        ("Oslo", None),
        ("Province", None),
    ],
)
def test_the_word_for_a_kind_is_told_apart(name: str, expected: tuple[str, str] | None) -> None:
    assert name_forms().division(name) == expected


@pytest.mark.parametrize(
    "text",
    ["openings = [", "openings = []", 'openings = [["st"]]\nleading = []\narticles = []'],
)
def test_a_wrong_list_names_its_file(text: str) -> None:
    with pytest.raises(DataError, match=r"forms\.toml"):
        NameForms.parse(text, name="forms.toml")
