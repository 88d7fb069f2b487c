"""Keeping saved questions in the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from dragoman.crises.questions.saved.asked import Wanted
from dragoman.errors import StoreError
from dragoman.store.audit import user
from dragoman.store.columns import now
from dragoman.store.rows import to_json
from dragoman.store.tables import alerts, saved_questions, told_facts


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question under its name; ``destinations`` is where its alerts go."""

    id: int
    name: str
    wanted: Wanted
    destinations: tuple[str, ...]
    who: str
    saved_at: datetime


class SavedQuestions:
    """The saved questions of a store, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(
        self, name: str, wanted: Wanted, destinations: Sequence[str], *, who: str | None = None
    ) -> SavedQuestion:
        """Save a question.

        Args:
            name: What it is called.
            wanted: What it asks for.
            destinations: Where its alerts go.
            who: Who saves it; by default the user of the system.

        Raises:
            StoreError: There is one of this name already, or the name is empty.
        """
        if not name.strip():
            raise StoreError("A question needs a name.")
        if self._row(name) is not None:
            raise StoreError(
                f"There is a question {name!r} already.", hint="Remove it first, or take another."
            )
        row = {
            "name": name,
            "asked": to_json(asdict(wanted)),
            "destinations": to_json(list(destinations)),
            "who": who or user(),
            "saved_at": now(),
        }
        self._connection.execute(insert(saved_questions), row)
        return self.get(name)

    def get(self, name: str) -> SavedQuestion:
        """Return a question by its name.

        Raises:
            StoreError: There is none.
        """
        row = self._row(name)
        if row is None:
            raise StoreError(f"There is no question {name!r}.", hint="List them: alerts list.")
        return _question(row)

    def all(self) -> list[SavedQuestion]:
        """Return all questions, the first saved one first."""
        asked = select(saved_questions).order_by(saved_questions.c.id)
        return [_question(row) for row in self._connection.execute(asked)]

    def remove(self, name: str) -> None:
        """Remove a question, and what is known of its alerts.

        Raises:
            StoreError: There is none.
        """
        identity = self.get(name).id
        for table in (told_facts, alerts):
            self._connection.execute(delete(table).where(table.c.question_id == identity))
        self._connection.execute(delete(saved_questions).where(saved_questions.c.id == identity))

    def _row(self, name: str) -> Row[Any] | None:
        asked = select(saved_questions).where(saved_questions.c.name == name)
        return self._connection.execute(asked).one_or_none()


def _question(row: Row[Any]) -> SavedQuestion:
    return SavedQuestion(
        id=row.id,
        name=row.name,
        wanted=Wanted(**json.loads(row.asked)),
        destinations=tuple(json.loads(row.destinations)),
        who=row.who,
        saved_at=row.saved_at,
    )
