from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world.tables import data_folder, read_table

COLUMNS = ("name", "forms")


def table(folder: Path, text: str) -> Path:
    (folder / "things.tsv").write_text(text, encoding="utf-8")
    return folder


def test_reads_cells_by_column(tmp_path: Path) -> None:
    (row,) = read_table(table(tmp_path, "name\tforms\none\ta; b;c\n"), "things.tsv", COLUMNS)
    assert row["name"] == "one"
    assert row.several("forms") == ("a", "b", "c")


def test_leaves_out_comments_and_empty_lines(tmp_path: Path) -> None:
    text = "# a source\n\nname\tforms\n# a remark\none\t-\n"
    assert len(list(read_table(table(tmp_path, text), "things.tsv", COLUMNS))) == 1


def test_a_dash_holds_nothing(tmp_path: Path) -> None:
    (row,) = read_table(table(tmp_path, "name\tforms\none\t-\n"), "things.tsv", COLUMNS)
    assert row.optional("forms") is None
    assert row.several("forms") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\n", "things.tsv, line 1: the header must be name, forms"),
        ("name\tforms\none\n", "things.tsv, line 2: has 1 cells instead of 2"),
        ("# x\nname\tforms\none\ta\tb\n", "things.tsv, line 3: has 3 cells instead of 2"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        list(read_table(table(tmp_path, text), "things.tsv", COLUMNS))


def test_a_cell_that_must_not_be_empty(tmp_path: Path) -> None:
    (row,) = read_table(table(tmp_path, "name\tforms\n-\ta\n"), "things.tsv", COLUMNS)
    with pytest.raises(DataError, match="line 2: has no name"):
        row["name"]


def test_a_missing_file_is_an_error_of_the_data(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"things\.tsv is missing"):
        list(read_table(tmp_path, "things.tsv", COLUMNS))


def test_a_file_that_is_no_text_is_an_error_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "things.tsv").write_bytes(b"name\tforms\n\xff\xfe\t-\n")
    with pytest.raises(DataError, match="not UTF-8"):
        list(read_table(tmp_path, "things.tsv", COLUMNS))


TABLES = sorted(item.name for item in data_folder().iterdir() if item.name.endswith(".tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_states_its_sources_at_its_head(name: str) -> None:
    head = (data_folder() / name).read_text(encoding="utf-8").split("\n\n")[0]
    comments = [line for line in head.splitlines() if line.startswith("#")]
    assert any(line.startswith(("# Source:", "# Sources:")) for line in comments)
