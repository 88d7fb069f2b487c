"""A training document: words with whatever gold its data set gives."""

from __future__ import annotations

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
class Document:
    """Words, the space before each, and gold where there is any.

    ``tags`` maps a tagging head to BIO tags, one a word; ``links`` go with
    ``tags["attribution"]``.
    """

    name: str
    words: list[str]
    spacings: list[int]
    grammar: Grammar | None = None
    tags: dict[str, list[str]] = field(default_factory=dict)
    links: list[Link] | None = None


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
