"""After too many sign-ins that failed, nobody gets in for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from dragoman.desk.accounts import attempts
from dragoman.desk.accounts.attempts import Attempts
from dragoman.store import Store
from dragoman.store.columns import now
from dragoman.store.tables import failed_sign_ins


def fail(store: Store, name: str, address: str, times: int) -> None:
    with store.work() as unit:
        for _ in range(times):
            Attempts(unit.connection).begin(name, address)


def waits(store: Store, name: str, address: str) -> bool:
    with store.view() as view:
        return Attempts(view.connection).wait(name, address) > 0


@pytest.mark.parametrize(("times", "locked"), [(4, False), (5, True), (6, True)])
def test_a_name_is_locked_out_after_five_failures(
    store: Store, times: int, *, locked: bool
) -> None:
    fail(store, "asha", "192.0.2.1", times)
    assert waits(store, "Asha", "192.0.2.1") is locked


def test_a_stranger_does_not_lock_out_who_is_elsewhere(store: Store) -> None:
    fail(store, "asha", "192.0.2.1", 20)
    assert not waits(store, "asha", "192.0.2.2")


def test_an_address_that_tries_many_names_is_locked_out(store: Store) -> None:
    for number in range(attempts.BY_ADDRESS):
        fail(store, f"name{number}", "192.0.2.1", 1)
    assert waits(store, "vera", "192.0.2.1")
    assert not waits(store, "vera", "192.0.2.2")


def test_a_name_that_is_tried_from_many_addresses_is_locked_out(store: Store) -> None:
    for number in range(attempts.BY_NAME):
        fail(store, "asha", f"192.0.2.{number}", 1)
    assert waits(store, "asha", "198.51.100.1")


def test_the_wait_ends(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(store, "asha", "192.0.2.1", 5)
    monkeypatch.setattr("dragoman.desk.accounts.attempts.now", lambda: now() + attempts.SPAN)
    assert not waits(store, "asha", "192.0.2.1")


def test_the_wait_is_told_in_seconds(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(store, "asha", "192.0.2.1", 5)
    later = timedelta(minutes=10)
    monkeypatch.setattr("dragoman.desk.accounts.attempts.now", lambda: now() + later)
    with store.view() as view:
        assert 295 <= Attempts(view.connection).wait("asha", "192.0.2.1") <= 300


def test_success_forgives(store: Store) -> None:
    fail(store, "asha", "192.0.2.1", 4)
    with store.work() as unit:
        Attempts(unit.connection).succeed("asha", "192.0.2.1")
    fail(store, "asha", "192.0.2.1", 4)
    assert not waits(store, "asha", "192.0.2.1")


def test_what_was_typed_as_a_name_is_not_in_the_store(store: Store) -> None:
    fail(store, "my secret password", "192.0.2.1", 1)
    with store.view() as view:
        row = view.connection.execute(select(failed_sign_ins)).one()
    assert "my secret password" not in str(row)
