"""Pages out of templates and what they show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman import __version__
from dragoman.desk import links, menu, wording

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@cache
def templates() -> Environment:
    """Return the templates; whatever is put into them is escaped, and what is unknown fails."""
    environment = Environment(
        loader=PackageLoader("dragoman.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"links": links, "version": __version__, "menu": menu}
    environment.filters |= wording.FILTERS
    return environment


def render(
    request: Request,
    template: str,
    page: DataclassInstance,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Return a page.

    Args:
        request: What asked for it.
        template: Under ``templates/``.
        page: What it shows, as a dataclass; the template knows it as ``page``.
        status: The HTTP status.
        headers: More headers.
    """
    text = templates().get_template(template).render(page=page, **_around(request))
    return HTMLResponse(text, status, headers=dict(headers or {}))


def _around(request: Request) -> dict[str, Any]:
    """Return what every template knows."""
    from dragoman.desk.context import desk_of, visit_of

    return {"visit": visit_of(request), "assets": desk_of(request).assets, "request": request}
