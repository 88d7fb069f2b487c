"""A store of SQLite alone, for what no other database does otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Store


@pytest.fixture
def ledger(template: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store of SQLite."""
    with Store.open(str(shutil.copy(template, tmp_path / "own.sqlite"))) as opened:
        yield opened
