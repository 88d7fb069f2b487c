"""Parquet holds the columns of CSV, typed."""

from __future__ import annotations

import io
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given

from dragoman.exports import TABLES, export_to
from dragoman.exports.parquet import TYPES, Parquet
from dragoman.records import Record
from tests.exports.hostile import hostile
from tests.records.examples import record
from tests.records.strategies import records


def read_back(*given_records: Record, table: str) -> Any:
    """Return the Arrow table that a file holds."""
    stream = io.BytesIO()
    export_to(given_records, "parquet", stream, table=table)
    return pq.read_table(io.BytesIO(stream.getvalue()))


@pytest.mark.parametrize("name", list(TABLES))
def test_columns_have_names_types_and_meanings(name: str) -> None:
    columns = TABLES[name].columns
    schema = read_back(record(), table=name).schema
    assert schema.names == [column.name for column in columns]
    assert schema.types == [TYPES[column.kind] for column in columns]
    told = [field.metadata[b"description"].decode() for field in schema]
    assert told == [column.help for column in columns]


@pytest.mark.parametrize("name", list(TABLES))
def test_no_records_give_the_columns_alone(name: str) -> None:
    empty = read_back(table=name)
    assert empty.num_rows == 0
    assert tuple(empty.schema.names) == TABLES[name].names


def same(name: str, *given_records: Record) -> bool:
    """Tell whether the file holds the rows of the records."""
    table = TABLES[name]
    expected = [
        {
            column: list(value) if isinstance(value, tuple) else value
            for column, value in zip(table.names, row, strict=True)
        }
        for each in given_records
        for row in table.rows(each)
    ]
    return bool(read_back(*given_records, table=name).to_pylist() == expected)


@given(records())
def test_every_value_comes_back(each: Record) -> None:
    assert all(same(name, each) for name in TABLES)


@pytest.mark.parametrize("name", list(TABLES))
def test_hostile_words_come_back(name: str) -> None:
    assert same(name, hostile())


def test_many_rows_go_out_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.exports.parquet.ROWS_AT_ONCE", 10)
    stream = io.BytesIO()
    writer = Parquet(stream, TABLES["actors"])
    for _ in range(5):
        writer.write(record())
    writer.close()
    file = pq.ParquetFile(io.BytesIO(stream.getvalue()))
    assert (file.metadata.num_rows, file.metadata.num_row_groups) == (25, 3)
