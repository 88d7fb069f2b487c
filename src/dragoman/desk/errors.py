"""What the desk refuses, and the one way in which a fault leaves it: as a page or as JSON.

The body of every fault of the API is ``{"error": {"code", "message", "hint"}}``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.desk.refusals import NotFound, Refused
from dragoman.desk.rendering import render
from dragoman.errors import (
    DragomanError,
    InputError,
    StoreError,
    StoreUnavailable,
    StoreVersion,
    TooLarge,
)

API = "/api/"
"""What the paths of the API begin with."""

_PROGRAMS = frozenset({"/healthz", "/metrics"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The page of a fault.

    Attributes:
        status: The HTTP status.
        code: A word for programs.
        title: The status in words.
        message: What is wrong.
        hint: What to do next, if anything is known.
    """

    status: int
    code: str
    title: str
    message: str
    hint: str | None = None


@contextmanager
def missing() -> Iterator[None]:
    """Let what the store does not have be not found.

    Raises:
        NotFound: The block asked the store for something that is not there.
    """
    try:
        yield
    except (StoreUnavailable, StoreVersion):
        raise
    except StoreError as error:
        raise NotFound(error.message, hint=error.hint) from error


def install(app: FastAPI) -> None:
    """Let every fault leave the desk by one exit."""
    app.add_exception_handler(DragomanError, _handled)
    app.add_exception_handler(HTTPException, _handled)
    app.add_exception_handler(RequestValidationError, _handled)
    app.add_exception_handler(Exception, _handled)


def fault_of(error: Exception) -> Fault:
    """Say an error as the page or the API shows it; nothing of the inside of the program."""
    if isinstance(error, Refused):
        return _fault(error.status, error.message, error.hint, code=error.code)
    if isinstance(error, HTTPException):
        return _of_status(error)
    if isinstance(error, RequestValidationError):
        return _fault(HTTPStatus.UNPROCESSABLE_ENTITY, _invalid(error), code="invalid")
    if isinstance(error, DragomanError):
        return _fault(_status_of(error), error.message, error.hint)
    message = "Something went wrong here. It was noted in the log of the desk."
    return _fault(HTTPStatus.INTERNAL_SERVER_ERROR, message, code="internal")


def answer(request: Request, fault: Fault, headers: Mapping[str, str] | None = None) -> Response:
    """Return a fault as the request wants it."""
    if wants_json(request):
        body = {"code": fault.code, "message": fault.message, "hint": fault.hint}
        return JSONResponse({"error": body}, fault.status, headers=dict(headers or {}))
    return render(request, "pages/fault.html", fault, status=fault.status, headers=headers)


def wants_json(request: Request) -> bool:
    """Tell whether a request is one of a program."""
    return request.url.path.startswith(API) or request.url.path in _PROGRAMS


def _handled(request: Request, error: Exception) -> Response:
    return answer(request, fault_of(error), getattr(error, "headers", None))


def _of_status(error: HTTPException) -> Fault:
    status = HTTPStatus(error.status_code)
    if status == HTTPStatus.NOT_FOUND:
        return _fault(status, "There is no such page.", "The address may have a slip in it.")
    plain = error.detail == status.phrase
    return _fault(status, status.description if plain else str(error.detail))


def _status_of(error: DragomanError) -> HTTPStatus:
    if isinstance(error, StoreUnavailable | StoreVersion):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if isinstance(error, TooLarge):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if isinstance(error, StoreError | InputError):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.INTERNAL_SERVER_ERROR


def _fault(
    status: HTTPStatus, message: str, hint: str | None = None, *, code: str | None = None
) -> Fault:
    return Fault(
        status=status.value,
        code=code or status.name.lower(),
        title=status.phrase,
        message=message,
        hint=hint,
    )


def _invalid(error: RequestValidationError) -> str:
    return " ".join(_told(each) for each in error.errors())


def _told(each: Mapping[str, Any]) -> str:
    where = ".".join(str(part) for part in each["loc"][1:])
    return f"{where}: {each['msg']}." if where else f"{each['msg']}."
