"""The tables of nouns, places and dates: a wrong file is refused, with its place named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.calendar_words import CalendarWords, calendar_words, read_feasts
from dragoman.coding.date_patterns import grammar, read_grammar
from dragoman.coding.lexicon import actor_nouns, read_actor_nouns, singular
from dragoman.coding.place_words import PlaceWords, place_words
from dragoman.errors import DataError

HEADER = "noun\tkind\tsectors\tgender\n"


def test_the_shipped_tables_are_right() -> None:
    assert actor_nouns().word("rebel") is not None
    assert place_words().is_locative("in")
    assert calendar_words().months["Jan"] == 1
    assert len({pattern.name for pattern in grammar().patterns}) > 20


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
        "[marks]\n[parts]\n[[pattern]]\nname = 'x'\nshape = '('\nmeaning = 'ago'",
        "[marks]\n[parts]\n[[pattern]]\nname = 'x'\nshape = '<none>'\nmeaning = 'ago'",
        "[marks]\n[parts]\n[[pattern]]\nname = 'x'\nshape = 'y'\nmeaning = 'never'",
        "[marks]\n[parts]",
        "[marks]\nx = '('\n[parts]",
        "[marks]\n[parts]\n[[pattern]]\nname = 'x'\nshape = 'y'\nmeaning = 'ago'\nmarks = ['z']",
    ],
)
def test_a_wrong_pattern_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"shapes\.toml"):
        read_grammar(text, calendar_words(), name="shapes.toml")


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("cities", "city"), ("gunmen", "gunman"), ("rebels", "rebel"), ("press", "press")],
)
def test_a_plural_without_a_lemma_is_cut_to_its_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    "row",
    [
        "kind = 'epoch'\nmeaning = 'ago'",
        "only = 'sometimes'\nmeaning = 'ago'",
    ],
)
def test_a_pattern_of_an_unknown_kind_is_refused(row: str) -> None:
    text = f"[marks]\n[parts]\n[[pattern]]\nname = 'x'\nshape = 'y'\n{row}"
    with pytest.raises(DataError, match=r"pattern 'x'"):
        read_grammar(text, calendar_words(), name="shapes.toml")


@pytest.mark.parametrize("row", ["over = ['day']\nfitting = 'none'", "over = ['epoch']"])
def test_a_wrong_prefix_is_refused(row: str) -> None:
    text = f"pattern = []\n[marks]\n[parts]\n[[prefix]]\nname = 'x'\nshape = 'y'\n{row}"
    with pytest.raises(DataError, match=r"pattern 'x'"):
        read_grammar(text, calendar_words(), name="shapes.toml")


FEASTS = "feast\tfirst\tlast\n"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Ramadan\t2020-04-24\t2020-13-01\n", "line 2"),
        ("Ramadan\t2020-04-24\t2020-04-23\n", "line 2: 2020-04-23 lies before 2020-04-24"),
        ("Ramadan\t2020-04-24\t2020-05-23\n", "has no .*Ashura"),
    ],
)
def test_wrong_feasts_are_refused(tmp_path: Path, rows: str, message: str) -> None:
    (tmp_path / "feasts.tsv").write_text(FEASTS + rows, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_feasts(tmp_path, calendar_words())
