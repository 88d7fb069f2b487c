from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world import world
from dragoman.world.states import REGION_COLUMNS, STATE_COLUMNS, load_states, state_forms

IRAN = "IRN\tIran\tyes\t-\tIranian\tIranian\tIranians\tTehran\t-"


def folder(path: Path, *, states: str = IRAN, regions: str = "") -> Path:
    tables = {
        "states.tsv": "\t".join(STATE_COLUMNS) + "\n" + states,
        "regions.tsv": "\t".join(REGION_COLUMNS) + "\n" + regions,
        "bodies.tsv": "of\tname\tform\tvariants\tsectors\n",
    }
    for name, text in tables.items():
        (path / name).write_text(text + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("states", "message"),
    [
        (IRAN.replace("IRN", "XYZ"), "line 2: XYZ is no alpha-3 code"),
        (IRAN + "\n" + IRAN, "line 3: lists IRN again"),
        (IRAN.replace("yes", "perhaps"), "member must be yes, no or observer"),
        (IRAN.replace("Iran\t", "-\t", 1), "line 2: has no name"),
    ],
)
def test_a_wrong_state_is_refused(tmp_path: Path, states: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        load_states(folder(tmp_path, states=states))


@pytest.mark.parametrize(
    ("regions", "message"),
    [
        ("XYZ\tSomewhere\tregion" + "\t-" * 5, "is of XYZ, which states.tsv does not list"),
        ("IRN\tSomewhere\tplanet" + "\t-" * 5, "kind must be region or breakaway"),
    ],
)
def test_a_wrong_region_is_refused(tmp_path: Path, regions: str, message: str) -> None:
    data = folder(tmp_path, regions=regions)
    with pytest.raises(DataError, match=message):
        list(state_forms(data, load_states(data)))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iran", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("the United States of America", None),
        ("USA", "USA"),
        ("UK", "GBR"),
        ("GB", "GBR"),
        ("Britain", "GBR"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("Turkiye", "TUR"),
        ("Swaziland", "SWZ"),
        ("KOS", "KOS"),
        ("XK", "KOS"),
        ("DRC", "COD"),
        ("Congo", "COD"),
        ("Holy See", "VAT"),
        ("Taiwan", "TWN"),
        ("Bermuda", "BMU"),
        ("usa", "USA"),
        ("it", None),
        ("Atlantis", None),
    ],
)
def test_a_state_by_name_or_code(name: str, code: str | None) -> None:
    state = world().state(name)
    assert (state.code if state else None) == code


def test_a_state_has_the_words_of_news() -> None:
    russia = world().state("Russia")
    assert russia is not None
    assert russia.capital == "Moscow"
    assert {"Moscow", "Kremlin"} <= set(russia.metonyms)
    assert "Chechnya" in russia.regions
    assert (russia.adjectives, russia.plurals) == (("Russian",), ("Russians",))
    assert (russia.alpha2, russia.member) == ("RU", True)


def test_marks_of_the_tables_do_not_show() -> None:
    shown = [
        text
        for state in world().states.values()
        for text in (state.name, *state.variants, *state.metonyms, *state.regions)
    ]
    assert [text for text in shown if text.startswith("=")] == []


def test_no_state_counts_its_name_among_the_variants() -> None:
    assert [s.code for s in world().states.values() if s.name in s.variants] == []
