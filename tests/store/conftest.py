"""Every test of the store runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, make_url, text

from dragoman.store import Store
from tests.store.server import running_server

BOTH = [
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgresql", id="postgresql", marks=pytest.mark.needs("postgresql")),
]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server's own database."""
    with running_server() as url:
        yield url


def emptied(server: str, number: int = 0) -> str:
    """Empty one of a few databases, which is made if it is not there, and return its URL.

    A database for each test would be hundreds of files each time.
    """
    name = f"ledger{number}"
    with _administrator(server) as connection:
        there = text("SELECT count(*) FROM pg_database WHERE datname = :name")
        if not connection.scalar(there, {"name": name}):
            connection.execute(text(f"CREATE DATABASE {name}"))
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    with _administrator(url) as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return url


@contextmanager
def _administrator(url: str) -> Iterator[Connection]:
    """Connect without transactions."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
    engine.dispose()


@pytest.fixture(params=BOTH)
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, or the path of a file that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    return emptied(request.getfixturevalue("server"))


@pytest.fixture
def store(db: str) -> Iterator[Store]:
    """A new store."""
    with Store.open(db) as opened:
        yield opened
