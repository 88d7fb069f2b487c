"""Decompression that stops at a limit, for bodies of HTTP responses."""

from __future__ import annotations

import zlib
from typing import Protocol

from dragoman.errors import FetchError, TooLarge

_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_STEP = 1 << 16


class _Inflater(Protocol):
    @property
    def unconsumed_tail(self) -> bytes: ...

    @property
    def unused_data(self) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class Body:
    """Takes the pieces of a body as sent, and gives the whole, within two limits.

    Args:
        coding: The content coding of the response: ``""``, ``"gzip"`` or ``"deflate"``.
        max_bytes: Most bytes as sent.
        max_decompressed: Most bytes once decompressed.
        source: What to call the input in an error.

    Raises:
        FetchError: The coding is another one.
    """

    def __init__(self, coding: str, *, max_bytes: int, max_decompressed: int, source: str) -> None:
        if coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            message = f"The page is sent as {coding!r}, which was not asked for."
            raise FetchError(message, source=source, hint="Save the page and read the file.")
        self._coding = coding
        self._max_bytes = max_bytes
        self._max_decompressed = max_decompressed
        self._source = source
        self._received = 0
        self._size = 0
        self._pieces: list[bytes] = []
        self._inflater: _Inflater | None = None

    def add(self, piece: bytes) -> None:
        """Take the next piece.

        Raises:
            TooLarge: A limit is passed.
            FetchError: The piece cannot be decompressed.
        """
        self._received += len(piece)
        if self._received > self._max_bytes:
            raise _too_large(self._max_bytes, "", self._source)
        if self._coding in {"", "identity"}:
            self._keep(piece)
            return
        try:
            self._inflate(piece)
        except zlib.error:
            message = "The page is compressed wrongly."
            raise FetchError(message, source=self._source, hint="Try again later.") from None

    def _inflate(self, piece: bytes) -> None:
        if self._inflater is None:
            self._inflater = _inflater(self._coding, piece)
        while piece:
            self._keep(self._inflater.decompress(piece, _STEP))
            piece = self._inflater.unconsumed_tail
            if self._inflater.eof and self._inflater.unused_data and self._coding != "deflate":
                piece = self._inflater.unused_data
                self._inflater = _inflater(self._coding, piece)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._max_decompressed:
            raise _too_large(self._max_decompressed, " once decompressed", self._source)
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """Return all that was taken, decompressed.

        Raises:
            FetchError: The compressed body ends too early.
        """
        if self._inflater is not None and not self._inflater.eof:
            message = "The page was cut off on the way."
            raise FetchError(message, source=self._source, hint="Try again later.")
        return b"".join(self._pieces)


def _inflater(coding: str, start: bytes) -> _Inflater:
    if coding != "deflate":
        return zlib.decompressobj(_GZIP_WINDOW)
    raw = len(start) > 1 and (start[0] & 0x0F != 8 or int.from_bytes(start[:2], "big") % 31)
    return zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS)


def _too_large(limit: int, state: str, source: str) -> TooLarge:
    message = f"The page has more than {limit:,} bytes{state}."
    return TooLarge(message, source=source, hint="Save the article's text alone and read that.")
