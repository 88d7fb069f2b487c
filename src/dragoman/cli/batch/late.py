"""A reader that loads the language model when the first article comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.records import Article, ReaderInfo
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.reader import Reader, Reading


class LateReader:
    """Reads as :class:`dragoman.Reader` does; one that is never asked loads nothing."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def _reader(self) -> Reader:
        from dragoman.reader import Reader

        return Reader(self.settings)

    @property
    def info(self) -> ReaderInfo:
        """What the records name as their reader."""
        return self._reader.info

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield the reading of each article."""
        return self._reader.readings(articles)
