"""Nobody asks too often; a bucket fills again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import create_app, links
from dragoman.desk.accounts.administering import add_token, add_user
from dragoman.desk.safety.rates import Rates
from dragoman.settings import Settings
from dragoman.store import Store


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time that was set."""
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    rates = Rates(60, clock=clock)
    assert [rates.take("a") for _ in range(16)] == [0] * 15 + [1]
    clock.now = 1.0
    assert [rates.take("a"), rates.take("a")] == [0, 1]


def test_each_has_a_bucket_of_its_own() -> None:
    rates = Rates(4, clock=Clock())
    assert [rates.take("a"), rates.take("b"), rates.take("a")] == [0, 0, 15]


def test_the_wait_is_long_enough() -> None:
    clock = Clock()
    rates = Rates(4, clock=clock)
    rates.take("a")
    clock.now = float(rates.take("a"))
    assert rates.take("a") == 0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with an admin."""
    with Store.open(str(tmp_path / "ledger.sqlite"), settings=Settings()) as opened:
        add_user(opened, "vera", "admin", who=None)
        yield opened


def test_a_token_that_asks_too_often_waits(store: Store) -> None:
    app = create_app(store, settings=Settings(requests_per_minute=8))
    secret = add_token(store, "vera", "script", "read", days=None, who=None)
    headers = {"Authorization": f"Bearer {secret}"}
    with TestClient(app, base_url="http://127.0.0.1", client=("192.0.2.1", 1)) as client:
        answers = [client.get("/api/v1/none", headers=headers) for _ in range(3)]
    assert [each.status_code for each in answers] == [404, 404, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert answers[-1].json()["error"]["code"] == "too_many_requests"


def test_an_address_that_asks_too_often_waits(store: Store) -> None:
    app = create_app(store, settings=Settings(requests_per_minute=8))
    with TestClient(app, base_url="http://127.0.0.1", client=("192.0.2.1", 1)) as client:
        answers = [client.get(links.sign_in()) for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
