"""Tables as Parquet: the columns of CSV, typed."""

from __future__ import annotations

from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.exports.columns import AnyTable, Column, ColumnKind, Value
from dragoman.records import Record

ROWS_AT_ONCE = 10_000
"""Rows of one row group; so many are kept in memory."""

TYPES: dict[ColumnKind, pa.DataType] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "integer": pa.int64(),
    "number": pa.float64(),
    "yes/no": pa.bool_(),
    "day": pa.date32(),
    "moment": pa.timestamp("us", tz="UTC"),
}
"""The type of each kind of column."""


class Parquet:
    """Writes one table; rows go out in groups.

    Args:
        stream: Where to; left open.
        table: Which.
    """

    def __init__(self, stream: BinaryIO, table: AnyTable) -> None:
        self._table = table
        self._schema = schema(table)
        self._rows: list[tuple[Value, ...]] = []
        self._file = pq.ParquetWriter(stream, self._schema, compression="zstd")

    def write(self, record: Record, /) -> None:
        """Take the rows of a record, and write a group when it is full."""
        self._rows += self._table.rows(record)
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write the last group and what Parquet has at the end."""
        if self._rows:
            self._flush()
        self._file.close()

    def _flush(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [
            pa.array(values, type=field.type)
            for values, field in zip(columns, self._schema, strict=True)
        ]
        self._file.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []


def schema(table: AnyTable) -> pa.Schema:
    """Return the Arrow schema of a table; each column carries what it means."""
    return pa.schema([_field(column) for column in table.columns], metadata={"table": table.name})


def _field(column: Column[Any]) -> pa.Field:
    return pa.field(column.name, TYPES[column.kind], metadata={"description": column.help})
