"""Changes must come from a page of this desk: the guard against forged requests.

A browser sends cookies along with whatever another site lets it send. So a change must also send
back what only a page of this desk was given, in a field of its form or in a header; and where the
browser says which site a request comes from, it must be this one. A token of the API is never sent
by a browser on its own, and needs neither.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, UploadFile

from dragoman.desk.accounts import secrets
from dragoman.desk.accounts.callers import caller_of
from dragoman.desk.accounts.refusals import Forged

FIELD = "csrf"
HEADER = "x-csrf-token"

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing."""

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def is_foreign(headers: Headers) -> bool:
    """Tell whether a browser says that a request comes from another site."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


async def guard(request: Request) -> None:
    """Refuse a change that did not come from a page of this desk.

    Raises:
        Forged: It did not.
    """
    caller = caller_of(request)
    if request.method in SAFE or caller.way == "token":
        return
    if not caller.csrf or not secrets.same(await _sent(request), caller.csrf):
        raise Forged


async def _sent(request: Request) -> str:
    """Return what a request sends back; the form is kept, for the route that reads it."""
    told = request.headers.get(HEADER)
    if told is not None:
        return told
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return ""
    value = (await request.form()).get(FIELD)
    return "" if value is None or isinstance(value, UploadFile) else value
