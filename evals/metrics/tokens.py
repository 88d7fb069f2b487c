"""Tokens for counting: runs of word characters, and single punctuation marks.

These are the "whitespace-and-punctuation tokens" of the counting rules. They serve comparison
only and have nothing to do with the tokens of the reader.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN = re.compile(r"\w+|[^\w\s]")


class TokenIndex:
    """The tokens of a text, to be asked which of them a character span touches."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in TOKEN.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def __len__(self) -> int:
        return len(self.starts)

    def covered(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Return the indexes of all tokens that share a character with one of the spans."""
        tokens: set[int] = set()
        for start, end in spans:
            if start < end:
                tokens.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(tokens)
