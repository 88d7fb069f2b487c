"""The passes of the shipped reader over texts."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.ingest import from_text
from dragoman.language import Language
from dragoman.reader import Reader
from dragoman.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.texts import SourceText
    from dragoman.records import Article


class ReaderPasses:
    """Full record and bare encoder over the same articles, with so many threads.

    Cleaning the texts up comes before the passes and is not timed.
    """

    def __init__(self, texts: Sequence[SourceText], threads: int) -> None:
        self._settings = Settings.load(threads=threads)
        self.reader = Reader(self._settings)
        self.articles = tuple(articles_of(texts))

    @cached_property
    def language(self) -> Language:
        """The language model by itself, loaded when the encoder alone is first asked for."""
        return Language.load(self._settings)

    def warm_up(self, count: int) -> None:
        """Read the first articles into records."""
        for _ in self.reader.pipe(self.articles[:count]):
            pass

    def full(self) -> None:
        """Read every article into a record."""
        for _ in self.reader.pipe(self.articles):
            pass

    def warm_up_bare(self, count: int) -> None:
        """Run the encoder alone over the first articles."""
        self.language.encode_only(self.articles[:count])

    def bare(self) -> int:
        """Run the encoder alone over the same word pieces; return how many there were."""
        return self.language.encode_only(self.articles)


def articles_of(texts: Sequence[SourceText]) -> Iterator[Article]:
    """Yield the articles of texts; one that cannot be read is told, and left out."""
    for number, each in enumerate(texts, 1):
        try:
            yield from_text(each.text, published=each.published, source=f"article {number}")
        except InputError as error:
            print(f"left out: {error}", file=sys.stderr)
