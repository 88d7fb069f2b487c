"""Corrections of which words a fact rests on, in whichever text these words stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.errors import RecordError

Given = list[list[int]]
"""Spans as JSON has them."""

POINTED = frozenset({"evidence", "trigger", "source", "cue", "content", "when.text", "place.text"})
"""The fields, and parts of fields, that hold spans of the text."""


def covered(text: str, spans: Sequence[Sequence[int]]) -> list[str]:
    """Return the words that each span covers."""
    return [text[start:end] for start, end in spans]


def relocated(detail: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """Return the detail of a correction with its spans where their words stand in a text.

    Args:
        detail: Of the judgement; one that corrects no spans is returned as it is.
        text: Of the reading.

    Raises:
        RecordError: The words do not stand in the text, or the detail has another form.
    """
    if str(detail.get("field")) not in POINTED or "words" not in detail:
        return detail
    spans, words = detail["value"], detail["words"]
    if not are_spans(spans) or not _are_words(words):
        raise RecordError("The judgement does not say which words it points to.")
    by = shift_of(spans, words, text)
    return {**detail, "value": [[start + by, end + by] for start, end in spans]}


def are_spans(value: Any) -> bool:
    """Tell whether a value is a list of spans as JSON has them."""
    return isinstance(value, list) and all(
        isinstance(each, list) and len(each) == 2 and all(isinstance(at, int) for at in each)
        for each in value
    )


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def shift_of(spans: Given, words: Sequence[str], text: str) -> int:
    """Return by how much spans are to be moved so that they cover their words in a text.

    Raises:
        RecordError: They do not stand in it so far from each other as they did.
    """
    if len(spans) != len(words):
        raise RecordError("The judgement does not say which words its fact rests on.")
    if not spans or covered(text, spans) == list(words):
        return 0
    for start in _places(words[0], text):
        by = start - spans[0][0]
        if all(text[first + by : last + by] == each for (first, last), each in _both(spans, words)):
            return by
    raise RecordError("The words that the fact rests on do not stand in the text.")


def _both(spans: Given, words: Sequence[str]) -> Iterator[tuple[list[int], str]]:
    return zip(spans, words, strict=True)


def _places(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
