"""A small store that questions are asked of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.crises.questions.telling import add, criticised, told


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the store of a test is, which the commands take without being told."""
    monkeypatch.setenv("DRAGOMAN_DB", str(tmp_path / "crisis.sqlite"))
    return tmp_path / "crisis.sqlite"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which Norway phones Denmark about a raid, and later takes a harder stance."""
    path = tmp_path_factory.mktemp("questions") / "crisis.sqlite"
    with Store.open(str(path)) as store:
        add(store, told("wire", 2), criticised(6))
    return path


@pytest.fixture(scope="session")
def empty(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    shutil.copy(template, path)
    return path


@pytest.fixture
def crisis(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That store, which the commands take without being told; it is only looked at."""
    monkeypatch.setenv("DRAGOMAN_DB", str(filled))
    return filled
