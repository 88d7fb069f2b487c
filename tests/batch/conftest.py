"""Tests of the batch: those of what is kept run on SQLite and on PostgreSQL, as in the store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.batch.readers import HandReader
from tests.store.conftest import db, server

__all__ = ["db", "reader", "server", "store"]


@pytest.fixture
def reader() -> HandReader:
    """A reader that needs no model."""
    return HandReader()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store that holds nothing; a copy of it is quicker than making one."""
    path = tmp_path_factory.mktemp("template") / "ledger.sqlite"
    Store.open(str(path)).close()
    return path


@pytest.fixture
def store(db: str, template: Path) -> Iterator[Store]:
    """A new store."""
    if "://" not in db:
        shutil.copyfile(template, db)
    with Store.open(db) as opened:
        yield opened
