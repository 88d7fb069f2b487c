"""Our own tables of places: what a row gives, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world.gazetteer.additions import ALIAS_COLUMNS, PLACE_COLUMNS, Additions

STRAIT = ["Strait of Odd", "Odd Strait;Odd", "H.STRT", "-", "-", "26.5", "56.2", "-", "40"]


def additions(folder: Path, *rows: list[str], aliases: str = "") -> Additions:
    lines = ["\t".join(PLACE_COLUMNS), *("\t".join(row) for row in rows)]
    (folder / "places.tsv").write_text("\n".join(lines), encoding="utf-8")
    header = "\t".join(ALIAS_COLUMNS)
    (folder / "place_aliases.tsv").write_text(f"{header}\n{aliases}", encoding="utf-8")
    return Additions.load(folder)


def changed(column: str, value: str) -> list[str]:
    row = list(STRAIT)
    row[PLACE_COLUMNS.index(column)] = value
    return row


def test_a_place_is_known_by_all_its_names(tmp_path: Path) -> None:
    places = additions(tmp_path, STRAIT).places
    assert sorted(places) == ["odd", "odd strait", "strait of odd"]


def test_a_row_gives_a_place(tmp_path: Path) -> None:
    [named] = additions(tmp_path, STRAIT).places["odd"]
    place = named.place
    assert named.own
    assert (place.feature, place.country, place.lat, place.lon) == ("H.STRT", None, 26.5, 56.2)
    assert (place.geonames, place.fame) == (None, 40)


def test_a_known_id_is_kept(tmp_path: Path) -> None:
    [named] = additions(tmp_path, changed("geonames", "77")).places["odd"]
    assert named.place.geonames == 77


def test_rows_without_id_are_told_apart(tmp_path: Path) -> None:
    places = additions(tmp_path, STRAIT, changed("name", "Even")).places
    assert len({named.place.id for named in places["odd"]}) == 2


def test_an_alias_gives_ids(tmp_path: Path) -> None:
    found = additions(tmp_path, aliases="5\tCalifornia\tCA;Calif.\n6\tCanada\tCA").aliases
    assert found == {"ca": (5, 6), "calif": (5,)}


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("lat", "91", "outside of the world"),
        ("lon", "-181", "outside of the world"),
        ("lat", "north", "no number"),
        ("lat", "nan", "outside of the world"),
        ("feature", "strait", "no class and code"),
        ("feature", "X.STRT", "no class and code"),
        ("geonames", "-5", "no whole number"),
        ("fame", "many", "no whole number"),
        ("name", "-", "has no name"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, column: str, value: str, message: str) -> None:
    with pytest.raises(DataError, match=rf"places\.tsv, line 2: .*{message}"):
        additions(tmp_path, changed(column, value))
