"""Two texts side by side: which paragraphs are the same, and which words of the others differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from dragoman.crises.questions.citations import harmless
from dragoman.records import Article
from dragoman.records.cutting import blocks

MOST_BLOCKS = 2_000
"""Paragraphs of a text that is compared; of a longer one all is shown as different."""

MOST_WORDS = 1_500
"""Words of a paragraph that is compared word by word; a longer one differs as a whole."""

_ALIKE = 0.35
"""The share of words that two paragraphs have in common at least where one became the other."""

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both texts have, or that only this one has."""

    text: str
    differs: bool


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of each text, either of which may be empty; ``same`` where they are equal."""

    one: Runs
    other: Runs
    same: bool


def compared(one: Article, other: Article) -> tuple[Pair, ...]:
    """Return two texts paragraph by paragraph."""
    before, after = _paragraphs(one), _paragraphs(other)
    if max(len(before), len(after)) > MOST_BLOCKS:
        return tuple(_different(before, after))
    return tuple(_pairs(before, after))


def words_compared(one: str, other: str) -> tuple[Runs, Runs]:
    """Return two texts word by word; where one did not become the other, all of both differs."""
    found = _words(one, other)
    return found or ((Run(one, differs=True),), (Run(other, differs=True),))


def _paragraphs(article: Article) -> list[str]:
    return [harmless(article.text[start:end]).strip() for start, end in blocks(article)]


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            for text in before[first:last]:
                yield Pair((Run(text, differs=False),), (Run(text, differs=False),), same=True)
        else:
            yield from _different(before[first:last], after[begin:end])


def _different(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    for one, other in zip_longest(before, after, fillvalue=""):
        runs = _words(one, other) if one and other else None
        if runs is not None:
            yield Pair(*runs, same=False)
            continue
        if one:
            yield Pair((Run(one, differs=True),), (), same=False)
        if other:
            yield Pair((), (Run(other, differs=True),), same=False)


def _words(one: str, other: str) -> tuple[Runs, Runs] | None:
    """Return two paragraphs word by word; ``None`` where one did not become the other."""
    before, after = _WORDS.findall(one), _WORDS.findall(other)
    if max(len(before), len(after)) > MOST_WORDS:
        return None
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return None
    left: list[Run] = []
    right: list[Run] = []
    for kind, first, last, begin, end in matcher.get_opcodes():
        differs = kind != "equal"
        left += [Run("".join(before[first:last]), differs)] if first < last else []
        right += [Run("".join(after[begin:end]), differs)] if begin < end else []
    return tuple(left), tuple(right)
