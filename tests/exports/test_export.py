"""Records out to files, and the round trip over JSON lines."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.exports import FORMATS, TABLES, TableFormat, export, export_to, records_in
from dragoman.records import Record
from tests.exports.hostile import hostile
from tests.records.examples import record
from tests.records.strategies import records

INSTALLED = [
    name for name in FORMATS if name != "ftm" or importlib.util.find_spec("followthemoney")
]


def everything(name: str, each: Iterable[Record]) -> list[bytes]:
    """Return all that a format writes: one file, or one a table."""
    several = isinstance(FORMATS[name], TableFormat)
    return [one(name, each, table) for table in (TABLES if several else [None])]


def one(name: str, each: Iterable[Record], table: str | None) -> bytes:
    """Return what a format writes of one table, or of whole records."""
    stream = io.BytesIO()
    export_to(each, name, stream, table=table)
    return stream.getvalue()


def again(each: Iterable[Record]) -> list[Record]:
    """Return records written as JSON lines and read back."""
    lines = io.BytesIO(one("jsonl", each, None))
    found = list(records_in(lines, "again", max_bytes=10_000_000))
    assert all(isinstance(item, Record) for item in found)
    return [item for item in found if isinstance(item, Record)]


@pytest.mark.parametrize("name", INSTALLED)
def test_the_round_trip_gives_the_same_export(name: str) -> None:
    given_records = [record(), hostile()]
    assert everything(name, again(given_records)) == everything(name, given_records)


@settings(max_examples=20)  # each writes every format twice
@given(st.lists(records(), max_size=2))
def test_the_round_trip_of_any_records_gives_the_same_export(each: list[Record]) -> None:
    back = again(each)
    for name in INSTALLED:
        assert everything(name, back) == everything(name, each), name


@pytest.mark.parametrize("name", INSTALLED)
def test_files_hold_what_streams_hold(tmp_path: Path, name: str) -> None:
    places = export([record()], name, tmp_path / "out")
    assert [place.read_bytes() for place in places] == everything(name, [record()])


def test_tables_go_into_a_folder(tmp_path: Path) -> None:
    places = export([record()], "csv", tmp_path / "out")
    assert places == tuple(tmp_path / "out" / f"{name}.csv" for name in TABLES)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        place.name for place in places
    )


def test_one_table_goes_into_a_file(tmp_path: Path) -> None:
    assert export([record()], "csv", tmp_path / "who.csv", table="actors") == (
        tmp_path / "who.csv",
    )
    assert (tmp_path / "who.csv").read_text("utf-8").startswith("article_id,actor_id,name")


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    export([record()], "csv", tmp_path)
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_no_name_out_of_a_record_becomes_a_path(tmp_path: Path) -> None:
    for name in INSTALLED:
        export([hostile()], name, tmp_path / "in" / name)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    written = {path.stem for path in (tmp_path / "in").rglob("*") if path.is_file()}
    assert written <= {*TABLES, *FORMATS}


def test_an_error_on_the_way_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> Iterator[Record]:
        yield record()
        raise DragomanError("The source broke.")

    with pytest.raises(DragomanError, match="broke"):
        export(broken(), "csv", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "table", "message"),
    [
        ("csv", "people", "'people' is no table"),
        ("jsonl", "actors", "jsonl has no tables"),
        ("csv", None, "one table a kind"),
    ],
)
def test_a_wrong_table_is_told(name: str, table: str | None, message: str) -> None:
    with pytest.raises(DragomanError, match=message):
        export_to([], name, io.BytesIO(), table=table)
