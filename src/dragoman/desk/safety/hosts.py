"""The names that the desk answers to.

A site can let its own name lead to this machine and so have a visitor's browser ask the desk as if
it were that site. The browser tells the name, and the desk answers to its own alone.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.desk.errors import answer, fault_of
from dragoman.desk.refusals import Refused

_OWN = "localhost"


class OtherName(Refused):
    """A request to a name that is not the desk's."""

    code = "other_name"

    def __init__(self) -> None:
        super().__init__(
            "The desk does not answer to this name.",
            hint="If it is the desk's own, say so in the setting desk_url.",
        )


class KnownHosts:
    """Refuses requests to names that are not the desk's; an address of numbers needs no name."""

    def __init__(self, app: ASGIApp, *, url: str | None) -> None:
        """Stand before an application.

        Args:
            app: The application.
            url: Where people reach the desk, if it has a name.
        """
        self._app = app
        self._name = urlsplit(url).hostname if url else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on if it is to a name of the desk."""
        if scope["type"] == "http" and not self.answers_to(Request(scope).headers.get("host", "")):
            fault = fault_of(OtherName())
            response = await run_in_threadpool(answer, Request(scope), fault)
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def answers_to(self, host: str) -> bool:
        """Tell whether the header ``Host`` names the desk."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in {_OWN, self._name} or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
