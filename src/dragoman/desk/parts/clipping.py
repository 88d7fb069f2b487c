"""The words around marked ones, without what is far from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.desk.parts.quotations import Segment

_AROUND = 280
"""Signs that are kept before the first marked piece, and after the last one."""


def clipped(pieces: Sequence[Segment], *, around: int = _AROUND) -> tuple[Segment, ...]:
    """Return the pieces of a paragraph with a long beginning and a long end cut at a space.

    Where words are left out stands an ellipsis. Nothing that is marked is cut.
    """
    if not pieces:
        return ()
    (head, *rest) = pieces
    first = _end_of(head, around) if not head.names and rest else head
    kept = [first, *rest]
    if not kept[-1].names and len(kept) > 1:
        kept[-1] = _start_of(kept[-1], around)
    return tuple(kept)


def _end_of(piece: Segment, length: int) -> Segment:
    if len(piece.text) <= length:
        return piece
    cut = piece.text[-length:]
    left = cut.split(" ", 1)[-1]
    start = piece.start + len(piece.text) - len(left)
    return replace(piece, text=f"… {left}", start=start)


def _start_of(piece: Segment, length: int) -> Segment:
    if len(piece.text) <= length:
        return piece
    return replace(piece, text=f"{piece.text[:length].rsplit(' ', 1)[0]} …")
