"""What is kept of an article to know its copies by: hashes of its runs of three words.

A fingerprint is plain frozen data of some kilobytes, so that a store can keep it. The title, the
dateline and the credits are left out: copies differ in these first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zlib import crc32

import numpy as np

from dragoman.ingest.copies.credits import Credit, find_credits
from dragoman.records import Article, Span

RUN = 3
"""Words in one run."""

_WORD = re.compile(r"[^\W_]+")
_TYPE = np.dtype("<u4")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its span in the article's text, and its runs as sorted 32-bit hashes."""

    span: Span
    runs: bytes

    @property
    def hashes(self) -> frozenset[int]:
        """The hashes of the runs."""
        return frozenset(np.frombuffer(self.runs, _TYPE).tolist())


@dataclass(frozen=True)
class Fingerprint:
    """What is kept of one article; ``published`` is aware, as in the article."""

    article: str
    published: datetime | None
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def hashes(self) -> frozenset[int]:
        """The hashes of all runs of the article."""
        return frozenset().union(*self.by_paragraph)

    @cached_property
    def by_paragraph(self) -> tuple[frozenset[int], ...]:
        """The hashes of the runs of each paragraph."""
        return tuple(paragraph.hashes for paragraph in self.paragraphs)


def fingerprint(article: Article, credits_of_it: Sequence[Credit] | None = None) -> Fingerprint:
    """Return the fingerprint of an article.

    Args:
        article: The article.
        credits_of_it: Its credits, where they are known already.
    """
    told = find_credits(article) if credits_of_it is None else credits_of_it
    spans = [credit.span for credit in told if credit.span is not None]
    spans += [item.span for item in article.furniture if item.span is not None]
    paragraphs = []
    for start, end in article.paragraphs:
        words = _words("".join(_outside(article.text, (start, end), spans)))
        if words:
            hashes = np.array(sorted(set(_runs(words))), _TYPE)
            paragraphs.append(Paragraph((start, end), hashes.tobytes()))
    return Fingerprint(article.id, article.published_at, tuple(paragraphs))


def _outside(text: str, span: Span, cut: Sequence[Span]) -> Iterator[str]:
    """Yield the parts of a span of a text that lie outside of the spans that are cut out."""
    position, end = span
    for first, last in sorted(cut):
        if first < end and last > position:
            yield text[position : max(position, first)]
            position = max(position, min(last, end))
    yield text[position:end]


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case and without diacritics."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(each for each in folded if not unicodedata.combining(each))
    return _WORD.findall(bare.replace("’", "").replace("'", ""))


def _runs(words: Sequence[str]) -> Iterator[int]:
    """Yield the hash of each run of words; a paragraph of fewer words is one run."""
    for start in range(max(1, len(words) - RUN + 1)):
        yield crc32(" ".join(words[start : start + RUN]).encode())
