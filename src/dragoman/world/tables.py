"""Reading the tables of ``data/``: tab-separated, with a header, comments and lists in cells."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from dragoman.errors import DataError

Value = TypeVar("Value", bound=str)

ABSENT = "-"
"""A cell that holds nothing."""


def data_folder() -> Traversable:
    """Return the folder of the tables that ship with the package."""
    return resources.files("dragoman.world") / "data"


def read_toml(folder: Traversable, file: str) -> dict[str, Any]:
    """Return what a TOML file of a folder holds.

    Raises:
        DataError: The file is missing or is not TOML; the message names the line.
    """
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError(f"{file} is missing.", hint="Reinstall the package.") from None
    return parse_toml(text, file)


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """Return what the text of a TOML file holds.

    Raises:
        DataError: It is not TOML; the message names the file and the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: it is not TOML: {error}.") from error


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, which knows where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the cell, which must not be empty.

        Raises:
            DataError: The cell is empty.
        """
        value = self.optional(column)
        if value is None:
            raise self.wrong(f"has no {column}")
        return value

    def optional(self, column: str) -> str | None:
        """Return the cell, or None where it is empty."""
        cell = self.cells[column]
        return None if cell in {"", ABSENT} else cell

    def one_of(self, column: str, known: Iterable[Value]) -> Value:
        """Return which of the ``known`` values the cell holds.

        Raises:
            DataError: The cell is empty, or holds none of them.
        """
        cell = self[column]
        for value in known:
            if value == cell:
                return value
        raise self.wrong(f"unknown {column} {cell!r}")

    def several(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds a list, parted by semicolons."""
        cell = self.optional(column)
        parts = (part.strip() for part in cell.split(";")) if cell else ()
        return tuple(part for part in parts if part)

    def wrong(self, what: str) -> DataError:
        """Return an error that names the file and the line."""
        return DataError(f"{self.file}, line {self.line}: {what}.")


def read_table(folder: Traversable, file: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a tab-separated table.

    Lines that begin with ``#`` are comments; the first other line must name ``columns``.

    Raises:
        DataError: The file is missing, its header differs, or a row has too many or few cells.
    """
    header_seen = False
    for line, text in enumerate(_text(folder, file).splitlines(), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        cells = [cell.strip() for cell in text.split("\t")]
        if header_seen:
            yield _row(file, line, columns, cells)
        elif cells == list(columns):
            header_seen = True
        else:
            raise DataError(f"{file}, line {line}: the header must be {', '.join(columns)}.")


def _row(file: str, line: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    row = Row(file, line, dict(zip(columns, cells, strict=False)))
    if len(cells) != len(columns):
        raise row.wrong(f"has {len(cells)} cells instead of {len(columns)}")
    return row


def _text(folder: Traversable, file: str) -> str:
    try:
        return (folder / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError(f"{file} is missing.", hint="Reinstall the package.") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{file} is not UTF-8: {error.reason}.") from error
