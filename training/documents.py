"""A training document: words with whatever gold its data set gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

WordSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Gold grammar of a document, one entry a word.

    ``heads`` are word indexes in the document, a root's is -1; ``starts`` are first words of
    sentences.
    """

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    starts: list[int]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as word spans; every part may be missing."""

    cue: list[WordSpan]
    source: list[WordSpan]
    content: list[WordSpan]


@dataclass(frozen=True, slots=True)
class Question:
    """What is known of some marked words of a document.

    ``marks`` are pairs of a mark (of :data:`labels.MARKS`) and a word span, ``answers`` maps a
    decision to its right answer; ``roles`` are word spans by role, ``None`` where nothing is
    known of them.
    """

    marks: tuple[tuple[str, WordSpan], ...]
    answers: dict[str, str]
    roles: tuple[tuple[str, WordSpan], ...] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Words, the space before each, and gold where there is any.

    ``tags`` maps a tagging head to BIO tags, one a word; ``links`` go with
    ``tags["attribution"]``; ``sectors`` are those of parties; ``chains`` are the head words of
    mentions of one and the same thing, in order (a lone mention is a chain of one).
    """

    name: str
    words: list[str]
    spacings: list[int]
    grammar: Grammar | None = None
    tags: dict[str, list[str]] = field(default_factory=dict)
    links: list[Link] | None = None
    questions: list[Question] = field(default_factory=list)
    sectors: list[tuple[WordSpan, tuple[str, ...]]] = field(default_factory=list)
    contexts: tuple[str, ...] | None = None
    chains: list[list[int]] = field(default_factory=list)


def tag(length: int, spans: list[tuple[WordSpan, str]]) -> list[str]:
    """BIO tags for ``spans``; a later span never overwrites an earlier one."""
    tags = ["O"] * length
    for (start, end), kind in spans:
        if any(tags[place] != "O" for place in range(start, end)):
            continue
        tags[start] = f"B-{kind}"
        for place in range(start + 1, end):
            tags[place] = f"I-{kind}"
    return tags


def covered(starts: list[int], ends: list[int], begin: int, end: int) -> WordSpan | None:
    """The words that characters ``begin`` to ``end`` touch; ``starts`` and ``ends`` are theirs."""
    span = bisect_right(ends, begin), bisect_left(starts, end)
    return span if span[0] < span[1] else None
