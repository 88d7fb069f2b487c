"""``dragoman import``: sheets from files, with their wrong rows told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.crises.review.sheets.test_tables import xlsx
from tests.store.changes import URL

SHEET = f"""Who;View;On;Day;Link
Norway;restraint;the raid;2031-05-02;{URL}
Italy;concern;the raid;2031-05-02;
"""
COLUMNS = ("kind=positions", "Who=holder", "View=stance", "On=target", "Day=day", "Link=link")
MAP = """
kind = "positions"
columns = { Who = "holder", View = "stance", On = "target", Day = "day" }
"""


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk.csv").write_text(SHEET)
    (tmp_path / "map.toml").write_text(MAP)
    return tmp_path


def test_a_sheet_is_taken_in(folder: Path) -> None:
    result = run("import", folder / "desk.csv", *COLUMNS)
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        "2 rows, 2 of them not there before.\nBeside what was read: 1 same, 1 new, 0 contradicts.\n"
    )
    again = run("import", folder / "desk.csv", *COLUMNS).stdout
    assert again.startswith("2 rows, 0 of them not there before.\n")


def test_a_map_may_be_a_file(folder: Path) -> None:
    told = json.loads(
        run("import", folder / "desk.csv", "--map", folder / "map.toml", "--json").stdout
    )
    assert [each["outcome"] for each in told["rows"]] == ["same", "new"]


def test_wrong_rows_are_told_and_kept(folder: Path) -> None:
    (folder / "desk.csv").write_text(f"{SHEET}Italy;angry;the raid;2031-05-02;\n")
    result = run("import", folder / "desk.csv", *COLUMNS)
    assert result.exit_code == 1
    assert result.stdout.startswith("2 rows")
    assert result.stderr.startswith("Error: desk:4: ")
    letter = json.loads((folder / "dead-letters.jsonl").read_text())
    assert (letter["input"], letter["error"]) == ("desk:4", "InputError")


def test_rows_that_are_gone_are_taken_out_when_asked(folder: Path) -> None:
    run("import", folder / "desk.csv", *COLUMNS)
    (folder / "desk.csv").write_text(SHEET.replace("concern", "criticism"))
    assert "1 row of earlier imports stand" in run("import", folder / "desk.csv", *COLUMNS).stdout
    replaced = run("import", folder / "desk.csv", *COLUMNS, "--replace").stdout
    assert replaced.endswith("1 row of earlier imports taken out.\n")


def test_xlsx_is_read(folder: Path) -> None:
    cells = ["Who", "View", "On"], ["France", "support", "the raid"]
    rows = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in line)
        + "</row>"
        for line in cells
    )
    (folder / "desk.xlsx").write_bytes(xlsx(rows))
    assert run("import", folder / "desk.xlsx", *COLUMNS[:4]).stdout.startswith("1 row, 1 of them")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("desk.csv",), 2, "--map"),
        (("desk.csv", "Who"), 2, "FIELD=VALUE"),
        (("desk.csv", "Who=holder"), 1, "no kind of row"),
        (("desk.csv", *COLUMNS[:3]), 1, "No column"),
        (("desk.csv", *COLUMNS, "Why=note"), 1, "no column 'Why'"),
        (("nowhere.csv", *COLUMNS), 1, "nowhere.csv"),
        (("desk.csv", "--map", "nowhere.toml"), 1, "cannot be read"),
    ],
)
def test_what_cannot_be_is_told(arguments: tuple[str, ...], code: int, said: str) -> None:
    result = run("import", *arguments)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())
