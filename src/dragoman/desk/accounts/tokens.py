"""Tokens of the API: what a program sends in place of a password."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, delete, insert, select, update

from dragoman.desk.accounts import secrets
from dragoman.desk.accounts.users import ROLES, Role, User, sound
from dragoman.errors import StoreError
from dragoman.store.columns import now
from dragoman.store.tables import tokens

Scope = Literal["read", "write", "admin"]

SCOPES: tuple[Scope, ...] = get_args(Scope)

_MOST: Mapping[Scope, Role] = {"read": "viewer", "write": "editor", "admin": "admin"}
"""The role that a token of each scope has at most."""

PREFIX = "dragoman_"
"""What a token begins with, so that one that was published by mistake is found."""

_TOLD_AT_MOST = timedelta(minutes=1)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Token:
    """A token, without its secret. Without ``ends_at`` it is good until it is taken back."""

    id: int
    user: int
    name: str
    scope: Scope
    made_at: datetime
    ends_at: datetime | None
    used_at: datetime | None


class Tokens:
    """Keeps tokens and finds them, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, user: User, name: str, scope: Scope, *, days: int | None = None) -> str:
        """Make a token and return it; it is kept nowhere, and cannot be shown again.

        Args:
            user: Whose it is; it can do no more than they.
            name: What it is for, to know it by.
            scope: ``read`` sees, ``write`` changes what is known, ``admin`` also accounts.
            days: After which it ends.

        Raises:
            StoreError: It has no name, or its scope is none.
        """
        plain = " ".join(name.split())
        if not 0 < len(plain) <= _LONGEST_NAME:
            raise StoreError(f"Say in 1 to {_LONGEST_NAME} signs what the token is for.")
        if days is not None and not 0 < days <= 3660:
            raise StoreError("A token is good for 1 to 3660 days.")
        secret = PREFIX + secrets.made()
        moment = now()
        row = {"digest": secrets.digest(secret), "user_id": user.id, "name": plain}
        row |= {"scope": sound_scope(scope), "made_at": moment, "used_at": None}
        row |= {"ends_at": None if days is None else moment + timedelta(days=days)}
        self._connection.execute(insert(tokens), row)
        return secret

    def find(self, secret: str) -> Token | None:
        """Return a token by its secret, unless it has ended."""
        digest = secrets.digest(secret)
        asked = select(tokens).where(tokens.c.digest == digest)
        row = self._connection.execute(asked).one_or_none()
        if row is None or (row.ends_at is not None and row.ends_at <= now()):
            return None
        return _token(row)

    def of(self, user: User) -> list[Token]:
        """Return the tokens of a user, the newest first."""
        asked = select(tokens).where(tokens.c.user_id == user.id).order_by(tokens.c.id.desc())
        return [_token(row) for row in self._connection.execute(asked)]

    def is_due(self, token: Token) -> bool:
        """Tell whether it should be noted that a token is in use."""
        return token.used_at is None or now() - token.used_at > _TOLD_AT_MOST

    def touch(self, token: Token) -> None:
        """Note that a token is in use."""
        used = update(tokens).where(tokens.c.id == token.id).values(used_at=now())
        self._connection.execute(used)

    def revoke(self, number: int, user: User) -> str:
        """Take a token of a user back and return its name.

        Raises:
            StoreError: The user has no such token.
        """
        taken = delete(tokens).where(tokens.c.id == number, tokens.c.user_id == user.id)
        name = self._connection.scalar(taken.returning(tokens.c.name))
        if name is None:
            raise StoreError("There is no such token.")
        return str(name)


def lowered(role: Role, scope: Scope) -> Role:
    """Return what a token may do: as much as its user, and no more than its scope."""
    return min(role, _MOST[scope], key=ROLES.index)


def sound_scope(scope: str) -> Scope:
    """Return a scope.

    Raises:
        StoreError: It is none.
    """
    return sound(scope, SCOPES, "scope")


def _token(row: Row[Any]) -> Token:
    return Token(
        id=row.id,
        user=row.user_id,
        name=row.name,
        scope=row.scope,
        made_at=row.made_at,
        ends_at=row.ends_at,
        used_at=row.used_at,
    )
