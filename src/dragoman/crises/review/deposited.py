"""What was given to be read and waits still: whether a person is named in it."""

from __future__ import annotations

import bz2
import gzip
import html
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, select

from dragoman.crises.review.redacting import Names
from dragoman.errors import InputError
from dragoman.ingest.encoding import decode
from dragoman.ingest.files import holds_archive
from dragoman.ingest.jsonlines import Entry
from dragoman.ingest.warc import read_archive
from dragoman.settings import Settings
from dragoman.store.given import Deposit, Given
from dragoman.store.tables import deposits, job_results

_MOST = Settings().max_decompressed
"""Bytes of a compressed file that are looked into: a worker reads no more of one either."""

_PIECE = 1 << 20

_Opening = Callable[[io.BytesIO], io.BufferedIOBase]

_OPENED: Mapping[str, _Opening] = {
    ".gz": lambda data: gzip.GzipFile(fileobj=data),
    ".xz": lzma.LZMAFile,
    ".bz2": bz2.BZ2File,
}
"""What opens a compressed file, by how its name ends."""

_TAG = re.compile(r"<[^<>]{0,2000}>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_SPACE = re.compile(r"\\[nrt]")
_BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error)


def jobs_naming(connection: Connection, names: Names) -> set[int]:
    """Return the jobs that are to read something which names a person, or that tell of such.

    Args:
        connection: Of the unit of work.
        names: Those of the person; whole names are looked for, not last words alone.
    """
    return {*_to_read(connection, names), *_told(connection, names)}


def _to_read(connection: Connection, names: Names) -> Iterator[int]:
    """Yield the jobs with a deposit that names a person, each deposit looked into by itself."""
    given = Given(connection)
    for job in list(connection.scalars(select(deposits.c.job_id))):
        deposit = given.of(job)
        if deposit is not None and any(names.full.search(each) for each in words_of(deposit)):
            yield job


def _told(connection: Connection, names: Names) -> Iterator[int]:
    """Yield the jobs whose results are called by a name, or failed with words that hold one."""
    table = job_results
    for row in connection.execute(select(table.c.job_id, table.c.name, table.c.error)):
        if names.full.search(f"{row.name or ''}\n{row.error or ''}"):
            yield row.job_id


def words_of(deposit: Deposit) -> Iterator[str]:
    """Yield all words that a deposit may be read as: what it is called, and what stands in it.

    Of pages, feeds and JSON both the bare words and those between the marks are given. What cannot
    be opened is looked at as it is: no worker can read it either.
    """
    yield "\n".join(filter(None, (deposit.name, deposit.title, deposit.outlet, deposit.url)))
    for text in _texts(deposit):
        yield text
        if deposit.suffix:
            yield _plain(text)


def _texts(deposit: Deposit) -> Iterator[str]:
    path = Path(f"given{deposit.suffix}")
    if holds_archive(path):
        yield from _of_archive(deposit)
        return
    opened = _OPENED.get(path.suffix)
    data = deposit.data if opened is None else _opened(deposit.data, opened)
    try:
        yield decode(data)
    except InputError:
        yield data.decode("utf-8", errors="replace")


def _opened(data: bytes, opened: _Opening) -> bytes:
    """Return what compressed bytes hold, as much of it as is whole."""
    found = bytearray()
    try:
        with opened(io.BytesIO(data)) as file:
            while len(found) < _MOST and (piece := file.read1(_PIECE)):
                found += piece
    except _BROKEN:
        found += data
    return bytes(found)


def _of_archive(deposit: Deposit) -> Iterator[str]:
    """Yield the pages of a web archive, which its reader only takes as a file."""
    with TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder) / f"given{deposit.suffix}"
        path.write_bytes(deposit.data)
        try:
            for each in read_archive(path, Settings()):
                if isinstance(each, Entry):
                    yield "\n".join(
                        filter(None, (each.draft.url, each.draft.title, each.markup, each.text))
                    )
        except InputError:
            yield deposit.data.decode("utf-8", errors="replace")


def _plain(text: str) -> str:
    """Return a text without tags, entities and the escapes of JSON."""
    letters = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), _SPACE.sub(" ", text))
    return html.unescape(_TAG.sub(" ", letters))
