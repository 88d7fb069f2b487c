"""Web archives (WARC, plain or gzipped) → drafts of the pages in them, by fastwarc.

An archive may be of any size. What is whole in it is read; a record that was cut off is told, and
so is an archive that is damaged, with what comes after the damage left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from dragoman.errors import EmptyInput, InputError, NotText, TooLarge
from dragoman.ingest.draft import Draft
from dragoman.ingest.encoding import decode
from dragoman.ingest.fetch import PAGE_TYPES
from dragoman.ingest.files import check_is_file
from dragoman.ingest.inflate import Body
from dragoman.ingest.jsonlines import Entry
from dragoman.settings import Settings

_GZIP = b"\x1f\x8b"
_WITH_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r?\n")
_SHOWN = 200


def read_archive(path: Path, settings: Settings) -> Iterator[Entry | InputError]:
    """Yield the pages of a web archive; an error in place of one that cannot be read.

    Answers that are no pages, such as pictures, redirects and errors, are passed over.

    Args:
        path: The archive.
        settings: Limits, for each page on its own.

    Raises:
        InputError: There is no such file, or it is no web archive.
    """
    check_is_file(path)
    try:
        file = path.open("rb")
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise InputError(message, source=str(path), hint="Check the file.") from None
    with closing(file):
        yield from _entries(file, str(path), settings)


def _entries(file: BinaryIO, name: str, settings: Settings) -> Iterator[Entry | InputError]:
    archive = ArchiveIterator(file, record_types=_WITH_PAGES, parse_http=True)
    for number in count(1):
        try:
            record = next(archive, None)
            if record is None:
                if number == 1:
                    yield _nothing(name)
                return
            entry = _entry_or_error(record, f"{name}, record {number}", settings)
        except OSError as error:
            yield _damaged(name, number, error)
            return
        if entry is not None:
            yield entry


def _nothing(name: str) -> InputError:
    message = "There is no page in the archive."
    return EmptyInput(message, source=name, hint="Give an archive of web pages.")


def _damaged(name: str, number: int, error: OSError) -> InputError:
    message = f"The archive is damaged, or is none, from record {number} on: {error}."
    return NotText(message, source=name, hint="What comes before it was read.")


def _entry_or_error(record: WarcRecord, name: str, settings: Settings) -> Entry | InputError | None:
    url = record.headers.get("WARC-Target-URI") or ""
    source = f"{name} ({url[:_SHOWN]})" if url else name
    try:
        return _entry(record, url.strip("<>"), source, settings)
    except InputError as error:
        return error


def _entry(record: WarcRecord, url: str, source: str, settings: Settings) -> Entry | None:
    """Return the page of a record; None where it holds no page.

    Raises:
        InputError: It holds a page that cannot be read.
    """
    if "Content-Length" not in record.headers:
        raise _cut_off(source)
    if not _is_page(record, url):
        return None
    data = _payload(record, source, settings)
    if not data.strip():
        return None
    if record.is_http_parsed:
        data = _decoded(data, record.http_headers, source, settings)
    text = decode(data, declared=record.http_charset, source=source)
    return Entry(Draft(source=source, url=url or None), text, None, None)


def _is_page(record: WarcRecord, url: str) -> bool:
    """Tell whether a record holds a page that a server gave."""
    if url.endswith("/robots.txt"):
        return False
    if not record.is_http_parsed:
        content_type = record.headers.get("Content-Type") or ""
        return content_type.split(";")[0].strip().lower() in PAGE_TYPES - {""}
    status = record.http_headers.status_code or 0
    content_type = record.http_headers.get("Content-Type") or ""
    return 200 <= status < 300 and content_type.split(";")[0].strip().lower() in PAGE_TYPES


def _payload(record: WarcRecord, source: str, settings: Settings) -> bytes:
    length = record.content_length
    if length > settings.max_bytes:
        message = f"The record has more than {settings.max_bytes:,} bytes."
        raise TooLarge(message, source=source, hint="Raise max_bytes if it is an article.")
    data = record.reader.read(length)
    if len(data) < length:
        raise _cut_off(source)
    return data


def _cut_off(source: str) -> InputError:
    message = "The archive breaks off within this record."
    return NotText(message, source=source, hint="What comes before it was read.")


def _decoded(data: bytes, headers: HeaderMap, source: str, settings: Settings) -> bytes:
    """Undo the codings of transfer and content of a body as it was sent."""
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        data = _joined(data)
    coding = (headers.get("Content-Encoding") or "").strip().lower()
    if coding == "br":
        return _unbrotlied(data, source, settings.max_decompressed)
    if coding in {"gzip", "x-gzip"} and not data.startswith(_GZIP):
        return data
    body = Body(
        coding,
        max_bytes=settings.max_bytes,
        max_decompressed=settings.max_decompressed,
        source=source,
    )
    body.add(data)
    return body.whole()


def _joined(data: bytes) -> bytes:
    """Join the chunks of a body; archivers that joined them before leave the header in place."""
    pieces: list[bytes] = []
    position = 0
    while (head := _CHUNK_SIZE.match(data, position)) is not None:
        size = int(head[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(data[head.end() : head.end() + size])
        position = head.end() + size
        position += 2 if data[position : position + 2] == b"\r\n" else 1
    return data


def _unbrotlied(data: bytes, source: str, limit: int) -> bytes:
    try:
        text = BrotliReader(BytesIO(data)).read(limit + 1)
    except (OSError, ValueError):
        message = "The page is compressed wrongly."
        raise NotText(message, source=source, hint="Check the archive.") from None
    if len(text) > limit:
        message = f"The page has more than {limit:,} bytes once decompressed."
        raise TooLarge(message, source=source, hint="Raise max_decompressed if it is an article.")
    return text
