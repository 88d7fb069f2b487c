"""The cookies of the desk: the secret of a session, and of a browser that has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from starlette.requests import HTTPConnection
from starlette.responses import Response

SESSION = "dragoman-session"
"""Holds the secret of a session."""

BROWSER = "dragoman-browser"
"""Holds a secret of chance that forms are bound to where nobody has signed in."""

FLOW = "dragoman-flow"
"""Holds a secret of chance that signing in by OpenID Connect is bound to."""

Site = Literal["lax", "strict", "none"]


def is_secure(connection: HTTPConnection) -> bool:
    """Tell whether a request came over TLS."""
    return connection.url.scheme == "https"


def named(name: str, *, secure: bool) -> str:
    """Return the name of a cookie; over TLS, one that no other site can set for this one."""
    return f"__Host-{name}" if secure else name


def read(connection: HTTPConnection, name: str) -> str | None:
    """Return what a cookie holds, if it was sent."""
    return connection.cookies.get(named(name, secure=is_secure(connection)))


def write(
    response: Response,
    connection: HTTPConnection,
    name: str,
    value: str,
    *,
    seconds: int | None = None,
) -> None:
    """Set a cookie that no script reads and no other site sends along with a form."""
    _set(response, name, value, secure=is_secure(connection), seconds=seconds)


def remove(response: Response, connection: HTTPConnection, name: str) -> None:
    """Take a cookie away."""
    _set(response, name, "", secure=is_secure(connection), seconds=0)


def header(name: str, value: str, *, secure: bool, seconds: int) -> Mapping[str, str]:
    """Return the header that sets a cookie, for a response that is on its way."""
    response = Response()
    _set(response, name, value, secure=secure, seconds=seconds)
    return {"set-cookie": response.headers["set-cookie"]}


def _set(response: Response, name: str, value: str, *, secure: bool, seconds: int | None) -> None:
    response.set_cookie(
        named(name, secure=secure),
        value,
        max_age=seconds,
        path="/",
        secure=secure,
        httponly=True,
        samesite="lax",
    )
