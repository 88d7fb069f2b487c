"""Stands before every page: finds out who asks, and writes down what they changed."""

from __future__ import annotations

import logging

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.desk import links
from dragoman.desk.accounts import cookies, forgery, secrets
from dragoman.desk.accounts.callers import Caller, caller_of
from dragoman.desk.accounts.keeping import Keeper
from dragoman.desk.accounts.refusals import Forged
from dragoman.desk.errors import answer, fault_of, wants_json
from dragoman.desk.refusals import Refused, SignInNeeded
from dragoman.errors import StoreError

_LOG = logging.getLogger(__name__)

OPEN = frozenset(
    {
        links.sign_in(),
        links.sign_in_elsewhere(),
        links.signed_in_elsewhere(),
        links.theme(),
        "/healthz",
    }
)
"""What those may ask for who have not signed in; all else is closed to them."""

_BROWSER_KEPT = 180 * 86_400
_LONGEST_SECRET = 100

TOLD_ELSEWHERE = OPEN | {links.sign_out()}
"""What is in the trail under a name of its own, or changes nothing of the ledger."""


class Doorkeeper:
    """Lets every request know who asks; refuses tokens that are none and foreign forms."""

    def __init__(self, app: ASGIApp, *, keeper: Keeper, passing: tuple[str, ...] = ()) -> None:
        """Stand before an application.

        Args:
            app: The application.
            keeper: Knows callers.
            passing: How paths begin that are everybody's, such as those of style sheets.
        """
        self._app = app
        self._keeper = keeper
        self._passing = passing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find out who asks, and hand the request on."""
        if scope["type"] != "http" or scope["path"].startswith(self._passing):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        browser = _browser_of(request)
        known = browser or secrets.made()
        scope.setdefault("state", {})
        try:
            scope["state"]["caller"] = Caller(csrf=secrets.derived(known, "nobody's"))
            scope["state"]["caller"] = await run_in_threadpool(self._keeper.caller, request, known)
            _refuse_strangers(request)
            _refuse_foreign(request)
        except (Refused, StoreError) as error:
            await _refuse(request, error, receive, send)
            return
        gate = _Gate(send, None if browser else cookies_for(request, known))
        await self._app(scope, receive, gate)
        await self._write_down(request, gate.status)

    async def _write_down(self, request: Request, status: int) -> None:
        if request.method in forgery.SAFE or not 200 <= status < 400:
            return
        if request.url.path not in TOLD_ELSEWHERE:
            await run_in_threadpool(self._note, request)

    def _note(self, request: Request) -> None:
        """Write down that something was changed: who, by which page, nothing of its content."""
        caller = caller_of(request)
        detail = {"method": request.method, "by": caller.way}
        try:
            with self._keeper.store.work() as unit:
                unit.audit.note("desk", request.url.path, detail, who=caller.name or "nobody")
        except StoreError:
            _LOG.exception("A change could not be written into the trail.")


class _Gate:
    """Notes the status of a response, and gives a page the cookie that its forms are bound to."""

    def __init__(self, send: Send, cookie: dict[str, str] | None) -> None:
        self._send = send
        self._cookie = cookie
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            if self._cookie and headers.get("content-type", "").startswith("text/html"):
                headers.append("set-cookie", self._cookie["set-cookie"])
        await self._send(message)


def cookies_for(request: Request, secret: str) -> dict[str, str]:
    """Return the header that lets a browser keep its secret."""
    secure = cookies.is_secure(request)
    return dict(cookies.header(cookies.BROWSER, secret, secure=secure, seconds=_BROWSER_KEPT))


def _browser_of(request: Request) -> str | None:
    secret = cookies.read(request, cookies.BROWSER)
    return secret if secret and len(secret) <= _LONGEST_SECRET else None


def _refuse_strangers(request: Request) -> None:
    """Refuse whoever has not signed in, before anything of what they send is read."""
    if caller_of(request).role is None and request.url.path not in OPEN:
        raise SignInNeeded("Sign in first.")


def _refuse_foreign(request: Request) -> None:
    """Refuse a change that another site's page sends, before its body is read."""
    foreign = request.method not in forgery.SAFE and forgery.is_foreign(request.headers)
    if foreign and caller_of(request).way != "token":
        raise Forged


async def _refuse(request: Request, error: Exception, receive: Receive, send: Send) -> None:
    if isinstance(error, SignInNeeded) and not wants_json(request):
        response = _to_sign_in(request)
    else:
        headers = getattr(error, "headers", None)
        response = await run_in_threadpool(answer, request, fault_of(error), headers)
    await response(request.scope, receive, send)


def _to_sign_in(request: Request) -> Response:
    """Send a browser to where one signs in; what was asked for comes after."""
    page = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    here = page if request.method in forgery.SAFE else None
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": links.sign_in()})
    return RedirectResponse(links.sign_in(here), 303)
