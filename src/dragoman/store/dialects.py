"""Where SQLite and PostgreSQL differ, apart from full-text search."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.store.addresses import file_of

BUSY_SECONDS = 30
"""How long a writer of SQLite waits for another one."""

CONNECT_SECONDS = 10
"""How long PostgreSQL has to answer."""

KEPT_OPEN = 40
"""So many connections to a file stay open: as many as the desk answers requests at once."""

MAPPED = 2**31 - 2**16
"""Bytes at the beginning of a file that are read as memory, without copies; SQLite's own limit."""

WAITING = 2**15
"""Pages, 128 MiB, that wait in the journal until they are written to their places.

The keys of an article are hashes, and lie all over a large file: after each few articles, some
thousands of pages would be written twice."""

_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA mmap_size = {MAPPED}",
    f"PRAGMA wal_autocheckpoint = {WAITING}",
)

_WRITES = "dragoman_writes"


def engine(url: URL) -> Engine:
    """Return an engine for the URL, set up as the store needs it; nothing is connected yet."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    options = {"connect_timeout": CONNECT_SECONDS, "options": "-c timezone=UTC"}
    return create_engine(url, connect_args=options, pool_pre_ping=True, hide_parameters=True)


def _sqlite_engine(url: URL) -> Engine:
    """Return an engine that never keeps a reader of a file waiting for a connection."""
    unlimited = {"pool_size": KEPT_OPEN, "max_overflow": -1} if file_of(url) else {}
    made = create_engine(url, hide_parameters=True, **unlimited)
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def _set_up(connection: Any, _: Any) -> None:
    """Leave transactions to :func:`_begin`: the driver would begin them late, or not at all."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Begin at once as a writer, or not: a reader that turns writer would fail beside another."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def connected(made: Engine, *, writes: bool) -> Connection:
    """Connect for one transaction; a reader sees the store as it is when it begins."""
    connection = made.connect()
    if made.dialect.name == "sqlite":
        return connection.execution_options(**{_WRITES: writes})
    if not writes:
        return connection.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    return connection


def insert_new(connection: Connection, table: Table) -> Any:
    """Return an insert that leaves rows alone which are there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def hold(connection: Connection, name: str) -> None:
    """Keep other writers that hold the same name waiting until this transaction ends.

    SQLite has one writer at a time anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
