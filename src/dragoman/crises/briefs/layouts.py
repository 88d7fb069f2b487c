"""What can be done to the lines of a version: each returns the layout that it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.crises.briefs.model import Layout, Part


def put_in_place(layout: Layout, line: int, other: int) -> Layout:
    """Put another line in the place of one."""
    return _mapped(layout, line, lambda part: _lines(part, line, (other,)))


def left_out(layout: Layout, line: int) -> Layout:
    """Leave a line out; it is kept with its section."""
    return _mapped(
        layout,
        line,
        lambda part: replace(_lines(part, line, ()), left_out=(*part.left_out, line)),
    )


def put_back(layout: Layout, line: int) -> Layout:
    """Put a line back that was left out, at the end of its section."""
    return tuple(
        replace(
            part,
            lines=(*part.lines, line),
            left_out=tuple(each for each in part.left_out if each != line),
        )
        if line in part.left_out
        else part
        for part in layout
    )


def added(layout: Layout, line: int, *, after: int | None = None) -> Layout:
    """Add a line after another one, or at the beginning of the first section."""
    if after is not None:
        return _mapped(layout, after, lambda part: _lines(part, after, (after, line)))
    first, *others = layout
    return (replace(first, lines=(line, *first.lines)), *others)


def moved(layout: Layout, line: int, by: int) -> Layout:
    """Move a line up (-1) or down (1); from the end of a section it goes on into the next one."""
    at = next(place for place, part in enumerate(layout) if line in part.lines)
    within = layout[at].lines.index(line) + by
    others = tuple(each for each in layout[at].lines if each != line)
    if 0 <= within <= len(others):
        return _with(layout, at, (*others[:within], line, *others[within:]))
    if not 0 <= at + by < len(layout):
        return layout
    neighbour = layout[at + by].lines
    joined = (line, *neighbour) if by > 0 else (*neighbour, line)
    return _with(_with(layout, at, others), at + by, joined)


def _with(layout: Layout, at: int, lines: tuple[int, ...]) -> Layout:
    return (*layout[:at], replace(layout[at], lines=lines), *layout[at + 1 :])


def _lines(part: Part, line: int, others: tuple[int, ...]) -> Part:
    """Return a section with lines in the place of one."""
    at = part.lines.index(line)
    return replace(part, lines=(*part.lines[:at], *others, *part.lines[at + 1 :]))


def _mapped(layout: Layout, line: int, change: Callable[[Part], Part]) -> Layout:
    return tuple(change(part) if line in part.lines else part for part in layout)
