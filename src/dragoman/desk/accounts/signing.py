"""Signing in and out, and the trail of it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from dragoman.desk.accounts import passwords
from dragoman.desk.accounts.attempts import Attempts
from dragoman.desk.accounts.callers import Caller, caller_of
from dragoman.desk.accounts.refusals import Wait, WrongPassword
from dragoman.desk.accounts.sessions import Lifetime, Sessions, end_all
from dragoman.desk.accounts.users import User, Users
from dragoman.errors import StoreError
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sign-in comes from; ``session`` is the digest of the session that is open there."""

    address: str
    browser: str = ""
    session: str | None = None


def origin_of(request: HTTPConnection) -> Origin:
    """Return where a sign-in comes from."""
    caller = caller_of(request)
    return Origin(caller.address, request.headers.get("user-agent", ""), caller.session)


@dataclass(frozen=True, slots=True)
class Signing:
    """Lets people in by name and password, out again, and changes passwords."""

    store: Store
    lifetime: Lifetime

    def sign_in(self, name: str, password: str, origin: Origin) -> tuple[User, str]:
        """Begin a session; return whose it is and its secret.

        Raises:
            WrongPassword: Name and password do not belong together, or the account is locked.
            Wait: Too many sign-ins by this name, or from there, have failed of late.
        """
        user = self.prove(name, password, origin)
        return user, self.begin(user, origin, "password")

    def begin(self, user: User, origin: Origin, way: str) -> str:
        """Begin a session of somebody who has shown who they are; return its secret."""
        with self.store.work() as unit:
            secret = Sessions(unit.connection, self.lifetime).begin(
                user, browser=origin.browser, instead_of=origin.session
            )
            detail = {"by": way, "address": origin.address}
            unit.audit.note("sign-in", user.name, detail, who=user.name)
        return secret

    def prove(self, name: str, password: str, origin: Origin) -> User:
        """Return whose name and password these are.

        Raises:
            WrongPassword: Nobody's, or a locked account's.
            Wait: Too many attempts have failed of late.
        """
        user, kept, last = self._attempt(name, origin)
        right = passwords.fits(kept, password)
        if user is None or kept is None or not right or user.locked_at is not None:
            self._note_failure(user, origin, last=last)
            raise WrongPassword
        with self.store.work() as unit:
            Attempts(unit.connection).succeed(name, origin.address)
            if passwords.outdated(kept):
                Users(unit.connection).set_password(user, passwords.hashed(password))
        return user

    def sign_out(self, caller: Caller) -> None:
        """End the session of whoever asks."""
        if caller.session is None:
            return
        with self.store.work() as unit:
            if Sessions(unit.connection, self.lifetime).end(caller.session):
                unit.audit.note("sign-out", caller.name, who=caller.name)

    def change_password(self, caller: Caller, old: str, new: str, origin: Origin) -> str:
        """Change one's own password; return the secret of a session that begins instead.

        All other sessions end: whoever knew the old password is out.

        Raises:
            StoreError: Whoever asks has no account, or the new password may not be one.
            WrongPassword: The old one is wrong.
            Wait: Too many attempts have failed of late.
        """
        if caller.user is None or caller.session is None:
            raise StoreError("There is no account whose password this could be.")
        passwords.require_sound(new, caller.name)
        user = self.prove(caller.name, old, origin)
        made = passwords.hashed(new)
        with self.store.work() as unit:
            Users(unit.connection).set_password(user, made)
            end_all(unit.connection, user)
            known = Sessions(unit.connection, self.lifetime)
            secret = known.begin(user, browser=origin.browser)
            unit.audit.note("user-password", user.name, who=user.name)
        return secret

    def _attempt(self, name: str, origin: Origin) -> tuple[User | None, str | None, bool]:
        """Write an attempt down; return who it may be, the hash to prove, and if it is the last.

        Raises:
            Wait: Too many attempts have failed of late.
        """
        with self.store.work() as unit:
            attempts = Attempts(unit.connection)
            seconds = attempts.wait(name, origin.address)
            if seconds:
                raise Wait("Too many sign-ins have failed.", seconds)
            attempt = attempts.begin(name, origin.address)
            users = Users(unit.connection)
            user = users.find(name)
            kept = None if user is None else users.password(user)
        return user, kept, attempt.last

    def _note_failure(self, user: User | None, origin: Origin, *, last: bool) -> None:
        """Note a failure; a name that is no account's is not told: it may be a password."""
        name = "" if user is None else user.name
        with self.store.work() as unit:
            detail = {"address": origin.address}
            unit.audit.note("sign-in-failed", name, detail, who=name or "nobody")
            if last:
                unit.audit.note("lock-out", name, detail, who=name or "nobody")
