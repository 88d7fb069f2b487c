"""The store of each test, with one article in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.store.changes import at


@pytest.fixture(scope="session")
def filled_template(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one article."""
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite"
    shutil.copy(template, path)
    with Store.open(str(path)) as store:
        with store.work() as unit:
            unit.writer.write(at())
        store.wipe()
    return path


@pytest.fixture(autouse=True)
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filled_template: Path) -> Path:
    """The store that the commands work on."""
    db = tmp_path / "crisis.sqlite"
    shutil.copy(filled_template, db)
    monkeypatch.setenv("DRAGOMAN_DB", str(db))
    return db
