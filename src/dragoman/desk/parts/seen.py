"""Until when somebody has seen a crisis, kept by their browser in a cookie of the crisis.

A visit lasts until half an hour passes without a request; what is new is what was added after the
visit before this one. So a page that is loaded again shows the same as new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from fastapi import Request
from starlette.responses import Response

_PAUSE = timedelta(minutes=30)

_KEPT = 365 * 24 * 3600
_SIGNS = 16
_COOKIE = re.compile(r"([0-9]{1,10})?\.[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the cookie of a crisis holds: the end of the visit before this one, and of this one."""

    before: datetime | None
    now: datetime

    @classmethod
    def of(cls, request: Request, crisis: str, now: datetime) -> Self:
        """Read when a crisis was visited, and count this request in."""
        before, last = _read(request.cookies.get(_name(crisis), ""))
        if last is None or now - last < _PAUSE:
            return cls(before, now)
        return cls(last, now)

    def keep(self, response: Response, crisis: str, *, secure: bool = False) -> None:
        """Let the browser keep it."""
        response.set_cookie(
            _name(crisis),
            f"{_told(self.before)}.{_told(self.now)}",
            max_age=_KEPT,
            httponly=True,
            samesite="lax",
            secure=secure,
        )


def _name(crisis: str) -> str:
    return f"seen-{crisis[:_SIGNS]}"


def _told(moment: datetime | None) -> str:
    return "" if moment is None else str(int(moment.timestamp()))


def _read(text: str) -> tuple[datetime | None, datetime | None]:
    if _COOKIE.fullmatch(text) is None:
        return None, None
    before, last = text.split(".")
    return _moment(before) if before else None, _moment(last)


def _moment(text: str) -> datetime:
    return datetime.fromtimestamp(int(text), UTC)
