"""Texts, compressed."""

from __future__ import annotations

import zlib

_LEVEL = 6
"""Of zlib: higher costs more time than it saves room."""


def packed(text: str) -> bytes:
    """Compress a text."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(data: bytes) -> str:
    """Return a compressed text.

    Raises:
        ValueError: It is damaged.
    """
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError(str(error)) from error
