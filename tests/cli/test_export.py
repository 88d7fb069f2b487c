"""``dragoman export``."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from dragoman.cli.exporting import Intake
from dragoman.exports import FORMATS, TABLES
from dragoman.records import Record
from dragoman.store import Store
from tests.cli.running import program, run
from tests.exports.hostile import hostile
from tests.records.examples import record


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of two records and a bad line; the program runs in it."""
    lines = [record().to_json(), "no record", hostile().to_json()]
    data = "\n".join(lines).encode(errors="backslashreplace")
    (tmp_path / "mixed.jsonl").write_bytes(data)
    (tmp_path / "good.json").write_text(record().to_json(indent=2), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _letters(folder: Path, name: str = "dead-letters.jsonl") -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def test_tables_go_into_a_folder(folder: Path) -> None:
    result = run("export", "csv", "good.json", "--out", "sheets")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Wrote 1 record to sheets" in result.stderr
    assert {path.name for path in (folder / "sheets").iterdir()} == {f"{t}.csv" for t in TABLES}


@pytest.mark.usefixtures("folder")
def test_one_table_goes_to_standard_output() -> None:
    result = run("export", "csv", "good.json", "--table", "Contacts")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert (row["initiator"], row["channel"]) == ("Kari Lund", "phone")


@pytest.mark.parametrize("name", ["jsonl", "plover", "geojson", "ical"])
@pytest.mark.usefixtures("folder")
def test_one_file_of_text_goes_to_standard_output(name: str) -> None:
    result = run("export", name, "good.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


@pytest.mark.parametrize("arguments", [(), ("-",), ("-", "--out", "-")])
def test_standard_input_is_read(arguments: tuple[str, ...]) -> None:
    result = run("export", "jsonl", *arguments, given=f"{record().to_json()}\n")
    assert Record.from_json(result.stdout) == record()


def test_compressed_records_are_read(folder: Path) -> None:
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(record().to_json().encode()))
    result = run("export", "jsonl", "packed.jsonl.gz")
    assert Record.from_json(result.stdout) == record()


def test_a_broken_archive_is_a_dead_letter(folder: Path) -> None:
    packed = gzip.compress(hostile().to_json().encode(errors="backslashreplace"))
    (folder / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    result = run("export", "jsonl", "cut.jsonl.gz", "good.json")
    assert result.exit_code == 1
    assert "cut.jsonl.gz: The file cannot be read" in result.stderr
    assert Record.from_json(result.stdout) == record()


def test_what_is_no_record_is_a_dead_letter_and_the_rest_goes_on(folder: Path) -> None:
    result = run("export", "jsonl", "mixed.jsonl", "missing.jsonl", "--out", "out.jsonl")
    assert result.exit_code == 1
    assert "Error: mixed.jsonl, line 2: $: this is not JSON" in result.stderr
    assert "2 of 4 could not be read; see dead-letters.jsonl" in result.stderr
    assert [(each["input"], each["error"]) for each in _letters(folder)] == [
        ("mixed.jsonl, line 2", "InputError"),
        ("missing.jsonl", "InputError"),
    ]
    lines = (folder / "out.jsonl").read_bytes().splitlines()
    assert [Record.from_json(line) for line in lines] == [record(), hostile()]


def test_dead_letters_go_where_they_should(folder: Path) -> None:
    run("export", "jsonl", "mixed.jsonl", "--dead-letters", "bad.jsonl", "--out", "out.jsonl")
    assert len(_letters(folder, "bad.jsonl")) == 1
    assert not (folder / "dead-letters.jsonl").exists()


def test_an_earlier_export_is_not_replaced_by_an_empty_one(folder: Path) -> None:
    (folder / "out.jsonl").write_text("earlier", encoding="utf-8")
    result = run("export", "jsonl", "missing.jsonl", "--out", "out.jsonl")
    assert result.exit_code == 1
    assert "No record could be read; nothing was written." in result.stderr
    assert (folder / "out.jsonl").read_text("utf-8") == "earlier"


def test_no_lines_give_an_empty_export(folder: Path) -> None:
    (folder / "empty.jsonl").touch()
    result = run("export", "jsonl", "empty.jsonl", "--out", "out.jsonl")
    assert (result.exit_code, (folder / "out.jsonl").read_bytes()) == (0, b"")


def test_an_input_may_be_its_own_output(folder: Path) -> None:
    run("export", "jsonl", "good.json", "--out", "good.json")
    assert (folder / "good.json").read_text("utf-8") == f"{record().to_json()}\n"


@pytest.mark.usefixtures("folder")
def test_equal_records_are_written_once() -> None:
    assert len(run("export", "jsonl", "good.json", "good.json").stdout.splitlines()) == 1


@pytest.mark.usefixtures("folder")
def test_quiet_tells_nothing() -> None:
    result = run("export", "jsonl", "good.json", "--out", "out.jsonl", "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


@pytest.mark.usefixtures("folder")
def test_verbose_tells_the_files() -> None:
    result = run("export", "jsonl", "good.json", "--out", "out.jsonl", "--verbose")
    assert "out.jsonl: " in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("parket", "good.json"), "Did you mean parquet?"),
        (("csv", "good.json", "--table", "contcts", "--out", "x"), "Did you mean contacts?"),
        (("csv", "good.json"), "Name a folder"),
        (("csv", "good.json", "--out", "-"), "Name a folder"),
        (("parquet", "good.json", "--table", "actors"), "parquet is no text"),
        (("jsonl", "good.json", "--table", "actors"), "jsonl has no tables"),
        (("jsonl", "-", "-"), "only once"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told(arguments: tuple[str, ...], message: str) -> None:
    result = run("export", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.usefixtures("folder")
def test_a_place_that_cannot_be_written_to_is_told() -> None:
    result = run("export", "jsonl", "good.json", "--out", "good.json/out.jsonl")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_where_nothing_is_piped_in_an_earlier_export_stays(folder: Path) -> None:
    (folder / "out.jsonl").write_text("earlier", encoding="utf-8")
    result = run("export", "jsonl", "--out", "out.jsonl", given="")
    assert result.exit_code == 1
    assert "Name files of records, or a store with --db." in " ".join(result.stderr.split())
    assert (folder / "out.jsonl").read_text("utf-8") == "earlier"


def test_every_format_stands_in_the_help() -> None:
    told = run("export", "--help").stdout
    assert [name for name, each in FORMATS.items() if f"{name:<10} {each.help}" not in told] == []


def test_the_program_writes_utf_8_whatever_the_terminal_has(folder: Path) -> None:
    done = program("export", "jsonl", "mixed.jsonl", cwd=folder, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [Record.from_json(line) for line in lines] == [record(), hostile()]


@pytest.fixture
def store(folder: Path) -> Path:
    """A store with one record."""
    path = folder / "crisis.sqlite"
    with Store.open(str(path)) as opened, opened.work() as unit:
        unit.writer.write(record())
    return path


def test_the_records_of_a_store_are_exported(store: Path) -> None:
    told = run("export", "jsonl", "--db", store).stdout
    (line,) = told.splitlines()
    assert Record.from_json(line) == record()


def test_at_a_terminal_the_store_of_the_settings_is_exported(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_DB", str(store))
    monkeypatch.setattr("sys.stdin", Mock(**{"isatty.return_value": True}))
    intake = Intake([], store.parent / "letters.jsonl", db=None, verbose=None)
    assert list(intake.records()) == [record()]


def test_elsewhere_a_store_must_be_named(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_DB", str(store))
    result = run("export", "jsonl")
    assert (result.exit_code, result.stdout, "--db" in result.stderr) == (1, "", True)
    told = " ".join(run("export", "--help").stdout.replace("│", " ").split())
    assert "at a terminal the store; elsewhere" in told


def test_what_people_rejected_is_left_out(store: Path) -> None:
    (contact,) = record().contacts
    args = ("reject", "contacts", contact.id, "--why", "A drill.", "--db", store)
    assert run("review", "judge", *args).exit_code == 0
    result = run("export", "csv", "--db", store, "--table", "contacts")
    assert list(csv.DictReader(io.StringIO(result.stdout))) == []


def test_a_store_beside_files_is_refused(store: Path) -> None:
    result = run("export", "jsonl", "good.json", "--db", store)
    assert (result.exit_code, "not both" in result.stderr) == (2, True)


def test_a_store_that_is_not_there_is_told(folder: Path) -> None:
    result = run("export", "jsonl", "--db", folder / "none.sqlite", "--out", "a.jsonl")
    assert (result.exit_code, (folder / "a.jsonl").exists()) == (1, False)
