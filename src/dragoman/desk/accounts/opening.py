"""Puts accounts before the desk, and keeps a desk without them to the machine it runs on."""

from __future__ import annotations

from fastapi import FastAPI, Request

from dragoman.desk.accounts.callers import caller_of
from dragoman.desk.accounts.doorkeeper import Doorkeeper
from dragoman.desk.accounts.keeping import Keeper, is_loopback
from dragoman.desk.accounts.oidc import provider
from dragoman.desk.accounts.users import Users
from dragoman.desk.assets import MOUNT
from dragoman.desk.context import User, Visit, theme_of
from dragoman.errors import DeskError
from dragoman.settings import Settings
from dragoman.store import Store


def install(app: FastAPI, store: Store, settings: Settings) -> None:
    """Let an application know who asks; all but style sheets and sign-in needs somebody.

    Raises:
        SettingError: The settings name a provider of OpenID Connect, and not well enough.
    """
    app.state.provider = provider(settings)
    app.add_middleware(
        Doorkeeper,
        keeper=Keeper.of(store, settings),
        passing=(f"{MOUNT.rstrip('/')}/",),
    )


def visit(request: Request) -> Visit:
    """Return the visit that a request is part of, as pages see it."""
    caller = caller_of(request)
    return Visit(
        user=None if caller.role is None else User(caller.name, caller.role),
        csrf=caller.csrf,
        theme=theme_of(request),
        path=request.url.path,
        query=request.url.query,
        accounts=caller.way != "alone",
    )


def require_safe(store: Store, host: str) -> None:
    """Refuse to be reached from other machines by a desk that anybody could use.

    Args:
        store: The ledger.
        host: The address that the desk is to listen on.

    Raises:
        DeskError: It is no loopback address, and there is no admin to let anybody in.
    """
    if is_loopback(host):
        return
    with store.view() as view:
        known = Users(view.connection).all()
    if not any(each.role == "admin" and each.locked_at is None for each in known):
        raise DeskError(
            f"At {host} others reach the desk, and it has no accounts.",
            hint="Make one first: dragoman users add NAME --role admin",
        )
