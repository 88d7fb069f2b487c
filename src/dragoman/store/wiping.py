"""Wiping erased rows from the files of a database, which keeps them for a while."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from sqlalchemy import Engine

_SQLITE = (
    "PRAGMA secure_delete = ON",
    "INSERT INTO passage_words (passage_words) VALUES ('optimize')",
    "PRAGMA wal_checkpoint(TRUNCATE)",
)
"""What is deleted is overwritten; the index is merged; what waits in the journal is written."""

_POSTGRESQL = ("VACUUM",)


def wipe(engine: Engine) -> None:
    """Wipe erased rows from the files of a database.

    SQLite overwrites what was deleted while ``secure_delete`` was on; its index of words and its
    journal keep more. PostgreSQL gives room free that nobody can see any more; its own journal
    and backups are for its administrator.
    """
    statements = _SQLITE if engine.dialect.name == "sqlite" else _POSTGRESQL
    with closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        if engine.dialect.name != "sqlite":
            driver.autocommit = True
        try:
            for statement in statements:
                driver.execute(statement)
        finally:
            if engine.dialect.name != "sqlite":
                driver.autocommit = False
