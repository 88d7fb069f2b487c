"""The routes of the desk: all pages, and all calls of the API."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fastapi.routing import APIRoute

from dragoman.desk import links
from dragoman.desk.accounts.doorkeeper import OPEN
from dragoman.desk.accounts.forgery import SAFE
from dragoman.desk.api.routes import ROUTERS
from dragoman.desk.app import PAGES, SELF

FOR_ANYBODY = OPEN | {links.sign_out()}
"""What asks for no role."""

FOR_ONESELF = {
    links.settings_deed(deed) for deed in ("password", "sessions", "tokens", "tokens-end")
}
"""What changes nothing but one's own account, and so is for viewers too."""


def routes() -> Iterator[APIRoute]:
    """Yield all routes."""
    for router in (*PAGES, *SELF, *ROUTERS):
        yield from (each for each in router.routes if isinstance(each, APIRoute))


def changing() -> Iterator[APIRoute]:
    """Yield the routes that change something."""
    return (each for each in routes() if (each.methods or set()) - SAFE)


def requests(*, changes: bool) -> list[tuple[str, str]]:
    """Return method and address of a request for each route that changes something, or not."""
    return [
        (method, re.sub(r"\{\w+\}", "1", each.path))
        for each in routes()
        for method in sorted(each.methods or ())
        if (method not in SAFE) is changes
    ]
