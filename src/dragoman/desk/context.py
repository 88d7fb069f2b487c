"""What a request has: the desk that it came to, and the visit that it is part of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Literal

from fastapi import Depends, Request

from dragoman.desk.accounts.users import ROLES, Role
from dragoman.desk.assets import Assets
from dragoman.desk.filters import Filters
from dragoman.desk.keeping import KeptPages
from dragoman.settings import Settings
from dragoman.store import Store

Theme = Literal["auto", "light", "dark"]

THEMES: tuple[Theme, ...] = ("auto", "light", "dark")
THEME_COOKIE = "theme"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who works at the desk; ``name`` is what judgements are signed with."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request, as pages see it.

    Attributes:
        user: Who it is; nobody where it takes an account and none signed in.
        csrf: What every form must send back; see ``parts/forms.html``.
        theme: Light, dark, or what the browser is set to.
        path: The path asked for.
        query: The query asked for, without its question mark.
        accounts: Whether the desk has accounts, so that one may sign in and out.
    """

    user: User | None
    csrf: str
    theme: Theme = "auto"
    path: str = "/"
    query: str = ""
    accounts: bool = False

    @property
    def role(self) -> Role | None:
        """What the user may do."""
        return self.user.role if self.user is not None else None

    @property
    def here(self) -> str:
        """The path and query asked for, to come back to."""
        return f"{self.path}?{self.query}" if self.query else self.path

    def may(self, role: Role) -> bool:
        """Tell whether the user has a role, or one that may more."""
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(role)


Visiting = Callable[[Request], Visit]
"""Says whose visit a request is part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the desk works with.

    Attributes:
        store: The ledger.
        settings: All settings.
        assets: The built front end.
        visiting: Says whose visit a request is part of.
        kept: Pages that need not be made anew.
    """

    store: Store
    settings: Settings
    assets: Assets
    visiting: Visiting
    kept: KeptPages = field(default_factory=KeptPages)


def theme_of(request: Request) -> Theme:
    """Return the theme that was chosen in this browser."""
    chosen = request.cookies.get(THEME_COOKIE)
    return next((each for each in THEMES if each == chosen), "auto")


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


def visit_of(request: Request) -> Visit:
    """Return the visit that a request is part of; the same for all of the request."""
    visit: Visit | None = getattr(request.state, "visit", None)
    if visit is None:
        visit = desk_of(request).visiting(request)
        request.state.visit = visit
    return visit


def filters_of(request: Request) -> Filters:
    """Return what the query of a request narrows the ledger down to.

    Raises:
        BadQuery: A value is none that it can be.
    """
    return Filters.read(request.query_params.multi_items())


TheDesk = Annotated[Desk, Depends(desk_of)]
TheVisit = Annotated[Visit, Depends(visit_of)]
TheFilters = Annotated[Filters, Depends(filters_of)]
"""What a route asks for: ``def page(request: Request, desk: TheDesk, visit: TheVisit)``."""
