"""What was given to be read and waits still: all words in it, so that a name can be found."""

from __future__ import annotations

import bz2
import gzip
import html
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.errors import InputError
from dragoman.ingest.encoding import decode
from dragoman.ingest.files import holds_archive
from dragoman.ingest.jsonlines import Entry
from dragoman.ingest.warc import read_archive
from dragoman.settings import Settings
from dragoman.store.given import Deposit

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
_RECORD = re.compile(rb"(?=WARC/\d\.\d\r?\n)")
_BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error)


def words_of(deposit: Deposit, settings: Settings) -> Iterator[str]:
    """Yield all words that a deposit may be read as: what it is called, and what stands in it.

    Of pages, feeds and JSON both the bare words and those between the marks are given. What cannot
    be opened is looked at as it is: no worker can read it either.

    Args:
        deposit: What was given.
        settings: Limits, which are those of the workers: of a compressed file no more is looked
            into than they would read.
    """
    yield "\n".join(filter(None, (deposit.name, deposit.title, deposit.outlet, deposit.url)))
    for text in _texts(deposit, settings):
        yield text
        if deposit.suffix:
            yield _plain(text)


def _texts(deposit: Deposit, settings: Settings) -> Iterator[str]:
    path = Path(f"given{deposit.suffix}")
    opened = _OPENED.get(path.suffix)
    most = settings.max_decompressed
    data = deposit.data if opened is None else _opened(deposit.data, opened, most)
    if holds_archive(path):
        yield from _as_it_is(data)
        yield from _of_archive(deposit, settings)
        return
    try:
        yield decode(data)
    except InputError:
        yield data.decode("utf-8", errors="replace")


def _opened(data: bytes, opened: _Opening, most: int) -> bytes:
    """Return what compressed bytes hold, as much of it as is whole and no more than allowed."""
    found = bytearray()
    try:
        with opened(io.BytesIO(data)) as file:
            while len(found) < most and (piece := file.read1(min(_PIECE, most - len(found)))):
                found += piece
    except _BROKEN:
        found += data
    return bytes(found)


def _as_it_is(archive: bytes) -> Iterator[str]:
    """Yield the records of a web archive as they stand in it, those that are no pages too.

    So nothing is passed over that its reader refuses, such as a record over a limit. Encodings are
    not guessed, which would take long for pictures: any name of Latin letters is found in one of
    the two.
    """
    for record in _RECORD.split(archive):
        yield record.decode("utf-8", errors="replace")
        yield record.decode("latin-1")


def _of_archive(deposit: Deposit, settings: Settings) -> Iterator[str]:
    """Yield the pages of a web archive, which its reader only takes as a file."""
    with TemporaryDirectory(prefix="dragoman-") as folder, suppress(InputError):
        path = Path(folder) / f"given{deposit.suffix}"
        path.write_bytes(deposit.data)
        for each in read_archive(path, settings):
            if isinstance(each, Entry):
                told = (each.draft.url, each.draft.title, each.markup, each.text)
                yield "\n".join(filter(None, told))


def _plain(text: str) -> str:
    """Return a text without tags, entities and the escapes of JSON."""
    letters = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), _SPACE.sub(" ", text))
    return html.unescape(_TAG.sub(" ", letters))
