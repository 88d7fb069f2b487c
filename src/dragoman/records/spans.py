"""Sums over character spans: ``(start, end)`` pairs, end exclusive, into one text.

A list of spans is *normal* when no span is empty and each begins after the one before it ends;
every list of spans in a record is normal.
"""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def normalise(spans: Iterable[Span]) -> Spans:
    """Sort spans, drop empty ones, and join those that overlap or touch."""
    joined: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def merge(*groups: Iterable[Span]) -> Spans:
    """Return the normal list that covers what any of the groups covers."""
    return normalise(span for group in groups for span in group)


def length(spans: Iterable[Span]) -> int:
    """Return how many characters are covered, each counted once."""
    return sum(end - start for start, end in normalise(spans))


def intersect(one: Iterable[Span], other: Iterable[Span]) -> Spans:
    """Return the normal list of what both cover."""
    others = normalise(other)
    return normalise(
        (max(start, begin), min(end, stop))
        for start, end in normalise(one)
        for begin, stop in others
    )


def overlap(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Return how many characters both cover."""
    return length(intersect(one, other))


def contains(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Tell whether ``outer`` covers every character of ``inner``."""
    covered = normalise(inner)
    return intersect(outer, covered) == covered


def shift(spans: Iterable[Span], by: int) -> Spans:
    """Move every span by a number of characters."""
    return tuple((start + by, end + by) for start, end in spans)


def cover(spans: Iterable[Span]) -> Span | None:
    """Return the one span from the first start to the last end, or ``None`` for no spans."""
    normal = normalise(spans)
    return (normal[0][0], normal[-1][1]) if normal else None


def words(text: str, spans: Iterable[Span], *, between: str = " … ") -> str:
    """Return the covered words in order, with ``between`` where the spans leave a gap."""
    return between.join(text[start:end] for start, end in spans)


def fault(spans: Iterable[Span], size: int) -> str | None:
    """Say what keeps spans from being a normal list within a text of ``size`` characters.

    Returns:
        ``None`` when nothing does.
    """
    before = 0
    for start, end in spans:
        if not 0 <= start < end <= size:
            return f"the span [{start}, {end}) is empty or outside of the text of {size} characters"
        if start < before:
            return f"the span [{start}, {end}) begins before the one before it ends"
        before = end
    return None
