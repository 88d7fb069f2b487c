"""Imports: good rows are used from then on, bad ones are told, and nothing is left half done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import DragomanError, EmptyInput, InputError, TooLarge
from dragoman.world.gazetteer import Gazetteer
from dragoman.world.gazetteer import importing as module
from dragoman.world.gazetteer.folders import imported_places
from dragoman.world.gazetteer.importing import LETTER_FIELDS, Imported, import_places
from tests.world.gazetteer.dumps import dump, row

GOOD = [
    row(),
    row(id="900002", name="Østby", names=""),
    row(id="900003", name="Sundbrua", names=""),
]


def imported(folder: Path, *rows: str, name: str = "NO.txt") -> Imported:
    return import_places([dump(folder / name, rows)], imported_places(folder / "data"))


@pytest.mark.parametrize("name", ["NO.txt", "NO.zip"])
def test_imported_places_are_used(tmp_path: Path, name: str) -> None:
    done = imported(tmp_path, *GOOD, name=name)
    assert (done.places, done.rows, done.bad) == (3, 3, 0)
    found = Gazetteer.load(tmp_path / "data").find("West Harbour")
    assert [named.place.id for named in found if named.place.country == "NOR"] == [900001]


def test_a_shipped_place_takes_what_the_dump_says(tmp_path: Path) -> None:
    imported(tmp_path, row(id="3143244", name="Oslo", people="999999"))
    place = Gazetteer.load(tmp_path / "data").place(3143244)
    assert place is not None
    assert place.population == 999999


def test_a_bad_row_is_told_and_the_others_are_taken(tmp_path: Path) -> None:
    done = imported(tmp_path, *GOOD, row(id="900004", lat="95"))
    assert (done.places, done.bad) == (3, 1)
    (letter,) = [json.loads(line) for line in done.report.read_text("utf-8").splitlines()]
    assert tuple(letter) == LETTER_FIELDS
    assert (letter["line"], letter["message"]) == (4, "has the latitude 95")
    assert letter["row"].startswith("900004\t")


def test_without_bad_rows_there_is_no_report(tmp_path: Path) -> None:
    imported(tmp_path, *GOOD, "bad")
    done = imported(tmp_path, *GOOD)
    assert not done.report.exists()


def test_only_so_many_bad_rows_are_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LETTERS", 2)
    done = imported(tmp_path, *GOOD, "bad", "bad", "bad")
    assert done.bad == 3
    assert len(done.report.read_text("utf-8").splitlines()) == 2


def test_a_bad_row_of_great_length_is_cut_in_the_report(tmp_path: Path) -> None:
    done = imported(tmp_path, *GOOD, "ø" * 100_000)
    assert done.report.stat().st_size < 2000


@pytest.mark.parametrize(
    ("rows", "error", "message"),
    [
        ([], EmptyInput, "no rows"),
        (["# only a note"], EmptyInput, "no rows"),
        (["a,b,c"] * 3, InputError, "no GeoNames dump: 3 of 3 rows .* line 1 has 1 columns"),
    ],
)
def test_what_is_no_dump_is_refused_and_the_old_table_stays(
    tmp_path: Path, rows: list[str], error: type[DragomanError], message: str
) -> None:
    imported(tmp_path, *GOOD)
    with pytest.raises(error, match=message):
        imported(tmp_path, *rows)
    assert Gazetteer.load(tmp_path / "data").place(900001) is not None


def test_too_large_a_dump_is_refused(tmp_path: Path) -> None:
    path = dump(tmp_path / "NO.txt", GOOD)
    with pytest.raises(TooLarge):
        import_places([path], tmp_path / "places.sqlite", most_bytes=100)
    assert [each.name for each in tmp_path.iterdir()] == ["NO.txt"]


def test_several_dumps_make_one_table(tmp_path: Path) -> None:
    paths = [
        dump(tmp_path / "NO.txt", GOOD[:1]),
        dump(tmp_path / "SE.zip", [row(id="900009", country="SE")]),
    ]
    done = import_places(paths, tmp_path / "places.sqlite")
    assert done.places == 2


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(DragomanError, match="cannot be written"):
        imported(tmp_path, *GOOD)
