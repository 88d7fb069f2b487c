"""Light or dark, kept in a cookie; a form, so that it works without scripts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from dragoman.desk import links
from dragoman.desk.context import THEME_COOKIE, Theme

router = APIRouter()

_YEAR = 365 * 24 * 3600


@router.post(links.theme())
def choose(theme: Annotated[Theme, Form()], then: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the theme that was chosen and go back to where that was."""
    response = RedirectResponse(links.safe(then), status_code=303)
    response.set_cookie(THEME_COOKIE, theme, max_age=_YEAR, httponly=True, samesite="lax")
    return response
