"""Words of an article that somebody marked or pasted, as spans of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dragoman.crises.questions.citations import harmless
from dragoman.desk.parts.clipping import clipped
from dragoman.desk.parts.quotations import Mark, Segment, around, segments
from dragoman.desk.parts.review.values import Unfit
from dragoman.records import Article
from dragoman.records.spans import Span, Spans, normalise

WORDS = "words"
"""The name of the field that words are pasted into, as faults name it."""

POINTED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "events": (
        ("evidence", "the words that state it"),
        ("trigger", "the word that names the act"),
        ("when.text", "the words for the time"),
        ("place.text", "the words for the place"),
    ),
    "contacts": (
        ("evidence", "the words that state it"),
        ("when.text", "the words for the time"),
        ("place.text", "the words for the place"),
    ),
    "statements": (
        ("evidence", "the sentence that tells it"),
        ("content", "what is said"),
        ("source", "who says it"),
        ("cue", "the word that says so"),
        ("when.text", "the words for the time"),
    ),
    "positions": (("evidence", "the words that state it"),),
    "attitudes": (("evidence", "the words that state it"),),
}
"""What words of a fact may be marked anew, by kind: the field and words for it."""

_MARK = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def spans_of(text: str, marks: Iterable[str], quotation: str) -> Spans:
    """Return the spans that are marked, and those of words that are pasted, one run on a line.

    Args:
        text: Of the article.
        marks: Each the first and the last place of a span: ``12-40``.
        quotation: Words; blanks and line breaks in them count as one.

    Raises:
        Unfit: A mark lies outside of the text, or words do not stand in it at one place alone.
    """
    found = [_span(text, each) for each in marks]
    found += [_found(text, line) for line in quotation.splitlines() if line.strip()]
    return normalise(found)


def marks_of(spans: Spans) -> tuple[str, ...]:
    """Return spans as an address has them."""
    return tuple(f"{start}-{end}" for start, end in spans)


def covered(text: str, spans: Spans) -> tuple[str, ...]:
    """Return the words that each span covers, as they may be shown."""
    return tuple(harmless(text[start:end]) for start, end in spans)


def shown(article: Article, spans: Spans) -> tuple[Segment, ...]:
    """Return the paragraphs around some spans, in pieces; those within are named ``evidence``."""
    return around_words(article, [Mark(spans, "evidence")], spans) if spans else ()


def around_words(article: Article, marks: Iterable[Mark], spans: Spans) -> tuple[Segment, ...]:
    """Return the paragraphs or the title around some spans, in pieces."""
    title = () if article.title_span is None else (article.title_span,)
    within = around((*title, *article.paragraphs), spans)
    return clipped(segments(article.text, marks, within))


def _span(text: str, mark: str) -> Span:
    told = _MARK.fullmatch(mark)
    start, end = (int(told[1]), int(told[2])) if told else (0, 0)
    if not 0 <= start < end <= len(text):
        raise Unfit(WORDS, "The words that were marked lie outside of the article.")
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the blanks around its words."""
    words = text[start:end]
    if not words.strip():
        raise Unfit(WORDS, "No words are marked.")
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _found(text: str, line: str) -> Span:
    wanted = r"\s+".join(map(re.escape, line.split()))
    found = list(_first_two(wanted, text))
    if not found:
        raise Unfit(WORDS, f"“{line.strip()}” does not stand in the article.")
    if len(found) > 1:
        hint = "Paste more of it."
        raise Unfit(WORDS, f"“{line.strip()}” stands in the article more than once.", hint=hint)
    return found[0]


def _first_two(pattern: str, text: str) -> Iterator[Span]:
    for number, each in enumerate(re.finditer(pattern, text)):
        if number == 2:
            return
        yield each.span()
