"""Cutting a text at every boundary of spans, so that overlapping and nested spans can be shown.

>>> [(s.start, s.end, s.labels) for s in segments(0, 6, [((0, 4), "a"), ((2, 6), "b")])]
[(0, 2, ('a',)), (2, 4, ('a', 'b')), (4, 6, ('b',))]
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from dragoman.records.model import Article
from dragoman.records.spans import Span

Label = TypeVar("Label", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Segment(Generic[Label]):
    """A run of text that the same spans cover; the labels are those of the spans, innermost first.

    A span is the more inner the shorter it is; of equally long ones the earlier comes first.
    """

    start: int
    end: int
    labels: tuple[Label, ...]


def segments(
    start: int, end: int, marks: Iterable[tuple[Span, Label]], cuts: Iterable[int] = ()
) -> tuple[Segment[Label], ...]:
    """Cut ``[start, end)`` at every boundary of the marks.

    Args:
        start: Where the text to be cut begins.
        end: Where it ends.
        marks: Spans with what they stand for; what lies outside is left out.
        cuts: Further places to cut at.

    Returns:
        Segments in order that cover the text without gap or overlap. Where a label comes with
        several spans over one place, it stands in the segment once.
    """
    inside = [
        (max(span[0], start), min(span[1], end), span[1] - span[0], label)
        for span, label in marks
        if max(span[0], start) < min(span[1], end)
    ]
    places = {start, end, *(cut for cut in cuts if start < cut < end)}
    places.update(place for first, last, _, _ in inside for place in (first, last))
    ordered = sorted(places)
    opened = sorted(inside, key=lambda mark: mark[0])
    return tuple(_sweep(ordered, opened))


def _sweep(
    places: list[int], opened: list[tuple[int, int, int, Label]]
) -> Iterable[Segment[Label]]:
    """Yield the segments between places, with the marks that are open over each."""
    active: list[tuple[int, int, int, Label]] = []
    upcoming = 0
    for first, last in pairwise(places):
        while upcoming < len(opened) and opened[upcoming][0] <= first:
            active.append(opened[upcoming])
            upcoming += 1
        active = [mark for mark in active if mark[1] > first]
        inner = sorted(active, key=lambda mark: mark[2])
        yield Segment(first, last, tuple(dict.fromkeys(mark[3] for mark in inner)))


def blocks(article: Article) -> Iterator[Span]:
    """Yield title and paragraphs in order, and whatever text lies between them.

    Together they hold every character of the text that is not white space.
    """
    given = [span for span in (article.title_span, *article.paragraphs) if span is not None]
    places = sorted({0, len(article.text), *(place for span in given for place in span)})
    for start, end in pairwise(places):
        if article.text[start:end].strip():
            yield start, end
