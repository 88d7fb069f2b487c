"""The words around what was found, and where in them it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.records import Span, Spans
from dragoman.store.search.query import Query, folded_words

_TOKEN = re.compile(r"\w+")
_BEFORE, _AFTER = 60, 140
_LEAST_STEM, _LONGEST_ENDING = 4, 3


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text; ``found`` are the spans within it of what was looked for."""

    text: str
    found: Spans = ()


def snippet(text: str, query: Query) -> Snippet:
    """Cut a text to the surroundings of the first thing found in it."""
    stems = {_stem(word) for term in query.terms() for word in term.words}
    beginnings = tuple(term.words[-1] for term in query.terms() if term.prefix)
    found = [
        match.span()
        for match in _TOKEN.finditer(text)
        if _is_meant(folded_words(match[0]), stems, beginnings)
    ]
    start, end = _window(text, found[0] if found else (0, 0))
    inside = tuple((begin - start, stop - start) for begin, stop in found if stop <= end)
    cut = text[start:end]
    head, tail = "… " * (start > 0), " …" * (end < len(text))
    shift = len(head)
    marks = tuple((begin + shift, stop + shift) for begin, stop in inside if begin >= 0)
    return Snippet(f"{head}{_plain(cut)}{tail}", marks)


def _plain(text: str) -> str:
    """Return a text on one line, without changing its length."""
    return re.sub(r"\s", " ", text)


def _stem(word: str) -> str:
    return word[: max(_LEAST_STEM, len(word) - _LONGEST_ENDING)]


def _is_meant(words: list[str], stems: set[str], beginnings: tuple[str, ...]) -> bool:
    """Tell whether a word is one of those looked for, as far as a simple look can."""
    return any(_stem(word) in stems or word.startswith(beginnings) for word in words)


def _window(text: str, first: Span) -> Span:
    """Return the span around the first find, from and to the end of a word."""
    start = max(0, first[0] - _BEFORE)
    end = min(len(text), first[1] + _AFTER)
    if start > 0:
        blank = text.find(" ", start, first[0])
        start = blank + 1 if blank >= 0 else first[0]
    if end < len(text):
        blank = text.rfind(" ", first[1], end)
        end = blank if blank > first[1] else end
    return start, end
