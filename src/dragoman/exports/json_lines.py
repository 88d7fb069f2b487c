"""JSON lines: the records themselves, to be read back."""

from __future__ import annotations

from typing import BinaryIO

from dragoman.records import Record


class JsonLines:
    """Writes each record as JSON on one line, in UTF-8.

    Half of a surrogate pair, which UTF-8 cannot hold, comes out as the escape that JSON has for
    it, so that reading gives an equal record.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, record: Record, /) -> None:
        """Write a record on a line."""
        self._stream.write(f"{record.to_json()}\n".encode(errors="backslashreplace"))

    def close(self) -> None:
        """Write nothing: the last line is complete."""
