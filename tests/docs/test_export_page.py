"""The pages on exports say what there is, and their code runs."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import generated
import pytest

from dragoman.exports import FORMATS, TABLES
from tests.records.examples import record

DOCS = Path(__file__).resolve().parents[2] / "docs"
COMMANDS = (DOCS / "reference" / "command-line.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*FORMATS, *TABLES])
def test_the_command_line_names_every_format_and_table(name: str) -> None:
    section = COMMANDS.partition("## `dragoman export`\n")[2].partition("\n## ")[0]
    assert f"`{name}`" in section


@pytest.mark.parametrize("table", list(TABLES))
def test_every_column_is_told(table: str) -> None:
    told = generated.columns().partition(f"### {table}\n")[2].partition("\n### ")[0]
    rows = [line.split("`")[1] for line in told.splitlines() if line.startswith("| `")]
    assert tuple(rows) == TABLES[table].names


def test_no_meaning_breaks_its_row() -> None:
    lines = f"{generated.columns()}\n{generated.plover_columns()}".splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert {line.count("|") for line in rows} == {4}


def test_the_code_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "records.jsonl"
    source.write_text(f"{record().to_json()}\nno record\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["export_records.py", str(source), str(tmp_path / "out")])
    runpy.run_path(str(DOCS / "code" / "export_records.py"), run_name="__main__")
    written = capsys.readouterr()
    assert len(written.out.splitlines()) == len(TABLES) + 1
    assert "records.jsonl, line 2" in written.err
    assert (tmp_path / "out" / "contacts.ics").stat().st_size > 100
