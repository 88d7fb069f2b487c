"""Accounts are found by name however it is written, and an admin is always left."""

from __future__ import annotations

import pytest

from dragoman.desk.accounts.users import ROLES, Role, User, Users, sound_email, sound_name
from dragoman.errors import StoreError
from dragoman.store import Store

People = dict[str, User]


@pytest.mark.parametrize("name", ["asha", "ASHA ", "\uff21sha"])
def test_an_account_is_found_however_its_name_is_written(store: Store, name: str) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        made = users.add("Asha", "viewer")
        assert users.find(name) == made


@pytest.mark.parametrize("name", ["", " ", "two words", "a/b", "<b>", "x" * 65, "a\x00b", "a,b"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(StoreError, match="no name for an account"):
        sound_name(name)


@pytest.mark.parametrize("name", ["asha", "a.b-c_d+e@f", "Zoë", "თამარ", "学者"])
def test_names_may_have_letters_of_any_script(name: str) -> None:
    assert sound_name(f" {name} ") == name


@pytest.mark.parametrize("email", ["no", "@x", "x@", "a b@c", "a@b@c", "<a@b>"])
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(StoreError, match="no e-mail address"):
        sound_email(email)


def test_a_name_is_taken_once(store: Store) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        users.add("asha", "viewer")
        with pytest.raises(StoreError, match="already"):
            users.add("ASHA", "admin")


def test_an_address_is_taken_once(store: Store) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        users.add("asha", "viewer", email="asha@example.org")
        with pytest.raises(StoreError, match="already"):
            users.add("vera", "viewer", email="Asha@Example.org")


def test_the_last_admin_stays(store: Store, people: People) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        for change in (users.lock, users.remove, lambda user: users.set_role(user, "editor")):
            with pytest.raises(StoreError, match="only admin"):
                change(people["admin"])


def test_a_locked_admin_is_none_that_is_left(store: Store, people: People) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        other = users.add("other", "admin")
        users.lock(other)
        with pytest.raises(StoreError, match="only admin"):
            users.lock(people["admin"])


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_kept(store: Store, people: People, role: Role) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        users.set_role(people["viewer"], role)
        found = users.get(people["viewer"].id)
    assert found is not None
    assert found.role == role


def test_an_account_that_is_removed_is_gone(store: Store, people: People) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        users.remove(people["editor"])
        assert users.find("the.editor") is None
