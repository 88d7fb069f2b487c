"""Files: their bytes within a limit, and the lines of compressed archives of articles."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from dragoman.errors import InputError, NotText, TooLarge

_COMPRESSIONS = frozenset({".gz", ".xz", ".bz2"})
_LINE_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
_ARCHIVE_SUFFIXES = (".warc", ".warc.gz", ".warc.wet", ".warc.wet.gz")
_BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error)


def check_is_file(path: Path) -> None:
    """Refuse what is no readable file.

    Raises:
        InputError: There is no such file, or it is a folder.
    """
    source = str(path)
    try:
        if path.is_dir():
            message = "This folder holds no file that may be an article."
            raise InputError(message, source=source, hint="Name the files in it.")
        if not path.exists():
            message = "There is no such file."
            raise InputError(message, source=source, hint="Check the path.")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def holds_lines(path: Path) -> bool:
    """Tell by its name whether a file holds JSON lines, compressed or not."""
    name = path.name.lower().removesuffix(_compression(path))
    return name.endswith(_LINE_SUFFIXES)


def holds_archive(path: Path) -> bool:
    """Tell by its name whether a file is a web archive, compressed or not."""
    return path.name.lower().endswith(_ARCHIVE_SUFFIXES)


def _compression(path: Path) -> str:
    return path.suffix.lower() if path.suffix.lower() in _COMPRESSIONS else ""


def read_bytes(path: Path, *, max_bytes: int, max_decompressed: int) -> bytes:
    """Return what a file holds, decompressed where its name says that it is compressed.

    Raises:
        InputError: It cannot be read.
        TooLarge: It is over a limit.
    """
    check_is_file(path)
    compression = _compression(path)
    try:
        if not compression and path.stat().st_size > max_bytes:
            raise too_large(max_bytes, str(path))
        limit = max_decompressed if compression else max_bytes
        with _open(path) as file:
            data = file.read(limit + 1)
    except _BROKEN as error:
        raise _unreadable(path, error) from None
    if len(data) > limit:
        raise too_large(limit, str(path))
    return data


def read_file_lines(path: Path, *, max_bytes: int) -> Iterator[bytes]:
    """Yield the lines of a file of any size; a line over the limit comes cut, one byte over it.

    Raises:
        InputError: It cannot be read.
    """
    check_is_file(path)
    try:
        with _open(path) as file:
            while line := file.readline(max_bytes + 1):
                yield line
                while len(line) > max_bytes and not line.endswith(b"\n"):
                    line = file.readline(max_bytes + 1)
    except _BROKEN as error:
        raise _unreadable(path, error) from None


def _open(path: Path) -> IO[bytes]:
    compression = _compression(path)
    if compression == ".gz":
        return cast("IO[bytes]", gzip.open(path))
    if compression == ".xz":
        return lzma.open(path)
    return bz2.open(path) if compression == ".bz2" else path.open("rb")


def too_large(limit: int, source: str) -> TooLarge:
    """Return the error for an input over a limit of bytes."""
    message = f"The input has more than {limit:,} bytes."
    return TooLarge(message, source=source, hint="Give one article at a time, or raise max_bytes.")


def _unreadable(path: Path, error: Exception) -> InputError:
    kind = NotText if isinstance(error, EOFError | lzma.LZMAError | zlib.error) else InputError
    reason = getattr(error, "strerror", None) or str(error)
    return kind(f"The file cannot be read: {reason}.", source=str(path), hint="Check the file.")
