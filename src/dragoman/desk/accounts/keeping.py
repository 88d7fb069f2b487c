"""Finds out who asks, from what a request brings along."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from dragoman.desk.accounts import cookies, secrets
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.refusals import BadToken
from dragoman.desk.accounts.sessions import Lifetime, Session, Sessions
from dragoman.desk.accounts.tokens import PREFIX, Token, Tokens, lowered
from dragoman.desk.accounts.users import User, Users
from dragoman.settings import Settings
from dragoman.store import Store, View
from dragoman.store.audit import user as system_user

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
_CSRF = "forms of the desk"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Knows callers by their sessions and tokens, in a store."""

    store: Store
    lifetime: Lifetime

    @classmethod
    def of(cls, store: Store, settings: Settings) -> Keeper:
        """Return the keeper of a store."""
        return cls(store, Lifetime.of(settings))

    def caller(self, connection: HTTPConnection, browser: str) -> Caller:
        """Return who asks.

        Args:
            connection: The request.
            browser: The secret of the browser, which forms are bound to without a session.

        Raises:
            BadToken: A token was sent, and is none.
        """
        token = _bearer(connection)
        secret = cookies.read(connection, cookies.SESSION)
        address = address_of(connection)
        with self.store.view() as view:
            if token is not None:
                return self._by_token(view, token, address)
            found = None if secret is None else self._by_session(view, secret, address)
            if found is not None:
                return found
            alone = is_alone(connection) and not Users(view.connection).are_there()
        csrf = secrets.derived(browser, _CSRF)
        if alone:
            name = system_user()
            return Caller(way="alone", name=name, role="admin", csrf=csrf, address=address)
        return Caller(csrf=csrf, address=address)

    def _by_token(self, view: View, secret: str, address: str) -> Caller:
        token = Tokens(view.connection).find(secret) if secret.startswith(PREFIX) else None
        user = None if token is None else _let_in(view, token.user)
        if token is None or user is None:
            raise BadToken
        if Tokens(view.connection).is_due(token):
            self._note(token)
        role = lowered(user.role, token.scope)
        return Caller(way="token", name=user.name, role=role, user=user, address=address)

    def _by_session(self, view: View, secret: str, address: str) -> Caller | None:
        known = Sessions(view.connection, self.lifetime)
        session = known.find(secrets.digest(secret))
        user = None if session is None else _let_in(view, session.user)
        if session is None or user is None:
            return None
        if known.is_due(session):
            self._note(session)
        return Caller(
            way="session",
            name=user.name,
            role=user.role,
            user=user,
            csrf=secrets.derived(secret, _CSRF),
            session=session.id,
            address=address,
        )

    def _note(self, used: Session | Token) -> None:
        """Note that a session or a token is in use."""
        with self.store.work() as unit:
            if isinstance(used, Token):
                Tokens(unit.connection).touch(used)
            else:
                Sessions(unit.connection, self.lifetime).touch(used)


def is_alone(connection: HTTPConnection) -> bool:
    """Tell whether a request comes from the machine itself, and was not handed on by a proxy."""
    if any(name in connection.headers for name in _FORWARDED):
        return False
    return is_loopback(address_of(connection))


def is_loopback(host: str) -> bool:
    """Tell whether a host is the machine itself and no other can reach it there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def address_of(connection: HTTPConnection) -> str:
    """Return the address that a request came from."""
    return connection.client.host if connection.client is not None else ""


def _let_in(view: View, number: int) -> User | None:
    user = Users(view.connection).get(number)
    return None if user is None or user.locked_at is not None else user


def _bearer(connection: HTTPConnection) -> str | None:
    kind, _, secret = connection.headers.get("authorization", "").partition(" ")
    return secret.strip() if kind.casefold() == "bearer" else None
