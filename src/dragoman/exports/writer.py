"""What every writer is: it takes records one by one and writes to an open stream."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from dragoman.records import Record


class Writer(Protocol):
    """Writes records to the stream that it was made with; leaves the stream open."""

    def write(self, record: Record, /) -> None:
        """Write a record."""

    def close(self) -> None:
        """Write what must stand at the end."""


def write_all(records: Iterable[Record], writers: Sequence[Writer]) -> int:
    """Write every record with every writer, and finish.

    Returns:
        How many records there were.
    """
    count = 0
    for record in records:
        count += 1
        for writer in writers:
            writer.write(record)
    for writer in writers:
        writer.close()
    return count
