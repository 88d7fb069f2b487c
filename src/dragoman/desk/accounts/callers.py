"""Who asks: what the desk knows of whoever sent a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starlette.requests import HTTPConnection

from dragoman.desk.accounts.users import Role, User

Way = Literal["alone", "session", "token", "nobody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks, how that is known, and what they may do.

    ``way`` is ``alone`` where the desk is one person's own: it has no accounts and is asked from
    the machine it runs on. ``name`` is what judgements and the trail are signed with. ``role`` is
    ``None`` where nobody has signed in; a token may lower it. ``csrf`` is what a form must send
    back, ``session`` the digest of the session, and ``address`` where the request came from.
    """

    way: Way = "nobody"
    name: str = ""
    role: Role | None = None
    user: User | None = None
    csrf: str = ""
    session: str | None = None
    address: str = ""


def caller_of(connection: HTTPConnection) -> Caller:
    """Return who asks; nobody, where no doorkeeper looked at the request."""
    found = connection.scope.get("state", {}).get("caller")
    return found if isinstance(found, Caller) else Caller()
