"""The trail of what was done, as an admin reads it: the latest first, from a place on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from dragoman.store import View
from dragoman.store.tables import audit

_WORDS: Mapping[str, str] = {
    "sign-in": "signed in",
    "sign-in-failed": "sign-in failed",
    "sign-out": "signed out",
    "lock-out": "locked out for a while",
    "user-add": "made an account",
    "user-role": "changed a role",
    "user-password": "changed a password",
    "user-lock": "locked an account",
    "user-unlock": "unlocked an account",
    "user-remove": "removed an account",
    "token-add": "made a token",
    "token-revoke": "took a token back",
    "session-end": "ended a session",
    "desk": "changed something at the desk",
    "upgrade": "brought the tables to a new version",
    "backup": "made a backup",
    "restore": "restored a backup",
}

_CHANGES: tuple[tuple[str, str], ...] = (
    (r"/articles/new/\d+/again", "had an article tried again"),
    (r"/articles/new/.*", "gave an article to be read"),
    (r"/articles/[^/]+/add", "added a fact"),
    (r"/articles/[^/]+/point", "said which words a fact rests on"),
    (r"/review/undo", "took back a judgement on a fact"),
    (r"/review/.*", "judged a fact"),
    (r"/actors/undo", "took back who is who"),
    (r"/actors/.*", "said who is who"),
    (r"/crises/[^/]+/name", "named a crisis"),
    (r"/crises/[^/]+/merge", "merged crises"),
    (r"/crises/[^/]+/split", "moved stories to another crisis"),
    (r"/crises/[^/]+/pin", "pinned a crisis, or took the pin out"),
    (r"/undo", "took back a change of crises"),
    (r"/briefs", "saved a brief"),
    (r"/briefs/.*", "edited a brief"),
    (r"/alerts/look", "looked for alerts"),
    (r"/alerts/.*", "changed the questions of alerts"),
    (r"/sources/.*", "had a source tried again"),
    (r"/settings/accounts/.*", "changed accounts"),
    (r"/settings/.*", "changed their own settings"),
    (r"/api/v1/.*", "changed something by the API"),
)
"""What a change to a path was; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line: when, who, what in words, on what, and particulars."""

    id: int
    at: datetime
    who: str
    deed: str
    subject: str
    detail: Mapping[str, Any]

    @property
    def particulars(self) -> str:
        """What else is known, in one line."""
        return ", ".join(
            f"{name} {value}" for name, value in self.detail.items() if value not in (None, "")
        )


def trail(
    view: View, *, before: int | None = None, who: str | None = None, limit: int = 50
) -> list[TrailLine]:
    """Return lines of the trail, the last one first.

    Args:
        view: A look at the store.
        before: Only lines older than the one of this number.
        who: Only what this person did.
        limit: At most so many.
    """
    asked = select(audit).order_by(audit.c.id.desc()).limit(limit)
    asked = asked if before is None else asked.where(audit.c.id < before)
    asked = asked if not who else asked.where(audit.c.who == who)
    return [
        TrailLine(
            row.id,
            row.at,
            row.who,
            _deed(row.action, row.subject),
            row.subject,
            json.loads(row.detail),
        )
        for row in view.connection.execute(asked)
    ]


def _deed(action: str, subject: str) -> str:
    """Return in words what was done; a change at the desk is known by its path."""
    if action == "desk":
        found = (words for path, words in _CHANGES if re.fullmatch(path, subject))
        return next(found, _WORDS[action])
    return _WORDS.get(action, action)
