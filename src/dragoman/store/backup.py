"""Backups that are consistent while others write, and the way back.

A backup is either a SQLite file, made page by page through SQLite's own backup, or a *dump*: the
rows of all tables as JSON lines, compressed. A dump is the same for both databases, so that it is
also the way from one to the other.
"""

from __future__ import annotations

import gzip
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, func, insert, select, text, update

from dragoman.errors import StoreError
from dragoman.settings import Settings
from dragoman.store import schema
from dragoman.store.addresses import address, file_of
from dragoman.store.audit import Audit
from dragoman.store.dump import Dump, Header, read_dump, write_dump
from dragoman.store.search.index import rebuild
from dragoman.store.store import Store
from dragoman.store.tables import METADATA, articles
from dragoman.store.view import View

DUMP = ".jsonl.gz"
"""How the name of a dump ends."""

_AT_ONCE = 500
_PAGES_AT_ONCE = 2000
_SQLITE = b"SQLite format 3\x00"
_GZIP = b"\x1f\x8b"

Progress = Callable[[int, int], None]
"""Told how much of how much is done: pages of a file, or rows of a dump."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was backed up or restored: how many rows of each table, in how many bytes."""

    path: Path
    form: Literal["SQLite file", "dump"]
    rows: Mapping[str, int]
    size: int


def back_up(
    store: Store, path: Path, *, replace: bool = False, progress: Progress | None = None
) -> Copied:
    """Write a backup of the store as it is now; others may go on writing.

    Args:
        store: Any store.
        path: A dump where it ends in ``.jsonl.gz``, or where the store is no SQLite file; a
            SQLite file otherwise.
        replace: Whether a file that is there may be replaced.
        progress: Is told how far it got.

    Raises:
        StoreError: The file is there already, or cannot be written.
    """
    source = file_of(store.url)
    if path.exists() and not replace:
        raise StoreError(f"{path} is there already.", hint="Name another file, or say --replace.")
    as_dump = source is None or path.name.endswith(DUMP)
    if as_dump and not path.name.endswith(DUMP):
        raise StoreError(f"A backup of PostgreSQL is a dump: its name ends in {DUMP}.")
    with _appearing(path) as unfinished:
        if source is None or as_dump:
            rows = _dump(store, unfinished, progress)
        else:
            rows = _copy_file(source, unfinished, progress)
    with store.work() as unit:
        unit.audit.note("backup", "", {"rows": sum(rows.values())})
    form: Literal["SQLite file", "dump"] = "dump" if as_dump else "SQLite file"
    return Copied(path, form, rows, path.stat().st_size)


@contextmanager
def _appearing(path: Path) -> Iterator[Path]:
    """Give a file to write beside ``path``; it takes that name once it is whole and on disk."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        yield unfinished
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _copy_file(source: Path, path: Path, progress: Progress | None) -> dict[str, int]:
    def tell(_: int, left: int, total: int) -> None:
        if progress is not None:
            progress(total - left, total)

    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(path)) as new:
            old.backup(new, pages=_PAGES_AT_ONCE, progress=tell)
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise StoreError(f"The backup failed: {error}.") from error
    with _opened_file(path) as view:
        return _counts(view.connection)


def _dump(store: Store, path: Path, progress: Progress | None) -> dict[str, int]:
    with store.view() as view, gzip.open(path, "wb") as file:
        rows = _counts(view.connection)
        write_dump(file, _header(rows), _all_rows(view.connection, sum(rows.values()), progress))
    return rows


def _header(rows: Mapping[str, int]) -> Header:
    return Header(schema.head(), dict(rows))


def _counts(connection: Connection) -> dict[str, int]:
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0
        for table in METADATA.sorted_tables
    }


def _all_rows(
    connection: Connection, total: int, progress: Progress | None
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield table and row, in an order in which every reference leads back."""
    done = 0
    for table in METADATA.sorted_tables:
        first = (table.c.version,) if table is articles else ()
        asked = select(table).order_by(*first, *table.primary_key.columns)
        streamed = connection.execute(asked.execution_options(yield_per=_AT_ONCE))
        for row in streamed.mappings():
            yield table.name, dict(row)
            done += 1
            if progress is not None and done % _AT_ONCE == 0:
                progress(done, total)


def restore(
    store: Store, path: Path, *, replace: bool = False, progress: Progress | None = None
) -> Copied:
    """Put a backup into the store; all of it, or nothing.

    Args:
        store: Where it is made, or holds nothing yet.
        path: A SQLite file or a dump.
        replace: Whether what the store holds may be removed first.
        progress: Is told how far it got.

    Raises:
        StoreError: The file is no backup or is damaged, or the store holds something.
    """
    with _source(path) as dump:
        store.make()
        with store.work() as unit:
            connection = unit.connection
            schema.require_head(connection)
            _make_room(connection, replace=replace)
            rows = _fill(connection, dump, progress)
            rebuild(connection, View(connection).records(current=False))
            Audit(connection).note("restore", "", {"rows": sum(rows.values())})
    form: Literal["SQLite file", "dump"] = "dump" if dump.is_text else "SQLite file"
    return Copied(path, form, rows, path.stat().st_size)


@contextmanager
def _source(path: Path) -> Iterator[Dump]:
    """Open a backup of either form as rows."""
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_SQLITE))
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.") from error
    if beginning == _SQLITE:
        with _opened_file(path) as view:
            rows = _counts(view.connection)
            yield Dump(_header(rows), _all_rows(view.connection, 0, None), is_text=False)
    elif beginning.startswith(_GZIP):
        try:
            with gzip.open(path, "rb") as lines:
                yield read_dump(lines)
        except (OSError, EOFError, zlib.error) as error:
            raise StoreError(f"{path} is damaged: {error}.") from error
    else:
        raise StoreError(f"{path} is no backup of a store.")


@contextmanager
def _opened_file(path: Path) -> Iterator[View]:
    source = Store(address(Settings(), str(path)))
    try:
        with source.view() as view:
            schema.require_head(view.connection)
            yield view
    finally:
        source.close()


def _make_room(connection: Connection, *, replace: bool) -> None:
    held = {name: count for name, count in _counts(connection).items() if name != "audit"}
    if any(held.values()) and not replace:
        raise StoreError(
            f"The store holds something already; articles: {held['articles']:,}.",
            hint="Restore into another one with --db, or say --replace to remove them.",
        )
    connection.execute(text(_WORDS_FIRST[connection.dialect.name]))
    connection.execute(update(articles).values(previous=None, copy_of=None))
    connection.execute(update(METADATA.tables["judgements"]).values(undoes=None))
    for table in reversed(METADATA.sorted_tables):
        connection.execute(delete(table))


_WORDS_FIRST = {
    "sqlite": "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
    "postgresql": "DELETE FROM passage_words",
}


def _fill(connection: Connection, dump: Dump, progress: Progress | None) -> dict[str, int]:
    rows = {table.name: 0 for table in METADATA.sorted_tables}
    total, done = sum(dump.header.rows.values()), 0
    folded: list[dict[str, str | None]] = []
    for name, batch in _batches(dump.rows):
        if name == articles.name:
            folded += [{"of": row["id"], "under": row.pop("copy_of")} for row in batch]
        connection.execute(insert(METADATA.tables[name]), batch)
        rows[name] += len(batch)
        done += len(batch)
        if progress is not None:
            progress(done, total)
    _fold(connection, [each for each in folded if each["under"] is not None])
    if rows != dict(dump.header.rows):
        raise StoreError("The backup is damaged: it does not hold what its head says.")
    _count_on(connection)
    return rows


def _fold(connection: Connection, folded: list[dict[str, str | None]]) -> None:
    """Link copies once all articles are there: a copy may be older than its original."""
    for each in folded:
        changed = update(articles).where(articles.c.id == each["of"])
        connection.execute(changed.values(copy_of=each["under"]))


def _batches(
    rows: Iterable[tuple[str, Mapping[str, Any]]],
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the rows in batches of one table each."""
    name, batch = "", list[dict[str, Any]]()
    for table, row in rows:
        if batch and (table != name or len(batch) == _AT_ONCE):
            yield name, batch
            batch = []
        name = table
        batch.append(dict(row))
    if batch:
        yield name, batch


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL count on behind the numbers that were put in."""
    if connection.dialect.name != "postgresql":
        return
    for table in METADATA.sorted_tables:
        if _is_counted(table):
            last = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
            sequence = func.pg_get_serial_sequence(table.name, "id")
            connection.execute(select(func.setval(sequence, last, False)))


def _is_counted(table: Table) -> bool:
    return table.autoincrement_column is not None
