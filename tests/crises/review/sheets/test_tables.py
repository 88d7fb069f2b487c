"""Rows come out of CSV, TSV and XLSX as they stand there."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.crises.review.sheets import rows_of_text, rows_of_xlsx
from dragoman.errors import DataError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(rows: str, strings: str = "", **more: str) -> bytes:
    """Return a file with one sheet."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        for name, text in more.items():
            archive.writestr(name, text)
    return data.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_are_parted_as_the_header_is(delimiter: str) -> None:
    text = f"\ufeffWho{delimiter}What\nFrance{delimiter} calm \n\n{delimiter}\nItaly\n"
    header, rows = rows_of_text(text)
    assert header == ("Who", "What")
    assert [(row.number, dict(row.cells)) for row in rows] == [
        (2, {"Who": "France", "What": "calm"}),
        (5, {"Who": "Italy"}),
    ]


def test_a_quoted_cell_may_go_over_lines() -> None:
    _, (row,) = rows_of_text('Who,What\nFrance,"a, ""b""\nc"\n')
    assert row.cells["What"] == 'a, "b"\nc'


@pytest.mark.parametrize("text", ["", ",,\n1,2\n", "a,a\n", f"a\n{'x' * 60_000}\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        rows_of_text(text)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        header, rows = rows_of_text(text)
    except DataError:
        return
    assert all(row.cells.keys() <= set(header) for row in rows)


def test_an_xlsx_gives_its_cells_by_column() -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Day</t></is></c>'
        '</row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>43833</v></c></row>'
    )
    strings = "<si><t>Who</t></si><si><r><t>Fra</t></r><r><t>nce</t></r></si>"
    header, (row,) = rows_of_xlsx(xlsx(rows, strings), most=10_000)
    assert header == ("Who", "", "Day")
    assert (row.number, dict(row.cells)) == (3, {"Who": "France", "Day": "43833"})


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"no zip",
        b"PK\x03\x04",
        xlsx("<row"),
        xlsx('<row r="9999999"/>'),
        xlsx('<row r="2"/><row r="1"/>'),
        xlsx('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
        xlsx(f'<row r="1"><c><v>{"1" * 20_000}</v></c></row>'),
    ],
)
def test_what_is_no_sheet_or_too_large_is_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        rows_of_xlsx(data, most=10_000)
