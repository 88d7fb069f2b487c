"""Counts the changes of a ledger, so that what was made of it can be kept until the next one.

A unit of work counts as a change when it writes to any table but those that keep the house: jobs,
sessions, the trail. It counts once, as the last thing it does, so that whoever sees its number sees
all of it.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Engine, event, select, update

from dragoman.store.dialects import insert_new
from dragoman.store.tables import METADATA, changes

QUIET = frozenset(
    {
        "alerts",
        "audit",
        "deposits",
        "failed_sign_ins",
        "job_results",
        "jobs",
        "sessions",
        "tokens",
        "told_facts",
        "users",
        "watched_entries",
        "watched_hosts",
        "watched_sources",
    }
)
"""Tables that tell nothing of what was read and judged."""

_LEDGER = frozenset(METADATA.tables) - QUIET - {changes.name}
_ONE = 1
_WRITTEN = re.compile(r'\b(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
_CHANGED = "dragoman_changed"


def watch(engine: Engine) -> None:
    """Remember of every connection of an engine whether it wrote to the ledger."""
    event.listen(engine, "after_cursor_execute", _note)


def _note(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
    if statement.startswith("SELECT") or _CHANGED in connection.info:
        return
    if not _LEDGER.isdisjoint(_WRITTEN.findall(statement)):
        connection.info[_CHANGED] = True


def begin(connection: Connection) -> None:
    """Forget what the connection wrote before, in a transaction that may have failed."""
    connection.info.pop(_CHANGED, None)


def count(connection: Connection) -> None:
    """Count the transaction, if it wrote to the ledger."""
    if not connection.info.pop(_CHANGED, False):
        return
    grown = update(changes).values(number=changes.c.number + 1)
    if not connection.execute(grown).rowcount:
        connection.execute(insert_new(connection, changes).values(id=_ONE, number=0))
        connection.execute(grown)
    begin(connection)


def number(connection: Connection) -> int:
    """Return how often the ledger has changed, as the transaction sees it."""
    return connection.scalar(select(changes.c.number)) or 0
