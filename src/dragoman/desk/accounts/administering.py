"""What is done to accounts, each with its line in the trail: by a command, or on a page.

``who`` is who does it. None of it takes a password in the clear into a transaction: making its
hash takes a while, and a store in one file has one writer at a time.
"""

from __future__ import annotations

from dragoman.desk.accounts import passwords
from dragoman.desk.accounts.attempts import Attempts
from dragoman.desk.accounts.sessions import end_all
from dragoman.desk.accounts.tokens import Tokens, sound_scope
from dragoman.desk.accounts.users import User, Users, sound_name, sound_role
from dragoman.errors import StoreError
from dragoman.store import Store


def add_user(
    store: Store,
    name: str,
    role: str,
    *,
    who: str | None,
    password: str | None = None,
    email: str | None = None,
) -> User:
    """Make an account.

    Args:
        store: Where it is kept.
        name: Of whoever it is for.
        role: What they may do.
        who: Who makes it; by default the user of the system.
        password: In the clear; without one, they sign in by OpenID Connect.
        email: By which the provider of OpenID Connect knows them at first.

    Raises:
        StoreError: Name, role, password or address may not be one, or the name is taken; or
            it is the first account, and no admin's.
    """
    plain = sound_name(name)
    kept = None if password is None else _hashed(password, plain)
    with store.work() as unit:
        if role != "admin" and not Users(unit.connection).are_there():
            raise StoreError(
                "The first account is an admin's: it keeps the others.",
                hint="Give it the role admin.",
            )
        user = Users(unit.connection).add(plain, sound_role(role), password=kept, email=email)
        unit.audit.note("user-add", user.name, {"role": user.role}, who=who)
    return user


def set_password(store: Store, name: str, password: str, *, who: str | None) -> User:
    """Give an account another password, and end its sessions.

    Raises:
        StoreError: There is no such account, or the password may not be one.
    """
    kept = _hashed(password, name)
    with store.work() as unit:
        user = Users(unit.connection).named(name)
        Users(unit.connection).set_password(user, kept)
        Attempts(unit.connection).forgive(user.name)
        end_all(unit.connection, user)
        unit.audit.note("user-password", user.name, who=who)
    return user


def set_role(store: Store, name: str, role: str, *, who: str | None) -> User:
    """Give an account another role, and end its sessions.

    Raises:
        StoreError: There is no such account or role, or no admin would be left.
    """
    with store.work() as unit:
        users = Users(unit.connection)
        user = users.named(name)
        users.set_role(user, sound_role(role))
        end_all(unit.connection, user)
        unit.audit.note("user-role", user.name, {"from": user.role, "to": role}, who=who)
    return user


def lock_user(store: Store, name: str, *, who: str | None) -> User:
    """Let nobody in by an account any more: sessions end, and its tokens do nothing.

    Raises:
        StoreError: There is no such account, or no admin would be left.
    """
    with store.work() as unit:
        user = Users(unit.connection).named(name)
        Users(unit.connection).lock(user)
        unit.audit.note("user-lock", user.name, who=who)
    return user


def unlock_user(store: Store, name: str, *, who: str | None) -> User:
    """Let the user of an account in again, also after too many sign-ins that failed.

    Raises:
        StoreError: There is no such account.
    """
    with store.work() as unit:
        user = Users(unit.connection).named(name)
        Users(unit.connection).unlock(user)
        Attempts(unit.connection).forgive(user.name)
        unit.audit.note("user-unlock", user.name, who=who)
    return user


def remove_user(store: Store, name: str, *, who: str | None) -> User:
    """Remove an account; what its user judged stays, under their name.

    Raises:
        StoreError: There is no such account, or no admin would be left.
    """
    with store.work() as unit:
        user = Users(unit.connection).named(name)
        Users(unit.connection).remove(user)
        unit.audit.note("user-remove", user.name, who=who)
    return user


def add_token(
    store: Store, name: str, label: str, scope: str, *, days: int | None, who: str | None
) -> str:
    """Make a token of the API for an account; return it, for it is kept nowhere.

    Raises:
        StoreError: There is no such account, or label, scope or days may not be that.
    """
    with store.work() as unit:
        user = Users(unit.connection).named(name)
        secret = Tokens(unit.connection).add(user, label, sound_scope(scope), days=days)
        unit.audit.note("token-add", user.name, {"token": label, "scope": scope}, who=who)
    return secret


def revoke_token(store: Store, name: str, number: int, *, who: str | None) -> str:
    """Take a token of an account back; return what it was for.

    Raises:
        StoreError: There is no such account, or it has no such token.
    """
    with store.work() as unit:
        user = Users(unit.connection).named(name)
        label = Tokens(unit.connection).revoke(number, user)
        unit.audit.note("token-revoke", user.name, {"token": label}, who=who)
    return label


def _hashed(password: str, name: str) -> str:
    passwords.require_sound(password, name)
    return passwords.hashed(password)
