"""A store of SQLite that is quickly made: the file of an empty one is copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Store


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty store."""
    path = tmp_path_factory.mktemp("persons") / "empty.sqlite"
    Store.open(str(path)).close()
    return path


@pytest.fixture
def ledger(empty_ledger: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store of SQLite."""
    path = tmp_path / "ledger.sqlite"
    shutil.copyfile(empty_ledger, path)
    with Store.open(str(path)) as opened:
        yield opened
