"""Most tests of the review need one database; those that ask for both run on PostgreSQL too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import BOTH, place

BOTH_DATABASES = "both_databases"


@pytest.fixture
def both_databases() -> None:
    """Asks for a test to run on both databases: it says something to them that no other does."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test on SQLite, and on PostgreSQL where it asks for both."""
    if "db" in metafunc.fixturenames:
        asked = BOTH_DATABASES in metafunc.fixturenames
        metafunc.parametrize("db", BOTH if asked else BOTH[:1], indirect=True)


@pytest.fixture
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store is that holds nothing: a URL, or the path of a file."""
    return place(request, tmp_path)
