"""The rows of a dump on disk, plain or in a zip, read as a stream within limits."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from dragoman.errors import InputError, NotText, TooLarge
from dragoman.world.gazetteer.dump import LONGEST_LINE

MOST_BYTES = 8_000_000_000
"""Bytes that all rows may have once decompressed; ``allCountries.txt`` had 1.7 billion in 2025."""

_ZIP_BEGINS = b"PK\x03\x04"
_README = "readme.txt"


def lines_of(path: Path, *, most_bytes: int = MOST_BYTES) -> Iterator[tuple[int, bytes]]:
    """Yield (number, line) of a dump, without line ends; blank lines and comments are left out.

    Of a line that is longer than a row may be only the beginning is kept, one byte beyond the
    limit, so that whoever checks it sees that it is too long.

    Args:
        path: A text file, or a zip archive with one.
        most_bytes: Bytes that may be read, decompressed, before the file is refused.

    Raises:
        InputError: The file cannot be opened or read, or its archive holds no text.
        TooLarge: It has more bytes than it may have.
    """
    with ExitStack() as stack:
        try:
            stream = _opened(path, stack)
            yield from _numbered(stream, path, most_bytes)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise NotText(f"The archive is damaged: {error}.", source=str(path)) from error
        except (NotImplementedError, RuntimeError) as error:
            message = f"The archive cannot be unpacked: {error}."
            raise NotText(message, source=str(path), hint="Unpack it first.") from error
        except OSError as error:
            raise InputError(f"Cannot be read: {error.strerror}.", source=str(path)) from error


def _opened(path: Path, stack: ExitStack) -> IO[bytes]:
    file = stack.enter_context(path.open("rb"))
    begins = file.read(len(_ZIP_BEGINS))
    file.seek(0)
    if begins != _ZIP_BEGINS:
        return file
    archive = stack.enter_context(zipfile.ZipFile(file))
    texts = [
        member
        for member in archive.infolist()
        if member.filename.lower().endswith(".txt") and _README not in member.filename.lower()
    ]
    if len(texts) != 1:
        message = f"The archive holds {len(texts)} text files, where there should be one."
        raise InputError(message, source=str(path), hint="Unpack it and name the file.")
    return stack.enter_context(archive.open(texts[0]))


def _numbered(stream: IO[bytes], path: Path, most_bytes: int) -> Iterator[tuple[int, bytes]]:
    total = number = 0
    while line := stream.readline(LONGEST_LINE + 2):
        number += 1
        total += len(line)
        kept = line
        while not line.endswith(b"\n") and (line := stream.readline(LONGEST_LINE)):
            total += len(line)
            _hold(total, path, most_bytes)
        _hold(total, path, most_bytes)
        kept = kept.rstrip(b"\r\n")
        if kept.strip() and not kept.startswith(b"#"):
            yield number, kept


def _hold(total: int, path: Path, most_bytes: int) -> None:
    if total > most_bytes:
        message = f"Has more than {most_bytes:,} bytes of rows."
        raise TooLarge(message, source=str(path), hint="Import the countries that you need.")
