"""``dragoman users``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dragoman.desk.accounts import passwords
from dragoman.desk.accounts.tokens import PREFIX, Tokens
from dragoman.desk.accounts.users import Users
from dragoman.store import Store
from tests.cli.running import run
from tests.desk.accounts.people import PASSWORD, QUICK


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", QUICK)


@pytest.fixture
def empty(template: Path, tmp_path: Path) -> str:
    """A store without accounts."""
    return str(shutil.copy(template, tmp_path / "ledger.sqlite"))


@pytest.fixture
def db(empty: str) -> str:
    """A store with an admin."""
    added(empty, "vera", "admin")
    return empty


def added(db: str, name: str, role: str) -> None:
    result = run("users", "add", name, "--role", role, "--stdin", "--db", db, given=f"{PASSWORD}\n")
    assert result.exit_code == 0, result.stderr


def listed(db: str) -> dict[str, dict[str, object]]:
    rows = json.loads(run("users", "list", "--db", db, "--json").stdout)
    return {row["name"]: row for row in rows}


def test_a_store_without_accounts_says_so(empty: str) -> None:
    assert "no accounts" in run("users", "list", "--db", empty).stdout


def test_an_account_is_made_and_listed(db: str) -> None:
    added(db, "asha", "analyst")
    assert "asha" in run("users", "list", "--db", db).stdout
    assert listed(db)["asha"]["role"] == "analyst"


def test_the_password_of_an_account_is_the_one_given(db: str) -> None:
    with Store.open(db) as store, store.view() as view:
        users = Users(view.connection)
        kept = users.password(users.named("vera"))
    assert passwords.fits(kept, PASSWORD)


def test_a_password_is_asked_for_twice(db: str) -> None:
    given = f"{PASSWORD}\n{PASSWORD}\n"
    result = run("users", "add", "asha", "--db", db, given=given)
    assert result.exit_code == 0
    assert listed(db)["asha"]["role"] == "viewer"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("add", "two words"), "no name for an account"),
        (("add", "asha", "--role", "chief"), "no role"),
        (("add", "VERA"), "already"),
        (("role", "nobody", "admin"), "no account"),
        (("role", "vera", "viewer"), "only admin"),
        (("lock", "vera"), "only admin"),
        (("remove", "vera"), "only admin"),
        (("token", "vera", "--for", "x", "--scope", "all"), "no scope"),
    ],
)
def test_what_cannot_be_is_refused(db: str, arguments: tuple[str, ...], fault: str) -> None:
    stdin = ("--stdin",) if arguments[0] == "add" else ()
    result = run("users", *arguments, *stdin, "--db", db, given=f"{PASSWORD}\n")
    assert result.exit_code == 1
    assert fault in result.stderr


def test_a_short_password_is_refused(db: str) -> None:
    result = run("users", "password", "vera", "--stdin", "--db", db, given="short\n")
    assert result.exit_code == 1
    assert "at least 12" in result.stderr


def test_an_account_is_locked_and_unlocked(db: str) -> None:
    added(db, "asha", "analyst")
    run("users", "lock", "asha", "--db", db)
    assert listed(db)["asha"]["locked_at"]
    run("users", "unlock", "asha", "--db", db)
    assert listed(db)["asha"]["locked_at"] is None


def test_a_role_is_changed(db: str) -> None:
    added(db, "asha", "analyst")
    run("users", "role", "asha", "editor", "--db", db)
    assert listed(db)["asha"]["role"] == "editor"


def test_an_account_is_removed(db: str) -> None:
    added(db, "asha", "analyst")
    assert run("users", "remove", "asha", "--db", db).exit_code == 0
    assert list(listed(db)) == ["vera"]


def test_a_token_is_printed_and_lets_in(db: str) -> None:
    secret = run("users", "token", "vera", "--for", "export", "--db", db).stdout.strip()
    assert secret.startswith(PREFIX)
    with Store.open(db) as store, store.view() as view:
        found = Tokens(view.connection).find(secret)
    assert found is not None
    assert (found.name, found.scope) == ("export", "read")


def test_what_was_done_stands_in_the_trail(db: str) -> None:
    added(db, "asha", "analyst")
    run("users", "role", "asha", "editor", "--db", db)
    with Store.open(db) as store, store.view() as view:
        last, *_ = view.audit.entries()
    assert (last.action, last.subject) == ("user-role", "asha")
    assert last.detail == {"from": "analyst", "to": "editor"}
