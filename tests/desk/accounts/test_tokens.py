"""Tokens do no more than their scope and their user, and are kept nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from dragoman.desk.accounts.tokens import PREFIX, SCOPES, Scope, Tokens, lowered
from dragoman.desk.accounts.users import ROLES, Role, User
from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.columns import now
from dragoman.store.tables import tokens as table

People = dict[str, User]

MOST: dict[Scope, Role] = {"read": "viewer", "write": "editor", "admin": "admin"}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("scope", SCOPES)
def test_a_token_may_no_more_than_its_user_and_its_scope(role: Role, scope: Scope) -> None:
    least = min(ROLES.index(role), ROLES.index(MOST[scope]))
    assert lowered(role, scope) == ROLES[least]


def test_the_token_is_not_in_the_store(store: Store, people: People) -> None:
    with store.work() as unit:
        secret = Tokens(unit.connection).add(people["editor"], "nightly export", "read")
        row = unit.connection.execute(select(table)).one()
        found = Tokens(unit.connection).find(secret)
    assert secret.startswith(PREFIX)
    assert secret not in str(row)
    assert found is not None
    assert (found.name, found.scope, found.user) == (
        "nightly export",
        "read",
        people["editor"].id,
    )


def test_a_token_ends_after_its_days(
    store: Store, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.work() as unit:
        tokens = Tokens(unit.connection)
        secret = tokens.add(people["editor"], "a week", "write", days=7)
        lasting = tokens.add(people["editor"], "for good", "write")
    monkeypatch.setattr("dragoman.desk.accounts.tokens.now", lambda: now() + timedelta(days=7))
    with store.view() as view:
        assert Tokens(view.connection).find(secret) is None
        assert Tokens(view.connection).find(lasting) is not None


def test_a_token_is_taken_back_by_whose_it_is(store: Store, people: People) -> None:
    with store.work() as unit:
        tokens = Tokens(unit.connection)
        secret = tokens.add(people["editor"], "nightly export", "read")
        (token,) = tokens.of(people["editor"])
        with pytest.raises(StoreError, match="no such token"):
            tokens.revoke(token.id, people["admin"])
        assert tokens.revoke(token.id, people["editor"]) == "nightly export"
        assert tokens.find(secret) is None


@pytest.mark.parametrize(
    ("name", "scope", "days", "fault"),
    [
        (" ", "read", None, "what the token is for"),
        ("x" * 81, "read", None, "what the token is for"),
        ("export", "all", None, "no scope"),
        ("export", "read", 0, "1 to 3660 days"),
    ],
)
def test_what_is_no_token_is_refused(
    store: Store, people: People, name: str, scope: Scope, days: int | None, fault: str
) -> None:
    with store.work() as unit, pytest.raises(StoreError, match=fault):
        Tokens(unit.connection).add(people["editor"], name, scope, days=days)
