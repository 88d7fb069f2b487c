"""The rows of a store as lines of JSON, with a head that says what follows and a hash at the end.

    {"dragoman": "ledger", "form": 1, "revision": "0001", "rows": {"articles": 8, …}}
    ["articles", {"id": "…", "url": "…", …}]
    …
    {"sha256": "…"}

Moments and days are ISO 8601, bytes Base64.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from gzip import GzipFile
from typing import Any

from sqlalchemy import Column, Date, LargeBinary

from dragoman.errors import StoreError, StoreVersion
from dragoman.store import schema
from dragoman.store.columns import Instant
from dragoman.store.rows import to_json
from dragoman.store.tables import METADATA

_FORM = 1
_LONGEST_LINE = 500_000_000


@dataclass(frozen=True, slots=True)
class Header:
    """The revision of the tables, and how many rows each has."""

    revision: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Dump:
    """A backup as rows, each with the name of its table; they can be gone through once.

    ``is_text`` tells a dump from a SQLite file.
    """

    header: Header
    rows: Iterator[tuple[str, Mapping[str, Any]]]
    is_text: bool


def write_dump(
    file: GzipFile, header: Header, rows: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """Write a dump."""
    hashed = hashlib.sha256()

    def write(value: object) -> None:
        line = f"{to_json(value)}\n".encode("ascii")
        hashed.update(line)
        file.write(line)

    head = {"dragoman": "ledger", "form": _FORM, "revision": header.revision}
    write({**head, "rows": dict(header.rows)})
    for name, row in rows:
        write([name, {column: _plain(value) for column, value in row.items()}])
    file.write(f"{to_json({'sha256': hashed.hexdigest()})}\n".encode("ascii"))


def read_dump(file: GzipFile) -> Dump:
    """Read the head of a dump; its rows are read, and checked, as they are gone through.

    Raises:
        StoreError: It is no dump, or it is damaged, here or while rows are gone through.
        StoreVersion: It is of another version.
    """
    line = file.readline(_LONGEST_LINE)
    header = _header(_parsed(line))
    hashed = hashlib.sha256(line)
    return Dump(header, _rows(file, hashed), is_text=True)


def _header(value: object) -> Header:
    match value:
        case {"dragoman": "ledger", "form": form, "revision": revision, "rows": dict(rows)}:
            if form != _FORM or revision != schema.head():
                raise StoreVersion(
                    f"The dump is of another version (form {form}, revision {revision}).",
                    hint="Restore it with the version that made it, and upgrade then.",
                )
            if rows.keys() != METADATA.tables.keys():
                raise _damaged("its head names other tables")
            return Header(revision, rows)
    raise StoreError("This is no dump of a store.")


def _rows(file: GzipFile, digest: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    while line := file.readline(_LONGEST_LINE):
        match _parsed(line):
            case [str(name), dict(row)] if name in METADATA.tables:
                digest.update(line)
                yield name, _typed(name, row)
            case {"sha256": str(expected)}:
                if expected != digest.hexdigest():
                    raise _damaged("it does not give its hash")
                return
            case _:
                raise _damaged("a line is no row of a table")
    raise _damaged("its end is missing")


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line)
    except ValueError:
        raise _damaged("a line is not JSON") from None


def _typed(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    columns = METADATA.tables[name].c
    if row.keys() != set(columns.keys()):
        raise _damaged(f"a row of {name} has other columns")
    try:
        return {key: _value(columns[key], value) for key, value in row.items()}
    except (TypeError, ValueError):
        raise _damaged(f"a row of {name} has a value of another type") from None


def _value(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, Instant):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value, validate=True)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    return value


def _damaged(what: str) -> StoreError:
    return StoreError(f"The dump is damaged: {what}.")
