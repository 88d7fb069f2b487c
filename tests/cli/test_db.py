"""``dragoman db``: what it says, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.store import Store
from dragoman.store.schema import head
from tests.cli.running import run
from tests.store.changes import at


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("DRAGOMAN_DB", str(tmp_path / "crisis.sqlite"))
    return tmp_path / "crisis.sqlite"


@pytest.fixture
def filled(path: Path) -> Path:
    with Store.open(str(path)) as store, store.work() as unit:
        unit.writer.write(at())
    return path


def test_upgrade_makes_the_store_once(path: Path) -> None:
    assert run("db", "upgrade").stdout == f"{path}: made, revision {head()}.\n"
    assert run("db", "upgrade").stdout == f"{path}: up to date, revision {head()}.\n"


def test_a_store_can_be_named(tmp_path: Path) -> None:
    result = run("db", "upgrade", "--db", tmp_path / "named.sqlite")
    assert result.exit_code == 0
    assert (tmp_path / "named.sqlite").is_file()


@pytest.mark.parametrize("command", ["check", "stats"])
def test_without_a_store_it_is_said_how_to_make_one(path: Path, command: str) -> None:
    result = run("db", command)
    assert result.exit_code == 1
    assert result.stderr == (f"Error: There is no store at {path}. Make it: dragoman db upgrade.\n")
    assert not path.exists()


def test_a_store_that_holds_is_told(filled: Path) -> None:
    result = run("db", "check")
    assert result.exit_code == 0
    assert str(filled) in result.stdout
    assert "1 article, 1 reading, 5 facts, 5 spans" in result.stdout
    assert "every hash, span and reference holds" in result.stdout


def test_what_does_not_hold_is_told(filled: Path) -> None:
    with Store.open(str(filled)) as store, store.work() as unit:
        unit.connection.execute(text("UPDATE events SET type = 'AID'"))
    result = run("db", "check")
    assert result.exit_code == 1
    assert "events of reading 1: the columns do not say what it says" in result.stdout
    told = json.loads(run("db", "check", "--json").stdout)
    assert told["holds"] is False
    assert [fault["table"] for fault in told["faults"]] == ["events"]


def test_figures_are_shown(filled: Path) -> None:
    shown = run("db", "stats").stdout
    assert shown.startswith(f"{filled}\n  database      SQLite, revision {head()}, ")
    assert "1 from 1 outlet" in shown
    assert "2031-05-02 to 2031-05-02" in shown


def test_figures_are_given_as_json(filled: Path) -> None:
    figures = json.loads(run("db", "stats", "--json").stdout)
    assert figures["store"] == str(filled)
    assert figures["facts"]["contacts"] == 1


@pytest.mark.parametrize("name", ["backup.sqlite", "backup.jsonl.gz"])
def test_a_backup_is_restored(filled: Path, tmp_path: Path, name: str) -> None:
    made = run("db", "backup", tmp_path / name)
    assert made.exit_code == 0
    assert f"{filled} backed up into {tmp_path / name}: 1 article, 5 facts" in made.stdout
    done = run("db", "restore", tmp_path / name, "--db", tmp_path / "other.sqlite")
    assert done.exit_code == 0
    assert "restored from" in done.stdout
    assert run("db", "check", "--db", tmp_path / "other.sqlite").exit_code == 0


def test_a_store_is_not_overwritten_without_being_asked(filled: Path, tmp_path: Path) -> None:
    run("db", "backup", tmp_path / "backup.sqlite")
    result = run("db", "restore", tmp_path / "backup.sqlite")
    assert result.exit_code == 1
    assert "The store holds something already; articles: 1." in result.stderr
    assert run("db", "restore", tmp_path / "backup.sqlite", "--replace").exit_code == 0
    assert filled.is_file()


def test_a_password_is_never_shown() -> None:
    result = run("db", "stats", "--db", "postgresql://ada:s3cret@localhost:1/ledger")
    assert result.exit_code == 1
    assert "s3cret" not in result.output
