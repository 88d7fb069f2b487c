"""A store with a person of each role."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import create_app
from dragoman.desk.accounts import passwords
from dragoman.desk.accounts.users import ROLES, User, Users
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.accounts.people import PASSWORD_HASH, QUICK


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", QUICK)


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with nothing in it: to make one takes longer than to copy it."""
    path = tmp_path_factory.mktemp("blank") / "ledger.sqlite"
    Store.open(str(path), settings=Settings()).close()
    return path


@pytest.fixture
def store(blank_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A new store without accounts."""
    path = shutil.copy(blank_file, tmp_path / "ledger.sqlite")
    with Store.open(str(path), settings=Settings()) as opened:
        yield opened


@pytest.fixture
def people(store: Store) -> dict[str, User]:
    """An account for each role, named after it; all have the same password."""
    with store.work() as unit:
        users = Users(unit.connection)
        return {role: users.add(f"the.{role}", role, password=PASSWORD_HASH) for role in ROLES}


Visiting = Callable[..., TestClient]
"""Returns a browser that comes to the desk from an address, over HTTP or TLS."""


@pytest.fixture
def visiting(store: Store) -> Iterator[Visiting]:
    """Browsers that come to a desk on the store; they follow no redirect."""
    app = create_app(store, settings=Settings())
    with ExitStack() as open_ones:

        def browser(address: str = "192.0.2.1", base: str = "http://127.0.0.1") -> TestClient:
            client = TestClient(app, base_url=base, client=(address, 50000), follow_redirects=False)
            return open_ones.enter_context(client)

        yield browser
