"""Quotations in running text, by their marks alone.

Marks are matched paragraph by paragraph, so that an unmatched mark costs at most its own
paragraph. A quotation that is left open at the end of a paragraph runs on where the next
paragraph opens with the same kind of mark (the way newspapers print long quotations).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.records import Span, Spans, StatementKind

Family = Literal["double", "single", "guillemet"]
Side = Literal["open", "close", "either"]

_MARKS = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»‹›‘’‚‛']")
_FAMILIES: dict[str, Family] = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "''", "``", "’’", "‘‘"), "double"),
    **dict.fromkeys(("«", "»", "‹", "›"), "guillemet"),
    **dict.fromkeys(("'", "‘", "’", "‚", "‛"), "single"),
}
_OPENING = frozenset("“„‟«‹‘‚‛") | {"``", "‘‘"}
_CLOSING = frozenset("”»›’") | {"’’"}
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{-–—/:,\"“„«‹‘'…")
_BREAK = re.compile(r"\n\s*\n")
_DECADE = re.compile(r"['’]\d0s\b")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks: one span, or one for each paragraph it runs over.

    ``depth`` is 0 for a quotation of the text and 1 for one inside another. ``balanced`` is
    false where one of the two marks is missing and the end of the paragraph stands for it.
    """

    spans: Spans
    depth: int = 0
    balanced: bool = True

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset after the closing mark."""
        return self.spans[-1][1]

    def holds(self, start: int, end: int) -> bool:
        """Whether the characters from start to end stand inside one of its spans."""
        return any(first <= start and end <= last for first, last in self.spans)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    side: Side
    after_figure: bool = False


@dataclass(slots=True)
class _Paragraph:
    """What one paragraph gave: closed pairs, and marks that were left alone."""

    pairs: list[tuple[_Mark, _Mark, int]]
    opened: _Mark | None
    closed: _Mark | None


def paragraph_spans(text: str) -> Spans:
    """Spans of the paragraphs of a text, which blank lines part."""
    spans: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return tuple((first, last) for first, last in spans if text[first:last].strip())


def quotations(text: str, paragraphs: Sequence[Span] | None = None) -> tuple[Quotation, ...]:
    """All quotations of a text in order, those inside others included (``depth`` 1)."""
    found: list[Quotation] = []
    running: Spans = ()
    bounds = paragraph_spans(text) if paragraphs is None else tuple(paragraphs)
    for bound, following in zip_longest(bounds, bounds[1:]):
        read = _pair(_marks(text, bound))
        first, last = _first(text, bound), _last(text, bound)
        for opening, closing, depth in read.pairs:
            ends_run = bool(running) and opening.start == first
            spans = (*(running if ends_run else ()), (opening.start, closing.end))
            running = () if ends_run else running
            found.append(Quotation(spans=spans, depth=depth))
        if read.opened and following and _runs_on(text, read.opened, following):
            running = (*running, (read.opened.start, last))
        elif running:
            found.append(Quotation(spans=(*running, (first, last)), balanced=False))
            running = ()
        else:
            found.extend(_unbalanced(read, first, last))
    return tuple(sorted(found, key=lambda item: (item.start, item.depth)))


def _unbalanced(read: _Paragraph, first: int, last: int) -> Iterator[Quotation]:
    """A paragraph with one mark only, which can but mean: from here on, or up to here."""
    if read.pairs:
        return
    if read.opened and read.opened.family != "single" and read.opened.start == first:
        yield Quotation(spans=((first, last),), balanced=False)
    elif read.closed and not read.opened:
        yield Quotation(spans=((first, read.closed.end),), balanced=False)


def _first(text: str, bound: Span) -> int:
    start, end = bound
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _last(text: str, bound: Span) -> int:
    start, end = bound
    return start + len(text[start:end].rstrip())


def _marks(text: str, bound: Span) -> Iterator[_Mark]:
    start, end = bound
    for match in _MARKS.finditer(text, start, end):
        side = _side(text, match, bound)
        if side is not None:
            figure = text[start : match.start()][-1:].isdigit()
            yield _Mark(match.start(), match.end(), _FAMILIES[match.group()], side, figure)


def _side(text: str, match: re.Match[str], bound: Span) -> Side | None:
    """Which way a mark looks; ``None`` for an apostrophe."""
    before = text[match.start() - 1] if match.start() > bound[0] else " "
    after = text[match.end()] if match.end() < bound[1] else " "
    mark = match.group()
    if _FAMILIES[mark] == "single" and (
        (before.isalnum() and after.isalnum()) or _DECADE.match(text, match.start())
    ):
        return None
    if mark in _OPENING:
        return "open"
    could_open = before in _BEFORE_OPENING and not after.isspace()
    could_close = not before.isspace()
    if mark in _CLOSING or not could_open:
        return "close" if could_close else None
    return "either" if could_close else "open"


def _runs_on(text: str, opened: _Mark, following: Span) -> bool:
    """Whether a quotation left open goes on in the paragraph that follows."""
    mark = next(_marks(text, following), None)
    return (
        mark is not None
        and mark.start == _first(text, following)
        and mark.family == opened.family
        and mark.side != "close"
    )


def _pair(marks: Iterable[_Mark]) -> _Paragraph:
    """Match the marks of one paragraph; an opening mark that never closes is dropped."""
    stack: list[_Mark] = []
    read = _Paragraph([], None, None)
    for mark in marks:
        if _closes(mark, stack):
            _close(mark, stack, read)
        elif mark.side == "close":
            if read.closed is None and mark.family != "single" and not mark.after_figure:
                read.closed = mark
        elif not (stack and mark.family == "single" and stack[-1].family == "single"):
            _open(mark, stack)
    read.opened = next((mark for mark in stack if mark.family != "single"), None) or (
        stack[0] if stack else None
    )
    return read


def _closes(mark: _Mark, stack: list[_Mark]) -> bool:
    return mark.side != "open" and any(item.family == mark.family for item in stack)


def _close(mark: _Mark, stack: list[_Mark], read: _Paragraph) -> None:
    while stack[-1].family != mark.family:
        stack.pop()
    opening = stack.pop()
    depth = min(1, len([item for item in stack if item.family != "single"]))
    read.pairs.append((opening, mark, depth))


def _open(mark: _Mark, stack: list[_Mark]) -> None:
    """Open a quotation; a second opening mark of a family shows that the first was stray."""
    stack[:] = [item for item in stack if item.family != mark.family]
    stack.append(mark)


def kind_of(text: str, content: Spans, found: Sequence[Quotation]) -> StatementKind:
    """Whether a content stands in quotation marks as a whole, in part, or not at all.

    Letters and figures are counted; a leading "that" outside the marks leaves it mixed.
    """
    inside = outside = 0
    covered = _Cover([span for quotation in found for span in quotation.spans])
    for start, end in content:
        for index in range(start, end):
            if text[index].isalnum():
                if covered.has(index):
                    inside += 1
                else:
                    outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"


class _Cover:
    """Whether a character stands inside any of some spans."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def has(self, index: int) -> bool:
        """Whether the character at an offset is inside."""
        place = bisect_right(self._starts, index) - 1
        return place >= 0 and index < self._ends[place]
