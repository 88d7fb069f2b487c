"""Most tests of the review need one database; those that ask for both run on PostgreSQL too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.store.conftest import BOTH, emptied

BOTH_DATABASES = "both_databases"


@pytest.fixture
def both_databases() -> None:
    """Asks for a test to run on both databases: it says something to them that no other does."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test on SQLite, and on PostgreSQL where it asks for both."""
    if "db" in metafunc.fixturenames:
        asked = BOTH_DATABASES in metafunc.fixturenames
        metafunc.parametrize("db", BOTH if asked else BOTH[:1], indirect=True)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store that holds nothing; copying it is quicker than making another."""
    path = tmp_path_factory.mktemp("template") / "ledger.sqlite"
    with Store.open(str(path)) as store:
        store.wipe()
    return path


@pytest.fixture
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, or the path of a new store."""
    if request.param == "postgresql":
        return emptied(request.getfixturevalue("server"))
    return str(shutil.copy(request.getfixturevalue("template"), tmp_path / "ledger.sqlite"))


@pytest.fixture
def store(db: str) -> Iterator[Store]:
    """A new store."""
    with Store.open(db) as opened:
        yield opened
