"""Finding a passage in a text by its first and its last words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Extent = tuple[int, int]
SINGLE = "\u2018\u2019\u201a\u201b"
DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
QUOTES = str.maketrans(SINGLE + DOUBLE, "'" * len(SINGLE) + '"' * len(DOUBLE))


def passages(text: str, begins: str, ends: str) -> Iterator[Extent]:
    """Yield every ``(start, end)`` that begins and ends with the words given.

    From each place where ``begins`` stands, to the nearest end of ``ends`` from there on that is
    no earlier than the end of ``begins``. White space and the shape of quotation marks do not
    matter.
    """
    plain = text.translate(QUOTES)
    last_words = [found.span() for found in _pattern(ends).finditer(plain)]
    for first in _pattern(begins).finditer(plain):
        stops = [end for start, end in last_words if start >= first.start() and end >= first.end()]
        if stops:
            yield first.start(), min(stops)


def share_covered(extent: Extent, spans: Iterable[Extent]) -> float:
    """Return the share of the characters of an extent that lie in one of the spans."""
    start, end = extent
    covered: set[int] = set()
    for left, right in spans:
        covered.update(range(max(start, left), min(end, right)))
    return len(covered) / (end - start)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.translate(QUOTES).split())))
