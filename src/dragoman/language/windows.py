"""A long text as overlapping windows of word pieces.

Each word is read in every window that holds it and taken from the one in which it has most
room on its nearer side, so that a window's edge never decides anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.errors import ModelError


class Window(NamedTuple):
    """Words ``start`` to ``end`` are read; those from ``keep_start`` to ``keep_end`` are kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(sizes: Sequence[int], limit: int, overlap: int) -> list[Window]:
    """Cut words of ``sizes`` pieces into windows of at most ``limit`` pieces.

    Neighbours share about ``overlap`` pieces. Together the kept parts are each word once, in
    order. Raises :class:`ModelError` where one word alone is over the limit.
    """
    if any(size > limit for size in sizes):
        raise ModelError(f"a word has more than {limit} pieces")
    if not 0 <= overlap < limit:
        raise ModelError(f"overlap {overlap} does not fit a window of {limit} pieces")
    bounds = _bounds(sizes, limit, overlap)
    result = []
    keep_start = 0
    for index, (start, end) in enumerate(bounds):
        last = index + 1 == len(bounds)
        keep_end = end if last else (bounds[index + 1][0] + end + 1) // 2
        result.append(Window(start, end, keep_start, keep_end))
        keep_start = keep_end
    return result


def _bounds(sizes: Sequence[int], limit: int, overlap: int) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < len(sizes):
        end = _fill(sizes, start, limit)
        bounds.append((start, end))
        if end == len(sizes):
            break
        start = max(_step_back(sizes, end, overlap), start + 1)
    return bounds


def _fill(sizes: Sequence[int], start: int, limit: int) -> int:
    total = 0
    end = start
    while end < len(sizes) and total + sizes[end] <= limit:
        total += sizes[end]
        end += 1
    return end


def _step_back(sizes: Sequence[int], end: int, overlap: int) -> int:
    total = 0
    start = end
    while start > 0 and total + sizes[start - 1] <= overlap:
        total += sizes[start - 1]
        start -= 1
    return start
