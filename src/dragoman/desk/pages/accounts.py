"""Who may use the desk, and the trail of what was done: for admins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from dragoman.desk import links
from dragoman.desk.accounts import administering
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.roles import MEANINGS, needs
from dragoman.desk.accounts.trail import TrailLine, trail
from dragoman.desk.accounts.users import ROLES, Role, User, Users
from dragoman.desk.context import Desk, TheDesk
from dragoman.desk.pages.signing import Name, Password
from dragoman.desk.rendering import render
from dragoman.errors import StoreError, StoreUnavailable

router = APIRouter()

_LINES = 50

_DONE: Mapping[str, str] = {
    "add": "The account is made.",
    "role": "The role is changed. Sessions that were open have ended.",
    "password": "The password is changed. Sessions that were open have ended.",
    "lock": "The account is locked.",
    "unlock": "The account is unlocked.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsPage:
    """Who may use the desk.

    Attributes:
        users: All accounts, by name.
        self_name: Who looks at the page.
        roles: The roles, and what each may do.
        done: What was done.
        undo: The name of an account that was locked just now, to be unlocked again.
        fault: What was wrong, if anything was.
    """

    users: tuple[User, ...]
    self_name: str
    roles: tuple[tuple[Role, str], ...] = tuple((each, MEANINGS[each]) for each in ROLES)
    done: str | None = None
    undo: str | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPage:
    """What was done, when and by whom.

    Attributes:
        lines: The latest first.
        who: Only what this person did.
        older: Where the list goes on, if it does.
        start: Where the list begins, if this is not that.
    """

    lines: tuple[TrailLine, ...]
    who: str
    older: str | None
    start: str | None


Admin = Annotated[Caller, Depends(needs("admin"))]
Given = Annotated[str, Form(max_length=300)]


@router.get(links.accounts())
def accounts(
    request: Request, desk: TheDesk, caller: Admin, done: str = "", undo: str = ""
) -> Response:
    """Show who may use the desk."""
    return _shown(request, desk, caller, done=_DONE.get(done), undo=undo or None)


@router.post(links.accounts_deed("add"))
def add(
    request: Request,
    desk: TheDesk,
    caller: Admin,
    name: Name,
    role: Given,
    password: Annotated[str, Form(max_length=1000)] = "",
    email: Annotated[str, Form(max_length=300)] = "",
) -> Response:
    """Make an account; without a password its user signs in by OpenID Connect."""
    if not password and not email:
        return _shown(request, desk, caller, fault="Give a password or an e-mail address.")

    def deed() -> None:
        administering.add_user(
            *(desk.store, name, role),
            who=caller.name,
            password=password or None,
            email=email or None,
        )

    return _done(request, desk, caller, "add", deed)


@router.post(links.accounts_deed("role"))
def set_role(request: Request, desk: TheDesk, caller: Admin, name: Name, role: Given) -> Response:
    """Give an account another role."""

    def deed() -> None:
        administering.set_role(desk.store, name, role, who=caller.name)

    return _done(request, desk, caller, "role", deed)


@router.post(links.accounts_deed("password"))
def set_password(
    request: Request, desk: TheDesk, caller: Admin, name: Name, password: Password
) -> Response:
    """Give an account another password."""

    def deed() -> None:
        administering.set_password(desk.store, name, password, who=caller.name)

    return _done(request, desk, caller, "password", deed)


@router.post(links.accounts_deed("lock"))
def lock(request: Request, desk: TheDesk, caller: Admin, name: Name) -> Response:
    """Let nobody in by an account any more."""

    def deed() -> None:
        administering.lock_user(desk.store, name, who=caller.name)

    return _done(request, desk, caller, "lock", deed, undo=name)


@router.post(links.accounts_deed("unlock"))
def unlock(request: Request, desk: TheDesk, caller: Admin, name: Name) -> Response:
    """Let the user of an account in again."""

    def deed() -> None:
        administering.unlock_user(desk.store, name, who=caller.name)

    return _done(request, desk, caller, "unlock", deed)


@router.get("/settings/trail")
def show_trail(
    request: Request,
    desk: TheDesk,
    _: Admin,
    before: Annotated[int | None, Query(ge=1)] = None,
    who: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show what was done."""
    with desk.store.view() as view:
        found = trail(view, before=before, who=who.strip(), limit=_LINES + 1)
    lines, more = tuple(found[:_LINES]), found[_LINES:]
    kept = {"who": who.strip()} if who.strip() else {}
    page = TrailPage(
        lines=lines,
        who=who.strip(),
        older=links.trail(before=lines[-1].id, **kept) if more else None,
        start=links.trail(**kept) if before is not None else None,
    )
    return render(request, "pages/trail.html", page)


def _done(
    request: Request,
    desk: Desk,
    caller: Caller,
    name: str,
    deed: Callable[[], None],
    *,
    undo: str | None = None,
) -> Response:
    """Do something, and go back to the page; say there what was wrong, if anything was."""
    try:
        deed()
    except StoreUnavailable:
        raise
    except StoreError as error:
        return _shown(request, desk, caller, fault=str(error))
    return RedirectResponse(links.accounts(done=name, undo=undo), 303)


def _shown(
    request: Request,
    desk: Desk,
    caller: Caller,
    *,
    done: str | None = None,
    undo: str | None = None,
    fault: str | None = None,
) -> Response:
    with desk.store.view() as view:
        users = tuple(Users(view.connection).all())
    locked = {each.name for each in users if each.locked_at is not None}
    page = AccountsPage(
        users=users,
        self_name=caller.name,
        done=done,
        undo=undo if undo in locked else None,
        fault=fault,
    )
    status = 200 if fault is None else 422
    headers = {"Cache-Control": "no-store"}
    return render(request, "pages/accounts.html", page, status=status, headers=headers)
