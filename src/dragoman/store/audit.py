"""The trail of what was done to the store: who, when, what. It holds no content of articles."""

from __future__ import annotations

import getpass
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.store.columns import now
from dragoman.store.rows import to_json
from dragoman.store.tables import audit


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail; ``subject`` is an id or a name of a table, never words of a text."""

    at: datetime
    who: str
    action: str
    subject: str
    detail: Mapping[str, Any]


class Audit:
    """Appends to the trail and reads it, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(
        self,
        action: str,
        subject: str = "",
        detail: Mapping[str, Any] | None = None,
        *,
        who: str | None = None,
    ) -> None:
        """Append a line; ``who`` is the user of the system if it is not given."""
        row = {"at": now(), "who": who or user(), "action": action, "subject": subject}
        self._connection.execute(insert(audit), {**row, "detail": to_json(dict(detail or {}))})

    def entries(self, limit: int = 100) -> list[Entry]:
        """Return the latest lines, the last one first."""
        rows = self._connection.execute(select(audit).order_by(audit.c.id.desc()).limit(limit))
        return [
            Entry(row.at, row.who, row.action, row.subject, json.loads(row.detail)) for row in rows
        ]


def user() -> str:
    """Return the name of the system's user; ``unknown`` where the system has none for it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
