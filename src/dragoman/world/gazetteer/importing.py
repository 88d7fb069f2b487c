"""Importing GeoNames dumps into the user's data: good rows into a table, bad ones told apart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from dragoman.errors import DragomanError, EmptyInput, InputError
from dragoman.world.gazetteer.dump import BadRow, parse_row
from dragoman.world.gazetteer.source_files import MOST_BYTES, lines_of
from dragoman.world.gazetteer.writing import Listed, write_store

MOST_LETTERS = 10_000
"""Bad rows that are written down; the others are only counted."""

SHOWN = 200
"""Characters of a bad row that are written down."""

LETTER_FIELDS = ("input", "line", "message", "row")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import.

    Attributes:
        table: Where the places are kept now.
        places: How many places it holds.
        rows: How many rows were read.
        bad: How many of them could not be taken.
        report: The file that tells of those, which is there if there are any.
    """

    table: Path
    places: int
    rows: int
    bad: int
    report: Path


class BadRows:
    """The file of rows that could not be taken; made when the first of them comes.

    Args:
        path: Where it is to lie; one of an earlier import is removed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0
        self.bad = 0
        self.first: str | None = None
        self._file: IO[str] | None = None
        path.unlink(missing_ok=True)

    def add(self, source: Path, number: int, line: bytes, message: str) -> None:
        """Write down a row and why it could not be taken."""
        self.bad += 1
        self.first = self.first or f"line {number} {message}"
        if self.bad > MOST_LETTERS:
            return
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8")
        row = line[: 4 * SHOWN].decode("utf-8", "replace")[:SHOWN]
        letter = dict(zip(LETTER_FIELDS, (str(source), number, message, row), strict=True))
        self._file.write(f"{json.dumps(letter, ensure_ascii=True)}\n")

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


def import_places(
    sources: Sequence[Path], table: Path, *, most_bytes: int = MOST_BYTES
) -> Imported:
    """Write a table of places from dumps; the table that was there before is replaced.

    A row that cannot be taken is told in a report beside the table, and the import goes on; where
    more rows of a file are bad than good, it is refused and the old table stays.

    Args:
        sources: Files in the form of GeoNames' dumps, plain or zipped.
        table: Where to write.
        most_bytes: Bytes that each file may have once decompressed.

    Raises:
        InputError: A file cannot be read, is too large, or is no dump.
        DragomanError: The table cannot be written.
    """
    about = {
        "source": ", ".join(path.name for path in sources),
        "made": datetime.now(UTC).date().isoformat(),
    }
    try:
        table.parent.mkdir(parents=True, exist_ok=True)
        with closing(BadRows(table.with_name(f"{table.stem}-dead-letters.jsonl"))) as report:
            places = write_store(table, _rows(sources, report, most_bytes), about)
    except (OSError, sqlite3.Error) as error:
        message = f"The places cannot be written to {table}: {error}."
        raise DragomanError(message, hint="Is there room, and may it be written?") from error
    return Imported(table, places, report.rows, report.bad, report.path)


def _rows(sources: Sequence[Path], report: BadRows, most_bytes: int) -> Iterator[Listed]:
    for path in sources:
        rows, bad = report.rows, report.bad
        for number, line in lines_of(path, most_bytes=most_bytes):
            report.rows += 1
            try:
                yield parse_row(line)
            except BadRow as error:
                report.add(path, number, line, str(error))
        _judge(path, report.rows - rows, report.bad - bad, report.first)


def _judge(path: Path, rows: int, bad: int, first: str | None) -> None:
    """Refuse a file that is no dump.

    Raises:
        EmptyInput: It has no rows.
        InputError: More of its rows are bad than good.
    """
    if not rows:
        raise EmptyInput("There are no rows.", source=str(path))
    if bad > rows / 2:
        raise InputError(
            f"This is no GeoNames dump: {bad} of {rows} rows are not of its form; {first}.",
            source=str(path),
            hint="Rows have nineteen columns, as in allCountries.txt.",
        )
