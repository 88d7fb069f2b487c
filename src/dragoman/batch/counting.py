"""How many articles sources hold, where that can be told beforehand in little time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.batch.sources import is_url
from dragoman.errors import InputError
from dragoman.ingest import Source
from dragoman.ingest.files import holds_archive, holds_lines, read_file_lines
from dragoman.ingest.folders import expanded

LARGEST = 300_000_000
"""Bytes of a file that is gone through to count; that takes some seconds."""

_LONGEST_LINE = 20_000_000


def expected(sources: Iterable[Source]) -> int | None:
    """Return how many articles sources hold; None where that cannot be told quickly.

    A feed holds as many as it tells, which is known when it has been fetched; and a file of many
    gigabytes is not gone through only to be counted.
    """
    counts = [_count(each) for each in expanded(sources)]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _count(source: Source) -> int | None:
    if isinstance(source, str) and is_url(source):
        return None
    if not isinstance(source, Path) or not (holds_lines(source) or holds_archive(source)):
        return 1
    try:
        if not source.is_file():
            return 1
        if source.stat().st_size > LARGEST:
            return None
        return _lines(source) if holds_lines(source) else _pages(source)
    except (InputError, OSError):
        return None


def _lines(path: Path) -> int:
    return sum(1 for line in read_file_lines(path, max_bytes=_LONGEST_LINE) if line.strip())


def _pages(path: Path) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as file:
        records = ArchiveIterator(
            file, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False
        )
        return sum(1 for _ in records)
