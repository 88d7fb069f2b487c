"""How a route of the API behaves: entity tags, and the errors that any of them may answer with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.routing import APIRoute
from starlette.responses import Response, StreamingResponse

from dragoman.desk.accounts.roles import needs
from dragoman.desk.api.shapes.base import Refusal

ROOT = "/api/v1"
"""What the paths of this version of the API begin with."""

_REFUSALS: Mapping[int | str, dict[str, Any]] = {
    400: {"model": Refusal, "description": "Something asked for cannot be."},
    401: {"model": Refusal, "description": "It takes an account, or a token."},
    403: {"model": Refusal, "description": "Not for this role, or not with this token."},
    404: {"model": Refusal, "description": "There is no such thing."},
    422: {"model": Refusal, "description": "A value does not have the form that it must have."},
    429: {"model": Refusal, "description": "Too many requests in a short time."},
    503: {"model": Refusal, "description": "The store cannot be used now."},
}


class TaggedRoute(APIRoute):
    """A route whose answers to ``GET`` carry an entity tag; what is known is not sent again."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            return tagged(request, await handle(request))

        return answered


def tagged(request: Request, response: Response) -> Response:
    """Give an answer its entity tag, or say that it is the one that is known already."""
    streamed = isinstance(response, StreamingResponse)
    if request.method != "GET" or response.status_code != HTTPStatus.OK or streamed:
        return response
    tag = f'W/"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    kept = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in known(request.headers.get("If-None-Match", "")):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=kept)
    response.headers.update(kept)
    return response


def known(header: str) -> set[str]:
    """Return the tags that a request names as known, all of them as weak ones."""
    given = (each.strip() for each in header.split(","))
    return {each if each.startswith("W/") else f"W/{each}" for each in given if each}


def router(tag: str) -> APIRouter:
    """Return a router for a resource of the API, for whoever may look at the desk.

    Args:
        tag: Under which its routes are listed.
    """
    return APIRouter(
        prefix=ROOT,
        tags=[tag],
        route_class=TaggedRoute,
        responses=dict(_REFUSALS),
        dependencies=[Depends(needs("viewer"))],
    )
