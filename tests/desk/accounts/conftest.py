"""A desk with a person of each role; store and desk are made once and emptied for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import delete

from dragoman.desk import create_app
from dragoman.desk.accounts import passwords
from dragoman.desk.accounts.users import ROLES, User, Users
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.tables import audit, failed_sign_ins, sessions, tokens, users
from tests.desk.accounts.people import PASSWORD_HASH, QUICK

Visiting = Callable[..., TestClient]
"""Returns a browser that comes to the desk from an address, over HTTP or TLS."""


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", QUICK)


@pytest.fixture(scope="session")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of all tests here: to make one takes longer than most tests."""
    path = tmp_path_factory.mktemp("accounts") / "ledger.sqlite"
    with Store.open(str(path), settings=Settings()) as store:
        yield store


@pytest.fixture(scope="session")
def one_app(one_store: Store) -> FastAPI:
    """The desk on it, which may be asked as often as tests do."""
    return create_app(one_store, settings=Settings(requests_per_minute=1_000_000))


@pytest.fixture
def store(one_store: Store) -> Store:
    """A store without accounts, and with nothing in its trail."""
    with one_store.work() as unit:
        for table in (sessions, tokens, failed_sign_ins, users, audit):
            unit.connection.execute(delete(table))
    return one_store


@pytest.fixture
def people(store: Store) -> dict[str, User]:
    """An account for each role, named after it; all have the same password."""
    with store.work() as unit:
        known = Users(unit.connection)
        return {role: known.add(f"the.{role}", role, password=PASSWORD_HASH) for role in ROLES}


@pytest.fixture
def visiting(store: Store, one_app: FastAPI) -> Iterator[Visiting]:
    """Browsers that come to a desk on the store; they follow no redirect."""
    assert one_app.state.desk.store is store
    with ExitStack() as open_ones:

        def browser(address: str = "192.0.2.1", base: str = "http://127.0.0.1") -> TestClient:
            client = TestClient(
                one_app, base_url=base, client=(address, 50000), follow_redirects=False
            )
            return open_ones.enter_context(client)

        yield browser
