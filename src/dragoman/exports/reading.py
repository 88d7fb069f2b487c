"""Records back out of JSON: one a line, or indented as for a single article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.errors import InputError, RecordError, TooComplex, TooLarge
from dragoman.records import Record, content_id

BEGIN, END = b"{", b"}"
"""The lines that an indented record begins and ends with."""

_MARK = b"\xef\xbb\xbf"

Piece = tuple[int, bytes | TooLarge]
"""The number of a line, and the record that begins there."""


def records_in(
    lines: Iterable[bytes], source: str, *, max_bytes: int
) -> Iterator[Record | InputError]:
    """Yield the records that lines hold; for one that cannot be read, the error that says why.

    Args:
        lines: Lines of JSON, as a binary file yields them: each holds a record, or several
            hold one, indented as ``dragoman read --json`` prints it for a single article.
        source: What they come from, for messages.
        max_bytes: Bytes that one record may have.
    """
    for number, piece in _pieces(lines, max_bytes):
        where = f"{source}, line {number}"
        if isinstance(piece, TooLarge):
            piece.source = where
            yield piece
        else:
            yield _record(piece, where)


def each_once(found: Iterable[Record | InputError]) -> Iterator[Record | InputError]:
    """Leave out records that are equal to an earlier one; errors pass."""
    seen: set[bytes] = set()
    for item in found:
        if isinstance(item, Record):
            identity = bytes.fromhex(content_id(item))
            if identity in seen:
                continue
            seen.add(identity)
        yield item


def _record(piece: bytes, where: str) -> Record | InputError:
    try:
        return Record.from_json(piece)
    except RecordError as error:
        return InputError(error.message, source=where, hint=error.hint)
    except RecursionError:
        return TooComplex("The JSON is nested too deep.", source=where)


class _Indented:
    """The lines of an indented record, as far as they may be kept."""

    def __init__(self, number: int, max_bytes: int) -> None:
        self.number = number
        self._max_bytes = max_bytes
        self._size = 0
        self._lines: list[bytes] = []

    def add(self, line: bytes) -> None:
        """Keep a line, if there is still room."""
        self._size += len(line)
        if self._size <= self._max_bytes:
            self._lines.append(line)

    def piece(self) -> Piece:
        """Return what was kept, or the error that there was too much."""
        too_large = self._size > self._max_bytes
        return self.number, _too_large(self._max_bytes) if too_large else b"".join(self._lines)


def _pieces(lines: Iterable[bytes], max_bytes: int) -> Iterator[Piece]:
    """Yield what may be a record: a line, or the lines of an indented one joined."""
    indented: _Indented | None = None
    for number, raw in enumerate(lines, start=1):
        line = raw.removeprefix(_MARK) if number == 1 else raw
        bare = line.rstrip()
        if indented is None and bare == BEGIN:
            indented = _Indented(number, max_bytes)
        if indented is not None:
            indented.add(line)
            if bare == END:
                yield indented.piece()
                indented = None
        elif bare:
            yield number, bare if len(line) <= max_bytes else _too_large(max_bytes)
    if indented is not None:
        yield indented.piece()


def _too_large(max_bytes: int) -> TooLarge:
    message = f"The record has more than {max_bytes:,} bytes."
    return TooLarge(message, hint="Raise max_decompressed.")
