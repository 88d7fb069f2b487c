"""``dragoman places``: what is loaded, what a name may mean, and imports."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.world.gazetteer.dumps import dump, row


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("DRAGOMAN_DATA_FOLDER", str(folder))
    return folder


@pytest.fixture
def dumped(tmp_path: Path) -> Path:
    return dump(tmp_path / "NO.zip", [row(), row(id="900002", name="Sundbrua"), "bad"])


def test_what_is_loaded_is_shown() -> None:
    result = run("places")
    assert result.exit_code == 0
    assert "shipped" in result.stdout
    assert "GeoNames (CC BY 4.0)" in result.stdout
    assert "imported        none" in result.stdout


def test_what_is_loaded_is_given_as_json() -> None:
    rows = json.loads(run("places", "--json").stdout)
    assert [row["table"] for row in rows] == ["shipped", "additions"]
    assert rows[0]["places"] > 200_000
    assert rows[1]["places"] > 500


def test_an_import_is_told_and_used(dumped: Path, data: Path) -> None:
    result = run("places", "import", dumped)
    assert result.exit_code == 0
    assert f"2 places imported into {data / 'places.sqlite'}." in result.stderr
    assert "1 of 3 rows left out; see" in result.stderr
    rows = json.loads(run("places", "--json").stdout)
    assert (rows[2]["table"], rows[2]["places"], rows[2]["source"]) == ("imported", 2, "NO.zip")
    assert re.search(r"^imported +2 places$", run("places").stdout, re.MULTILINE)
    assert "GeoNames 900002" in run("places", "find", "Sundbrua").stdout


def test_what_is_no_dump_is_an_error(tmp_path: Path, data: Path) -> None:
    result = run("places", "import", dump(tmp_path / "notes.txt", ["hello"]))
    assert result.exit_code == 1
    assert "This is no GeoNames dump" in result.stderr
    assert not (data / "places.sqlite").exists()


def test_a_missing_dump_is_an_error(tmp_path: Path) -> None:
    result = run("places", "import", tmp_path / "none.zip")
    assert result.exit_code == 1
    assert "Cannot be read" in result.stderr


def test_a_name_is_found_the_likeliest_first() -> None:
    first = run("places", "find", "Baghdad").stdout.splitlines()[0]
    assert first.startswith("Baghdad, P.PPLC")
    assert "IRQ" in first
    assert "GeoNames 98182" in first


def test_what_is_found_is_given_as_json() -> None:
    rows = json.loads(run("places", "find", "Strait of Hormuz", "--json").stdout)
    assert [(row["feature"], row["id"], row["own_name"]) for row in rows] == [
        ("H.STRT", None, True)
    ]


def test_long_lists_are_cut() -> None:
    assert "more; --json lists all" in run("places", "find", "San Jose").stdout


def test_an_unknown_name_is_an_error() -> None:
    result = run("places", "find", "Xyzzyville")
    assert result.exit_code == 1
    assert "No place of the name 'Xyzzyville'" in result.stderr


@pytest.mark.parametrize("words", [("import", "--help"), ("find", "--help"), ("--help",)])
def test_every_command_explains_itself(words: tuple[str, ...]) -> None:
    result = run("places", *words)
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
