"""Tables as text: values parted by commas or tabs (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import BinaryIO

from dragoman.exports.columns import AnyTable, Value
from dragoman.exports.text import guarded, one_line
from dragoman.records import Record

BYTE_ORDER_MARK = "\ufeff"

BETWEEN = "; "
"""What stands between the parts of a list in one cell."""


class Delimited:
    """Writes one table with a line of column names, and a line for each row.

    Args:
        stream: Where to; left open.
        table: Which.
        delimiter: What parts the cells.
        begin: What the file begins with, before the column names.
        cell: How a value looks in a cell.
    """

    def __init__(
        self,
        stream: BinaryIO,
        table: AnyTable,
        *,
        delimiter: str = ",",
        begin: str = "",
        cell: Callable[[Value], str] | None = None,
    ) -> None:
        self._table = table
        self._cell = cell or in_cell
        self._stream = stream
        self._text = io.StringIO(newline="")
        self._text.write(begin)
        self._rows = csv.writer(self._text, delimiter=delimiter)
        self._rows.writerow(table.names)
        self._hand_over()

    def write(self, record: Record, /) -> None:
        """Write the rows of a record."""
        for row in self._table.rows(record):
            self._rows.writerow([self._cell(value) for value in row])
        self._hand_over()

    def close(self) -> None:
        """Write nothing: the last row is complete."""

    def _hand_over(self) -> None:
        self._stream.write(self._text.getvalue().encode())
        self._text.seek(0)
        self._text.truncate()


def in_cell(value: Value) -> str:
    """Return a value as the text of a cell; no text is taken for a formula.

    ``None`` is an empty cell, a list is joined by semicolons, dates are ISO 8601.
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return guarded(BETWEEN.join(value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else repr(value)


def in_line(value: Value) -> str:
    """Return a value as the text of a cell without tabs and ends of lines."""
    return one_line(in_cell(value))
