"""How much a request may send; more is refused before it is kept anywhere."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.desk.errors import answer, fault_of

FORM_BYTES = 4_000_000
"""What a request may have that uploads no file: a pasted article of a book's length."""

_AROUND_A_FILE = 100_000


class LimitedBodies:
    """Refuses bodies over the limit, by what they say of their length and by what they have."""

    def __init__(self, app: ASGIApp, *, upload: int, form: int = FORM_BYTES) -> None:
        """Stand before an application.

        Args:
            app: The application.
            upload: Bytes that an uploaded file may have.
            form: Bytes that any other body may have.
        """
        self._app = app
        self._upload = upload + _AROUND_A_FILE
        self._form = form

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and stop it where its body goes over the limit."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        kind = request.headers.get("content-type", "")
        most = self._upload if kind.startswith("multipart/") else self._form
        if _said(request) > most:
            response = await run_in_threadpool(answer, request, fault_of(_too_large(most)))
            await response(scope, receive, send)
            return
        await self._app(scope, _Counted(receive, most), send)


class _Counted:
    """Receives a body, and counts it."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._count = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._count += len(message.get("body", b""))
        if self._count > self._most:
            raise _too_large(self._most)
        return message


def _said(request: Request) -> int:
    """Return what a request says of the length of its body; what is no number is the server's."""
    length = request.headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0


def _too_large(most: int) -> HTTPException:
    return HTTPException(413, f"This is more than {most / 1e6:.1f} MB, which is the most.")
