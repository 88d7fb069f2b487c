"""The rows of a sheet: of CSV or TSV, or of the first sheet of an XLSX file."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from lxml import etree

from dragoman.errors import DataError

MOST_ROWS = 200_000
MOST_COLUMNS = 500
LONGEST_CELL = 50_000
"""Signs of one cell."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]+")
_STRINGS = "xl/sharedStrings.xml"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the file, the header being row 1, and its cells by column."""

    number: int
    cells: Mapping[str, str]


def rows_of_text(text: str, *, delimiter: str | None = None) -> tuple[tuple[str, ...], list[Row]]:
    """Return the header and the rows of CSV or TSV that are not empty.

    Args:
        text: The file's.
        delimiter: What parts the cells; by default what parts the header best.

    Raises:
        DataError: It is no table.
    """
    first = text.partition("\n")[0]
    parted_by = delimiter or max(",;\t", key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=parted_by)
    try:
        return _rows(lines)
    except csv.Error as error:
        raise DataError(f"The sheet cannot be read: {error}.") from error


def _rows(lines: Iterator[Sequence[str]]) -> tuple[tuple[str, ...], list[Row]]:
    header = tuple(each.strip() for each in next(lines, ()))
    named = [each for each in header if each]
    if not named or len(header) > MOST_COLUMNS or len(set(named)) < len(named):
        raise DataError("The first row of a sheet names its columns, each by another name.")
    found = []
    for number, line in enumerate(lines, start=2):
        if number > MOST_ROWS:
            raise DataError(f"The sheet has more than {MOST_ROWS:,} rows.")
        cells = {
            name: cell.strip()
            for name, cell in zip(header, line, strict=False)
            if name and cell.strip()
        }
        if cells:
            found.append(Row(number, cells))
    return header, found


def rows_of_xlsx(data: bytes, *, most: int) -> tuple[tuple[str, ...], list[Row]]:
    """Return the header and the rows of the first sheet of an XLSX file that are not empty.

    Args:
        data: The file's.
        most: Bytes that a part of it may have once decompressed.

    Raises:
        DataError: It is no such file, or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            strings = _strings(_part(archive, _STRINGS, most)) if _STRINGS in names else []
            sheets = sorted(each for each in names if each.startswith("xl/worksheets/sheet"))
            if not sheets:
                raise DataError("The file has no sheet.")
            first = min(sheets, key=lambda name: (len(name), name))
            lines = list(_lines(_part(archive, first, most), strings))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise DataError(f"The file is no XLSX: {error}.") from error
    return _rows(iter(lines))


def _part(archive: zipfile.ZipFile, name: str, most: int) -> etree._Element:
    """Return a part of the file, parsed without entities or network."""
    with archive.open(name) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise DataError(f"The part {name} of the file has more than {most} bytes.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _strings(root: etree._Element) -> list[str]:
    return [
        "".join(text.text or "" for text in each.iter(f"{_MAIN}t"))
        for each in root.iter(f"{_MAIN}si")
    ]


def _lines(root: etree._Element, strings: Sequence[str]) -> Iterator[list[str]]:
    """Yield the cells of each row; rows that the file leaves out are empty."""
    expected = 1
    for row in root.iter(f"{_MAIN}row"):
        number = int(row.get("r") or expected)
        if not expected <= number <= MOST_ROWS + 1:
            raise DataError("The rows of the sheet are out of order, or too many.")
        yield from ([] for _ in range(number - expected))
        expected = number + 1
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            place = _place(cell.get("r"), len(cells))
            cells += [""] * (place - len(cells))
            cells.append(_cell(cell, strings)[:LONGEST_CELL])
        yield cells


def _place(reference: str | None, otherwise: int) -> int:
    """Return the number of a cell's column, the first being 0."""
    match = _REFERENCE.fullmatch(reference or "")
    if match is None:
        return otherwise
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > MOST_COLUMNS:
        raise DataError(f"The sheet has more than {MOST_COLUMNS} columns.")
    return max(number - 1, otherwise)


def _cell(cell: etree._Element, strings: Sequence[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    return value
