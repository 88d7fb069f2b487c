"""Pages out of templates and what they show."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman import __version__
from dragoman.desk import links, menu, wording
from dragoman.desk.context import Desk, Visit, desk_of, visit_of
from dragoman.desk.impersonal import impersonal, personal
from dragoman.store import View

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
    text = _text(request, template, page, visit_of(request))
    return HTMLResponse(text, status, headers=dict(headers or {}))


def kept(
    request: Request,
    desk: Desk,
    template: str,
    make: Callable[[View], DataclassInstance],
    *also: Hashable,
) -> HTMLResponse:
    """Return a page that is the same for all who may do the same, until the ledger changes.

    Args:
        request: What asked for it; all of its address counts.
        desk: The desk that it came to.
        template: Under ``templates/``.
        make: Makes what the page shows; it must not look at who asks, apart from the role.
        also: What else the page depends on.
    """
    visit = visit_of(request)
    with desk.store.view() as view:
        key = (template, visit.here, visit.role, visit.theme, visit.accounts, *also)
        text = desk.kept.get(
            (*key, view.version, datetime.now(UTC).date()),
            lambda: _text(request, template, make(view), impersonal(visit)),
        )
    return HTMLResponse(personal(text, visit))


def _text(request: Request, template: str, page: DataclassInstance, visit: Visit) -> str:
    """Return the text of a page for whoever visits."""
    found = templates().get_template(template)
    return found.render(page=page, visit=visit, assets=desk_of(request).assets, request=request)
