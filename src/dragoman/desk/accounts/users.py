"""Accounts: names, roles and passwords' hashes, within one transaction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeVar, get_args

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update

from dragoman.errors import StoreError
from dragoman.store.columns import now
from dragoman.store.tables import sessions, tokens, users

Word = TypeVar("Word", bound=str)

Role = Literal["viewer", "analyst", "editor", "admin"]

ROLES: tuple[Role, ...] = get_args(Role)
"""The roles; each may do what those before it may."""

_NAME = re.compile(r"[\w.@+-]{1,64}")
_EMAIL = re.compile(r"[^\s@<>\"']{1,64}@[^\s@<>\"']{1,190}")


@dataclass(frozen=True, slots=True)
class User:
    """An account. ``has_password`` tells whether one may sign in by password.

    ``subject`` is who that is for the provider of OpenID Connect, and ``locked_at`` the moment
    since which the account lets nobody in.
    """

    id: int
    name: str
    role: Role
    email: str | None
    subject: str | None
    has_password: bool
    locked_at: datetime | None
    made_at: datetime


class Users:
    """Keeps accounts and finds them, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def are_there(self) -> bool:
        """Tell whether there is any account."""
        return bool(self._connection.scalar(select(exists().select_from(users))))

    def all(self) -> list[User]:
        """Return all accounts by name."""
        rows = self._connection.execute(select(users).order_by(users.c.folded))
        return [_user(row) for row in rows]

    def add(
        self, name: str, role: Role, *, password: str | None = None, email: str | None = None
    ) -> User:
        """Make an account.

        Args:
            name: Letters, digits and ``. _ - + @``; capitals make no other name.
            role: What the user may do.
            password: The hash of it; without one, the user signs in by OpenID Connect.
            email: By which the provider of OpenID Connect knows the user at first.

        Raises:
            StoreError: The name or the address is none, or taken.
        """
        plain = sound_name(name)
        address = sound_email(email)
        self._refuse_taken(users.c.folded, folded(plain), f"an account {plain}")
        self._refuse_taken(users.c.email, address, f"an account with the address {address}")
        row = {"name": plain, "folded": folded(plain), "role": sound_role(role), "email": address}
        made = insert(users).values(**row, password=password, made_at=now()).returning(users)
        return _user(self._connection.execute(made).one())

    def named(self, name: str) -> User:
        """Return an account by its name.

        Raises:
            StoreError: There is none.
        """
        found = self.find(name)
        if found is None:
            raise StoreError(f"There is no account {name!r}.", hint="See them: dragoman users list")
        return found

    def find(self, name: str) -> User | None:
        """Return an account by its name, if there is one."""
        return self._one(users.c.folded == folded(name))

    def get(self, number: int) -> User | None:
        """Return an account by its number, if there is one."""
        return self._one(users.c.id == number)

    def of_subject(self, subject: str) -> User | None:
        """Return the account of somebody whom the provider of OpenID Connect names, if any."""
        return self._one(users.c.subject == subject)

    def of_email(self, email: str) -> User | None:
        """Return the account with an address, if any."""
        return self._one(users.c.email == email.strip().casefold())

    def password(self, user: User) -> str | None:
        """Return the hash of an account's password, if it has one."""
        return self._connection.scalar(select(users.c.password).where(users.c.id == user.id))

    def set_password(self, user: User, password: str) -> None:
        """Keep the hash of a new password."""
        self._change(user, password=password)

    def set_subject(self, user: User, subject: str) -> None:
        """Keep who the user is for the provider of OpenID Connect."""
        self._change(user, subject=subject)

    def set_role(self, user: User, role: Role) -> None:
        """Give an account another role.

        Raises:
            StoreError: Nobody would be left who could give it back.
        """
        if role != "admin":
            self._refuse_last_admin(user)
        self._change(user, role=sound_role(role))

    def lock(self, user: User) -> None:
        """Let nobody in by an account any more, and end its sessions.

        Raises:
            StoreError: Nobody would be left who could unlock it.
        """
        self._refuse_last_admin(user)
        self._change(user, locked_at=now())
        self._connection.execute(delete(sessions).where(sessions.c.user_id == user.id))

    def unlock(self, user: User) -> None:
        """Let the user of an account in again."""
        self._change(user, locked_at=None)

    def remove(self, user: User) -> None:
        """Remove an account, its sessions and tokens; what its user judged stays as it is.

        Raises:
            StoreError: Nobody would be left who could make another.
        """
        self._refuse_last_admin(user)
        for table in (sessions, tokens):
            self._connection.execute(delete(table).where(table.c.user_id == user.id))
        self._connection.execute(delete(users).where(users.c.id == user.id))

    def _one(self, where: Any) -> User | None:
        row = self._connection.execute(select(users).where(where)).one_or_none()
        return None if row is None else _user(row)

    def _change(self, user: User, **values: Any) -> None:
        self._connection.execute(update(users).where(users.c.id == user.id).values(**values))

    def _refuse_taken(self, column: Any, value: str | None, what: str) -> None:
        asked = select(exists().where(column == value))
        if value is not None and self._connection.scalar(asked):
            raise StoreError(f"There is {what} already.")

    def _refuse_last_admin(self, user: User) -> None:
        others = select(func.count()).where(
            users.c.role == "admin", users.c.locked_at.is_(None), users.c.id != user.id
        )
        if user.role == "admin" and not self._connection.scalar(others):
            raise StoreError(
                f"{user.name} is the only admin.", hint="Make somebody else an admin first."
            )


def folded(name: str) -> str:
    """Return a name as it is looked up: without capitals, each letter in one form."""
    return unicodedata.normalize("NFKC", name.strip()).casefold()


def sound_name(name: str) -> str:
    """Return a name as it is kept.

    Raises:
        StoreError: It is none that an account can have.
    """
    plain = unicodedata.normalize("NFKC", name.strip())
    if not _NAME.fullmatch(plain):
        raise StoreError(
            f"{name!r} is no name for an account.",
            hint="Up to 64 letters, digits and any of . _ - + @",
        )
    return plain


def sound_email(email: str | None) -> str | None:
    """Return an address as it is looked up.

    Raises:
        StoreError: It is none.
    """
    if email is None or not email.strip():
        return None
    plain = email.strip().casefold()
    if not _EMAIL.fullmatch(plain):
        raise StoreError(f"{email!r} is no e-mail address.")
    return plain


def sound_role(role: str) -> Role:
    """Return a role.

    Raises:
        StoreError: It is none.
    """
    return sound(role, ROLES, "role")


def sound(word: str, words: Sequence[Word], what: str) -> Word:
    """Return a word that is one of a few.

    Args:
        word: It.
        words: What it can be.
        what: What to call it to whoever gave another.

    Raises:
        StoreError: It is none of them.
    """
    for each in words:
        if each == word:
            return each
    raise StoreError(f"{word!r} is no {what}.", hint=f"One of {', '.join(words)}.")


def _user(row: Row[Any]) -> User:
    return User(
        id=row.id,
        name=row.name,
        role=row.role,
        email=row.email,
        subject=row.subject,
        has_password=row.password is not None,
        locked_at=row.locked_at,
        made_at=row.made_at,
    )
