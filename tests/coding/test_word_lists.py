"""The tables of nouns, places and dates: a wrong file is refused, with its place named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.calendar_words import CalendarWords, calendar_words
from dragoman.coding.date_patterns import patterns, read_patterns
from dragoman.coding.lexicon import actor_nouns, read_actor_nouns, singular
from dragoman.coding.place_words import PlaceWords, place_words
from dragoman.errors import DataError

HEADER = "noun\tkind\tsectors\tgender\n"


def test_the_shipped_tables_are_right() -> None:
    assert actor_nouns().word("rebel") is not None
    assert place_words().is_locative("in")
    assert calendar_words().months["Jan"] == 1
    assert len({pattern.name for pattern in patterns()}) > 20


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("rebel\tghost\tREB\t\n", "line 2: unknown kind 'ghost'"),
        ("rebel\tforce\tXYZ\t\n", "line 2: unknown sector 'XYZ'"),
        ("rebel\tforce\tREB\tx\n", "line 2: unknown gender 'x'"),
        ("rebel\tforce\tREB\t\nrebel\tforce\t\t\n", "line 3: 'rebel' is listed as force twice"),
    ],
)
def test_a_wrong_noun_is_refused(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "actor_nouns.tsv").write_text(HEADER + row, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_actor_nouns(tmp_path)


@pytest.mark.parametrize(
    "text", ["locative = [", "locative = ['in']", "locative = ['In']\n", "unknown = ['in']"]
)
def test_wrong_place_words_are_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"places\.toml"):
        PlaceWords.parse(text, name="places.toml")


@pytest.mark.parametrize("text", ["[weekdays", "[weekdays]\nMonday = 9", ""])
def test_a_wrong_calendar_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"days\.toml"):
        CalendarWords.parse(text, name="days.toml")


@pytest.mark.parametrize(
    "text",
    [
        "[parts]\n[[pattern]]\nname = 'x'\nshape = '('\nmeaning = 'ago'",
        "[parts]\n[[pattern]]\nname = 'x'\nshape = '<none>'\nmeaning = 'ago'",
        "[parts]\n[[pattern]]\nname = 'x'\nshape = 'y'\nmeaning = 'never'",
        "[parts]",
    ],
)
def test_a_wrong_pattern_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"shapes\.toml"):
        read_patterns(text, calendar_words(), name="shapes.toml")


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("cities", "city"), ("gunmen", "gunman"), ("rebels", "rebel"), ("press", "press")],
)
def test_a_plural_without_a_lemma_is_cut_to_its_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected
