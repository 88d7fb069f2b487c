"""Records out, to files or to a stream."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError
from dragoman.exports.columns import AnyTable
from dragoman.exports.files import drafts
from dragoman.exports.formats import AnyFormat, Format, format_named
from dragoman.exports.tables import TABLES
from dragoman.exports.writer import Writer, write_all
from dragoman.records import Record


def export(
    records: Iterable[Record], name: str, out: str | Path, *, table: str | None = None
) -> tuple[Path, ...]:
    """Write records to files, which take their places when everything has been written.

    Args:
        records: What to write; taken one by one.
        name: The format, one of ``FORMATS``.
        out: The file; for a format of tables the folder, which gets one file a table.
        table: Of a format of tables, only this one; ``out`` is a file then.

    Returns:
        The files that were written.

    Raises:
        DragomanError: There is no such format or table, or a file cannot be written.
    """
    to = format_named(name)
    chosen = _tables(to, table)
    places = _places(to, Path(out), chosen, whole=table is None)
    with drafts(places) as streams:
        writers = [_writer(to, stream, each) for stream, each in zip(streams, chosen, strict=True)]
        write_all(records, writers)
    return places


def export_to(
    records: Iterable[Record], name: str, stream: BinaryIO, *, table: str | None = None
) -> int:
    """Write records to an open binary stream, which is left open.

    Args:
        records: What to write; taken one by one.
        name: The format, one of ``FORMATS``.
        stream: Where to.
        table: Which table; a format of tables must have one here.

    Returns:
        How many records there were.

    Raises:
        DragomanError: There is no such format or table, or the format needs one.
    """
    to = format_named(name)
    chosen = _tables(to, table)
    if len(chosen) != 1:
        message = f"{to.name} has one table a kind, and one stream holds one."
        raise DragomanError(message, hint=f"Name one: {', '.join(TABLES)}.")
    return write_all(records, [_writer(to, stream, chosen[0])])


def _tables(to: AnyFormat, name: str | None) -> tuple[AnyTable | None, ...]:
    """Return the tables to be written; one ``None`` for a format that has no tables."""
    if isinstance(to, Format):
        if name is not None:
            raise DragomanError(f"{to.name} has no tables.", hint="Leave the table out.")
        return (None,)
    if name is None:
        return tuple(TABLES.values())
    if name not in TABLES:
        raise DragomanError(f"{name!r} is no table.", hint=f"There are {', '.join(TABLES)}.")
    return (TABLES[name],)


def _places(
    to: AnyFormat, out: Path, tables: tuple[AnyTable | None, ...], *, whole: bool
) -> tuple[Path, ...]:
    """Return the file of each table; names come from the tables, never from the records."""
    if isinstance(to, Format) or not whole:
        return (out,)
    return tuple(out / f"{table.name}{to.ending}" for table in tables if table)


def _writer(to: AnyFormat, stream: BinaryIO, table: AnyTable | None) -> Writer:
    if isinstance(to, Format):
        return to.open(stream)
    if table is None:
        raise DragomanError(f"{to.name} needs a table.", hint=f"There are {', '.join(TABLES)}.")
    return to.open(stream, table)
