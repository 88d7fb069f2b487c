"""What is kept of an article to know its copies by: hashes of its runs of three words.

A fingerprint is plain frozen data of some kilobytes, so that a store can keep it. The title, the
dateline and the credits are left out: copies differ in these first.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np

from dragoman.ingest.copies.credits import Credit, find_credits
from dragoman.ingest.iso import to_iso
from dragoman.records import Article, Span

RUN = 3
"""Words in one run."""

OPENING_RUNS = 40
"""Runs of the first paragraph that count as the opening: a text may be one long paragraph."""

_WORD = re.compile(r"[^\W_]+")
_TYPE = np.dtype("<u4")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its span in the article's text, and its runs as packed hashes."""

    span: Span
    runs: str


@dataclass(frozen=True)
class Fingerprint:
    """What is kept of one article.

    ``published`` is in ISO 8601, only a date where no time is known. ``opening`` are the first runs
    of the first paragraph. Runs are 32-bit hashes, sorted and packed as base64.
    """

    article: str
    published: str | None
    opening: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def hashes(self) -> frozenset[int]:
        """The hashes of all runs of the article."""
        return frozenset().union(*self.by_paragraph)

    @cached_property
    def by_paragraph(self) -> tuple[frozenset[int], ...]:
        """The hashes of the runs of each paragraph."""
        return tuple(_unpacked(paragraph.runs) for paragraph in self.paragraphs)

    @cached_property
    def first_hashes(self) -> frozenset[int]:
        """The hashes of the runs of the opening."""
        return _unpacked(self.opening)


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
    opening = ""
    for start, end in article.paragraphs:
        runs = list(_runs(_words("".join(_outside(article.text, (start, end), spans)))))
        if runs:
            opening = opening or _packed(runs[:OPENING_RUNS])
            paragraphs.append(Paragraph((start, end), _packed(runs)))
    published = to_iso(article.published_at) if article.published_at is not None else None
    return Fingerprint(article.id, published, opening, tuple(paragraphs))


def _packed(hashes: Sequence[int]) -> str:
    return b64encode(np.array(sorted(set(hashes)), _TYPE).tobytes()).decode("ascii")


def _unpacked(runs: str) -> frozenset[int]:
    return frozenset(np.frombuffer(b64decode(runs), _TYPE).tolist())


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
    for start in range(max(min(1, len(words)), len(words) - RUN + 1)):
        yield crc32(" ".join(words[start : start + RUN]).encode())
