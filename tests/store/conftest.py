"""Every test of the store runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.store.databases import emptied, prepared

BOTH = [
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgresql", id="postgresql", marks=pytest.mark.needs("postgresql")),
]


@pytest.fixture(params=BOTH)
def blank(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, or the path of a file that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    return emptied(request.getfixturevalue("server"))


@pytest.fixture(params=BOTH)
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store is that holds nothing: a URL, or the path of a file."""
    return place(request, tmp_path)


def place(request: pytest.FixtureRequest, folder: Path, number: int = 0) -> str:
    """Return where a store is that holds nothing, in the kind of database that is asked for.

    Args:
        request: Of a fixture whose parameters are ``BOTH``.
        folder: Where it lies in SQLite.
        number: Which it is in PostgreSQL: two stores that are there at once need two of them.
    """
    if request.param == "sqlite":
        path = folder / f"ledger{number or ''}.sqlite"
        return str(shutil.copy(request.getfixturevalue("template"), path))
    return prepared(request.getfixturevalue("server"), number)


@pytest.fixture
def store(db: str) -> Iterator[Store]:
    """A new store."""
    with Store.open(db) as opened:
        yield opened
