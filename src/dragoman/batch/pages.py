"""The pages that articles were read from, kept as they came: web archives (WARC) in a folder.

Each run writes archives of its own, one page after the other, so that a run that is killed can
spoil nothing but the end of its own last archive, which the store does not name.
"""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from dragoman.errors import DragomanError, StoreError
from dragoman.ingest.fetch import Fetched
from dragoman.settings import Settings
from dragoman.store.tables import pages as table

LARGEST = 1_000_000_000
"""Bytes that an archive may have before the next one is begun."""

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\U0010ffff]+")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """Where a page lies: the archive's name in its folder, and the bytes of its record there."""

    file: str
    offset: int
    length: int
    fetched_at: datetime


class PageKeeper:
    """Keeps pages in a folder.

    Args:
        folder: Where; it is made when the first page comes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: BinaryIO | None = None
        self._name = ""

    def keep(self, page: Fetched) -> KeptPage:
        """Append a page to the archive of this run.

        Raises:
            DragomanError: It cannot be written.
        """
        moment = datetime.now(UTC)
        data = gzip.compress(_record(page, moment), mtime=0)
        try:
            file = self._archive(moment)
            offset = file.tell()
            file.write(data)
        except OSError as error:
            raise self._failed(error) from error
        return KeptPage(self._name, offset, len(data), moment)

    def flush(self) -> None:
        """Bring to disk what was kept.

        Raises:
            DragomanError: It cannot be written.
        """
        if self._file is None:
            return
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._failed(error) from error

    def close(self) -> None:
        """End the archive of this run."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _archive(self, moment: datetime) -> BinaryIO:
        if self._file is not None and self._file.tell() < LARGEST:
            return self._file
        self.close()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._name = f"pages-{moment:%Y%m%dT%H%M%S}-{uuid4().hex[:8]}.warc.gz"
        self._file = (self._folder / self._name).open("xb")
        return self._file

    def _failed(self, error: OSError) -> DragomanError:
        message = f"The page cannot be kept in {self._folder}: {error.strerror}."
        return DragomanError(message, hint="Name another folder with the setting pages.")


@contextmanager
def page_keeper(settings: Settings) -> Iterator[PageKeeper | None]:
    """Give what keeps pages, where the settings name a folder for them."""
    if settings.pages is None:
        yield None
        return
    with PageKeeper(settings.pages.expanduser()) as keeper:
        yield keeper


def note_page(connection: Connection, article: str, page: KeptPage) -> None:
    """Note in the store where the page of an article lies; the one noted before is let go."""
    connection.execute(delete(table).where(table.c.article_id == article))
    row = {"article_id": article, "file": page.file, "offset": page.offset}
    row |= {"length": page.length, "fetched_at": page.fetched_at}
    connection.execute(insert(table), row)


def kept_page(connection: Connection, article: str) -> KeptPage | None:
    """Return where the page of an article lies; None where none was kept."""
    row = connection.execute(select(table).where(table.c.article_id == article)).one_or_none()
    return KeptPage(row.file, row.offset, row.length, row.fetched_at) if row is not None else None


def page_bytes(folder: Path, page: KeptPage) -> bytes:
    """Return the bytes of a page that was kept.

    Raises:
        StoreError: The archive is not there, or holds something else at that place.
    """
    try:
        with (folder / Path(page.file).name).open("rb") as file:
            file.seek(page.offset)
            record = gzip.decompress(file.read(page.length))
    except (OSError, EOFError) as error:
        raise StoreError(f"The page cannot be read from {page.file}: {error}.") from error
    _, _, answer = record.partition(b"\r\n\r\n")
    _, _, body = answer.partition(b"\r\n\r\n")
    return body.removesuffix(b"\r\n\r\n")


def _record(page: Fetched, moment: datetime) -> bytes:
    """Return a page as one record of an archive: an answer with the headers that are known."""
    answer = [
        "HTTP/1.1 200 OK",
        f"Content-Type: {_content_type(page)}",
        f"Content-Length: {len(page.data)}",
    ]
    block = _lines(answer) + page.data
    head = [
        "WARC/1.1",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid4()}>",
        f"WARC-Date: {moment:%Y-%m-%dT%H:%M:%SZ}",
        f"WARC-Target-URI: {_UNSAFE.sub('', page.url)}",
        f"WARC-Payload-Digest: sha256:{sha256(page.data).hexdigest()}",
        "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(block)}",
    ]
    return _lines(head) + block + b"\r\n\r\n"


def _content_type(page: Fetched) -> str:
    charset = f"; charset={_UNSAFE.sub('', page.charset)}" if page.charset else ""
    return (_UNSAFE.sub("", page.content_type) or "text/html") + charset


def _lines(lines: list[str]) -> bytes:
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")
