"""One's own settings: password, sessions, tokens of the API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from dragoman.desk import links
from dragoman.desk.accounts import administering
from dragoman.desk.accounts.callers import Caller, caller_of
from dragoman.desk.accounts.refusals import Wait, WrongPassword
from dragoman.desk.accounts.roles import MEANINGS, needs
from dragoman.desk.accounts.sessions import Lifetime, Session, Sessions
from dragoman.desk.accounts.signing import Signing, origin_of
from dragoman.desk.accounts.tokens import SCOPES, Scope, Token, Tokens
from dragoman.desk.accounts.users import Role, User
from dragoman.desk.context import Desk, TheDesk
from dragoman.desk.pages.signing import Password, let_in
from dragoman.desk.refusals import Forbidden
from dragoman.desk.rendering import render
from dragoman.errors import StoreError

router = APIRouter()

_DONE: Mapping[str, str] = {
    "password": "Your password is changed. All other sessions have ended.",
    "session": "The session has ended.",
    "token": "The token is taken back.",
}

SCOPE_MEANINGS: Mapping[Scope, str] = {
    "read": "sees what you see",
    "write": "also changes what is known, as far as you may",
    "admin": "also keeps accounts, if you do",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSession:
    """A session of one's own; ``here`` is the one that the page is seen in."""

    session: Session
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """One's own settings.

    Attributes:
        name: Who it is.
        role: What they may do.
        meaning: That in words.
        user: The account; none where the desk is one person's own.
        sessions: Where one is signed in, the one used last first.
        tokens: The tokens of the API, the newest first.
        scopes: What a token may do, and that in words.
        secret: A token that was made just now; it is shown this once.
        done: What was done.
        fault: What was wrong, if anything was.
    """

    name: str
    role: Role
    meaning: str
    user: User | None
    sessions: tuple[ShownSession, ...] = ()
    tokens: tuple[Token, ...] = ()
    scopes: tuple[tuple[Scope, str], ...] = tuple((each, SCOPE_MEANINGS[each]) for each in SCOPES)
    secret: str | None = None
    done: str | None = None
    fault: str | None = None


Visitor = Annotated[Caller, Depends(needs("viewer"))]


@router.get(links.settings())
def settings(request: Request, desk: TheDesk, caller: Visitor, done: str = "") -> Response:
    """Show one's own settings."""
    return _shown(request, desk, caller, done=_DONE.get(done))


@router.post(links.settings_deed("password"))
def change_password(
    request: Request, desk: TheDesk, caller: Visitor, old: Password, new: Password, again: Password
) -> Response:
    """Change one's own password."""
    if new != again:
        return _shown(request, desk, caller, fault="The two new passwords differ.")
    signing = Signing(desk.store, Lifetime.of(desk.settings))
    _account_of(caller)
    try:
        secret = signing.change_password(caller, old, new, origin_of(request))
    except (WrongPassword, Wait, StoreError) as error:
        fault = "The old password is not right." if isinstance(error, WrongPassword) else str(error)
        return _shown(request, desk, caller, fault=fault)
    response = RedirectResponse(f"{links.settings()}?done=password", 303)
    let_in(response, request, secret)
    return response


@router.post(links.settings_deed("sessions"))
def end_session(desk: TheDesk, caller: Visitor, session: Annotated[str, Form()]) -> Response:
    """End one of one's own sessions."""
    user = _account_of(caller)
    with desk.store.work() as unit:
        if Sessions(unit.connection, Lifetime.of(desk.settings)).end(session, user=user):
            unit.audit.note("session-end", user.name, who=caller.name)
    return RedirectResponse(f"{links.settings()}?done=session", 303)


@router.post(links.settings_deed("tokens"))
def add_token(
    request: Request,
    desk: TheDesk,
    caller: Visitor,
    label: Annotated[str, Form(max_length=200)],
    scope: Annotated[str, Form()],
    days: Annotated[str, Form()] = "",
) -> Response:
    """Make a token of the API, and show it this once."""
    user = _account_of(caller)
    try:
        limit = int(days) if days.strip() else None
        secret = administering.add_token(
            desk.store, user.name, label, scope, days=limit, who=caller.name
        )
    except (StoreError, ValueError) as error:
        return _shown(request, desk, caller, fault=str(error))
    return _shown(request, desk, caller, secret=secret)


@router.post(links.settings_deed("tokens-end"))
def revoke_token(desk: TheDesk, caller: Visitor, token: Annotated[int, Form()]) -> Response:
    """Take one of one's own tokens back."""
    user = _account_of(caller)
    administering.revoke_token(desk.store, user.name, token, who=caller.name)
    return RedirectResponse(f"{links.settings()}?done=token", 303)


def _account_of(caller: Caller) -> User:
    """Return the account of whoever asks by a session: a token makes no tokens, and no passwords.

    Raises:
        Forbidden: They have none, or ask by a token.
    """
    if caller.user is None or caller.way != "session":
        raise Forbidden("This is for people who have signed in to an account.")
    return caller.user


def _shown(
    request: Request,
    desk: Desk,
    caller: Caller,
    *,
    secret: str | None = None,
    done: str | None = None,
    fault: str | None = None,
) -> Response:
    role = caller_of(request).role or "viewer"
    own: tuple[ShownSession, ...] = ()
    tokens: tuple[Token, ...] = ()
    if caller.user is not None:
        with desk.store.view() as view:
            open_ones = Sessions(view.connection, Lifetime.of(desk.settings)).of(caller.user)
            tokens = tuple(Tokens(view.connection).of(caller.user))
        own = tuple(
            ShownSession(session=each, here=each.id == caller.session) for each in open_ones
        )
    page = SettingsPage(
        name=caller.name,
        role=role,
        meaning=MEANINGS[role],
        user=caller.user,
        sessions=own,
        tokens=tokens,
        secret=secret,
        done=done,
        fault=fault,
    )
    headers = {"Cache-Control": "no-store"}
    status = 200 if fault is None else 422
    return render(request, "pages/settings.html", page, status=status, headers=headers)
