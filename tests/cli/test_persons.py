"""``dragoman persons``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.cli.running import run
from tests.crises.persons.printing import tell


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that knows two persons of three names."""
    path = tmp_path_factory.mktemp("persons") / "filled.sqlite"
    shutil.copy(template, path)
    with Store.open(str(path)) as store:
        tell(store, "Vahan Petrosyan", "FRA", "foreign_minister", day="2019-05-01")
        tell(store, "Wahan Petrosian", "FRA", day="2019-06-01")
        tell(store, "Abu Salwan", "FRA", day="2019-06-02")
        store.wipe()
    return path


@pytest.fixture
def db(filled: Path, tmp_path: Path) -> str:
    """That store, to do with as one likes."""
    return str(shutil.copy(filled, tmp_path / "crisis.sqlite"))


def ids(db: str, name: str) -> list[str]:
    return [
        each["id"] for each in json.loads(run("persons", "find", name, "--db", db, "--json").stdout)
    ]


def test_persons_are_found_by_name(db: str) -> None:
    shown = run("persons", "find", "Petrosyan", "--of", "France", "--db", db).stdout
    assert "Vahan Petrosyan, FRA" in shown
    assert "2 times, 2019-05-01 to 2019-06-01" in shown
    assert "Wahan Petrosian" in shown


def test_nobody_of_a_name_is_a_failure(db: str) -> None:
    result = run("persons", "find", "Ibarguren", "--db", db)
    assert result.exit_code == 1
    assert "knows nobody" in result.stderr


def test_a_person_is_shown_with_office_and_articles(db: str) -> None:
    (identity,) = ids(db, "Petrosyan")
    shown = run("persons", "show", identity[:10], "--articles", "--db", db).stdout
    assert "foreign minister of FRA, printed 2019-05-01 to 2019-05-01" in shown
    assert "the table has" in shown
    assert "Jean-Yves Le Drian" in " ".join(shown.split())
    assert "2019-06-01" in shown


def test_json_holds_spellings_offices_and_articles(db: str) -> None:
    (identity,) = ids(db, "Petrosyan")
    row = json.loads(run("persons", "show", identity, "--articles", "--db", db, "--json").stdout)
    assert [each["name"] for each in row["spellings"]] == ["Vahan Petrosyan", "Wahan Petrosian"]
    assert row["offices"][0]["agrees"] is False
    assert len(row["articles"]) == 2


def test_offices_are_told_as_printed(db: str) -> None:
    for arguments in (["France", "foreign minister"], []):
        shown = run("persons", "offices", *arguments, "--db", db).stdout
        assert "Vahan Petrosyan" in shown
    assert run("persons", "offices", "Chile", "minister", "--db", db).stdout == "Nobody.\n"


def test_a_merge_is_made_and_taken_back(db: str) -> None:
    one, other = *ids(db, "Petrosyan"), *ids(db, "Abu Salwan")
    said = run("persons", "merge", one, other, "--who", "ada", "--db", db).stdout
    assert ids(db, "Abu Salwan") == [one]
    digest = said.split()[said.split().index("undo") + 1]
    assert run("persons", "undo", digest, "--who", "ada", "--db", db).exit_code == 0
    assert ids(db, "Abu Salwan") == [other]


def test_a_spelling_is_split_off(db: str) -> None:
    (identity,) = ids(db, "Petrosyan")
    row = json.loads(run("persons", "show", identity, "--db", db, "--json").stdout)
    number = row["spellings"][1]["number"]
    result = run("persons", "split", identity, "--spelling", number, "--who", "ada", "--db", db)
    assert result.exit_code == 0
    assert len(ids(db, "Petrosyan")) == 2


def test_a_split_names_spellings_or_articles(db: str) -> None:
    result = run("persons", "split", "abc", "--who", "ada", "--db", db)
    assert result.exit_code == 2
    assert "Name spellings, or articles" in result.stderr
