"""Words of an article, cut where marks begin and end, for templates that escape each piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.crises.questions.citations import harmless
from dragoman.records import cutting
from dragoman.records.spans import Span, Spans, cover


@dataclass(frozen=True, slots=True)
class Mark:
    """What to mark in a text: the spans, what for (``events``, ``cue`` …), and of which fact."""

    spans: Spans
    name: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text with the same marks throughout.

    ``start`` is its offset in the whole text. ``names`` says what it is marked as, and ``facts``
    the ids of the facts; both are empty for a piece without marks.
    """

    text: str
    start: int
    names: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def segments(text: str, marks: Iterable[Mark], within: Span | None = None) -> tuple[Segment, ...]:
    """Cut a text, or a span of it, into pieces that are marked alike.

    The pieces joined are the text, but for signs that could turn its direction, which are replaced.
    """
    listed = list(marks)
    start, end = within or (0, len(text))
    numbered = [(span, number) for number, each in enumerate(listed) for span in each.spans]
    return tuple(
        _segment(text, each.start, each.end, [listed[number] for number in sorted(each.labels)])
        for each in cutting.segments(start, end, numbered)
    )


def _segment(text: str, start: int, end: int, marks: list[Mark]) -> Segment:
    names = tuple(dict.fromkeys(each.name for each in marks))
    facts = tuple(dict.fromkeys(each.fact for each in marks if each.fact))
    return Segment(harmless(text[start:end]), start, names, facts)


def paragraphs(
    text: str, spans: Spans, marks: Iterable[Mark]
) -> Iterator[tuple[Span, tuple[Segment, ...]]]:
    """Yield the paragraphs of a text, each with its pieces."""
    listed = list(marks)
    for span in spans:
        yield span, segments(text, listed, span)


def around(paragraph_spans: Spans, spans: Spans) -> Span | None:
    """Return the stretch of whole paragraphs that some spans lie in; ``None`` without spans."""
    covered = cover(spans)
    if covered is None:
        return None
    start, end = covered
    touched = [each for each in paragraph_spans if each[0] < end and start < each[1]]
    return cover((*touched, covered))
