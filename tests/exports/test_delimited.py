"""Tables as text, as another program reads them."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from dragoman.exports import TABLES, export_to
from dragoman.exports.columns import Value
from dragoman.exports.delimited import in_cell, in_line
from dragoman.records import Record
from tests.exports.hostile import hostile
from tests.records.examples import record
from tests.records.strategies import records


def written(*given_records: Record, name: str = "csv", table: str = "actors") -> str:
    """Return a table as text."""
    stream = io.BytesIO()
    export_to(given_records, name, stream, table=table)
    return stream.getvalue().decode()


def parsed(text: str) -> list[list[str]]:
    """Return the cells of each line, as Python's own reader finds them."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("table", list(TABLES))
def test_the_first_line_names_the_columns(table: str) -> None:
    first, *rest = parsed(written(record(), table=table))
    assert tuple(first) == TABLES[table].names
    assert rest


def test_no_records_give_the_names_alone() -> None:
    assert len(parsed(written())) == 1


def test_excel_is_told_the_encoding() -> None:
    assert written(record(), name="csv-excel") == f"\ufeff{written(record())}"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("text", "text"),
        ("=1", "'=1"),
        (("a", "b"), "a; b"),
        (("=1", "b"), "'=1; b"),
        ((), ""),
        (True, "true"),
        (-3, "-3"),
        (-0.5, "-0.5"),
        (date(2031, 5, 1), "2031-05-01"),
        (datetime(2031, 5, 1, 9, 30, tzinfo=UTC), "2031-05-01T09:30:00+00:00"),
    ],
)
def test_a_value_in_a_cell(value: Value, cell: str) -> None:
    assert in_cell(value) == cell


def test_a_cell_on_one_line() -> None:
    assert in_line("two\tparts\nof text") == "two parts of text"


@pytest.mark.parametrize("table", list(TABLES))
def test_no_cell_of_a_hostile_record_is_a_formula(table: str) -> None:
    kinds = [column.kind for column in TABLES[table].columns]
    for line in parsed(written(hostile(), table=table))[1:]:
        texts = [cell for cell, kind in zip(line, kinds, strict=True) if kind.startswith("text")]
        assert not [cell for cell in texts if cell.lstrip().startswith(("=", "+", "-", "@"))]


@given(records())
def test_every_cell_comes_back(each: Record) -> None:
    for name, table in TABLES.items():
        expected = [[in_cell(value) for value in row] for row in table.rows(each)]
        assert parsed(written(each, table=name))[1:] == expected
