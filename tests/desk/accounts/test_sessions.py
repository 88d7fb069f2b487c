"""Sessions end when idle and after their time, and their secrets are kept nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from dragoman.desk.accounts import secrets
from dragoman.desk.accounts.sessions import Lifetime, Sessions, end_all
from dragoman.desk.accounts.users import User
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.columns import now
from dragoman.store.tables import sessions as table

People = dict[str, User]
LIFETIME = Lifetime.of(Settings(session_idle_minutes=30, session_hours=8))


def begun(store: Store, user: User) -> str:
    with store.work() as unit:
        return Sessions(unit.connection, LIFETIME).begin(user, browser="A browser")


def found(store: Store, secret: str) -> bool:
    with store.view() as view:
        return Sessions(view.connection, LIFETIME).find(secrets.digest(secret)) is not None


def test_a_session_is_found_by_its_secret(store: Store, people: People) -> None:
    assert found(store, begun(store, people["viewer"]))


def test_the_secret_is_not_in_the_store(store: Store, people: People) -> None:
    secret = begun(store, people["viewer"])
    with store.view() as view:
        row = view.connection.execute(select(table)).one()
    assert secret not in str(row)
    assert row.id == secrets.digest(secret)


@pytest.mark.parametrize(
    ("later", "there"),
    [(timedelta(minutes=29), True), (timedelta(minutes=30), False), (timedelta(days=1), False)],
)
def test_a_session_ends_when_idle(
    store: Store,
    people: People,
    monkeypatch: pytest.MonkeyPatch,
    later: timedelta,
    *,
    there: bool,
) -> None:
    secret = begun(store, people["viewer"])
    monkeypatch.setattr("dragoman.desk.accounts.sessions.now", lambda: now() + later)
    assert found(store, secret) is there


def test_a_session_ends_after_its_time_though_it_is_used(
    store: Store, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = begun(store, people["viewer"])
    for half_hours in range(1, 17):
        later = timedelta(minutes=29 * half_hours)
        monkeypatch.setattr(
            "dragoman.desk.accounts.sessions.now", lambda later=later: now() + later
        )
        with store.work() as unit:
            known = Sessions(unit.connection, LIFETIME)
            session = known.find(secrets.digest(secret))
            assert session is not None
            known.touch(session)
    monkeypatch.setattr("dragoman.desk.accounts.sessions.now", lambda: now() + timedelta(hours=8))
    assert not found(store, secret)


def test_a_session_that_was_open_before_sign_in_ends_with_it(store: Store, people: People) -> None:
    planted = begun(store, people["viewer"])
    with store.work() as unit:
        new = Sessions(unit.connection, LIFETIME).begin(
            people["editor"], browser="", instead_of=secrets.digest(planted)
        )
    assert new != planted
    assert not found(store, planted)


def test_all_sessions_end_but_one(store: Store, people: People) -> None:
    first, second = begun(store, people["viewer"]), begun(store, people["viewer"])
    with store.work() as unit:
        assert end_all(unit.connection, people["viewer"], but=secrets.digest(second)) == 1
    assert not found(store, first)
    assert found(store, second)


def test_nobody_ends_the_session_of_another(store: Store, people: People) -> None:
    secret = begun(store, people["viewer"])
    with store.work() as unit:
        known = Sessions(unit.connection, LIFETIME)
        assert not known.end(secrets.digest(secret), user=people["admin"])
    assert found(store, secret)


def test_what_has_ended_is_swept(
    store: Store, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(store, people["viewer"])
    monkeypatch.setattr("dragoman.desk.accounts.sessions.now", lambda: now() + timedelta(hours=9))
    begun(store, people["viewer"])
    with store.view() as view:
        assert len(view.connection.execute(select(table)).all()) == 1
