"""What of a page is of the one who asks for it: the name in its head, and what forms send back.

A kept page has marks there that nobody else knows, and each visitor gets a copy of the own.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.desk.context import Visit

_BYTES = 24
_NAME = f"name-{token_hex(_BYTES)}"
_CSRF = token_hex(_BYTES)


def impersonal(visit: Visit) -> Visit:
    """Return a visit with marks for what is the visitor's own."""
    user = None if visit.user is None else replace(visit.user, name=_NAME)
    return replace(visit, user=user, csrf=_CSRF)


def personal(page: str, visit: Visit) -> str:
    """Return a page with the visitor's own in place of the marks."""
    own = page.replace(_CSRF, escape(visit.csrf))
    return own if visit.user is None else own.replace(_NAME, escape(visit.user.name))
