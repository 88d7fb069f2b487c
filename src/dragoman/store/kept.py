"""Pages that were kept in web archives, blanked in place when their article is erased."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from dragoman.store.tables import pages

_HEAD = b"\x1f\x8b\x08\x10" + bytes(4) + b"\x00\xff"
"""Of a gzip member with a comment."""

_TAIL = b"\x03\x00" + bytes(8)
"""Nothing, compressed; its checksum and its length."""


@dataclass(frozen=True, slots=True)
class KeptAt:
    """Where a page lies: the archive's name in its folder, and the bytes of its record there."""

    file: str
    offset: int
    length: int


def kept_at(connection: Connection, articles: Iterable[str]) -> list[KeptAt]:
    """Return where the pages of some articles lie."""
    wanted = set(articles)
    asked = select(pages.c.article_id, pages.c.file, pages.c.offset, pages.c.length)
    return [
        KeptAt(row.file, row.offset, row.length)
        for row in connection.execute(asked)
        if row.article_id in wanted
    ]


def blank(folder: Path, places: Iterable[KeptAt]) -> list[str]:
    """Overwrite pages in their archives; return the archives in which that could not be done.

    A record becomes an empty member of the archive that is as long as it was, so that the other
    records stay where they are.
    """
    failed = []
    for each in places:
        try:
            _blank(folder / Path(each.file).name, each)
        except (OSError, ValueError):
            failed.append(each.file)
    return sorted(set(failed))


def _blank(path: Path, place: KeptAt) -> None:
    with path.open("r+b") as file:
        file.seek(place.offset)
        if file.read(2) != _HEAD[:2]:
            message = "There is no record at that place."
            raise ValueError(message)
        file.seek(0, os.SEEK_END)
        if place.offset + place.length > file.tell():
            message = "The archive ends before the record does."
            raise ValueError(message)
        file.seek(place.offset)
        file.write(empty_member(place.length))
        file.flush()
        os.fsync(file.fileno())


def empty_member(length: int) -> bytes:
    """Return a gzip member of a length that holds nothing.

    Raises:
        ValueError: No member is so short.
    """
    room = length - len(_HEAD) - len(_TAIL) - 1
    if room < 0:
        message = f"No member is {length} bytes long."
        raise ValueError(message)
    return _HEAD + b" " * room + b"\x00" + _TAIL
