"""One article in, one record out: ingest, language and coding behind one face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

from dragoman.coding import Coder
from dragoman.ingest import read_article
from dragoman.language import Language
from dragoman.records import Article, Record, check
from dragoman.settings import Settings
from dragoman.world import world


class Reader:
    """Reads articles into records; loads the language model once, when it is made.

    Args:
        settings: What to read with; by default what the environment says.

    Raises:
        ModelError: The language model cannot be loaded.
        SettingError: A setting has a value it cannot have.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = Settings.load() if settings is None else settings
        self._language = Language.load(self.settings)
        self._coder = Coder(world())

    def read(
        self,
        source: str | bytes | Path,
        *,
        published: str | date | datetime | None = None,
        url: str | None = None,
    ) -> Record:
        """Read one article.

        Args:
            source: A path, a URL, the text or the bytes of a page.
            published: When it was published, where the page does not tell.
            url: Where it was published, where the source does not tell.

        Raises:
            InputError: The input cannot be read; the error names it and says what to do.
        """
        article = read_article(source, published=published, url=url, settings=self.settings)
        return self._checked(self._coder.record(self._language.doc(article)))

    def pipe(
        self, articles: Iterable[Article], *, batch_size: int | None = None
    ) -> Iterator[Record]:
        """Read many articles, in their order, and yield the record of each.

        Args:
            articles: What :func:`dragoman.ingest.read_article` or
                :func:`dragoman.ingest.articles` gave.
            batch_size: Windows of text that the model reads at once; by default the setting.
        """
        size = self.settings.batch_size if batch_size is None else batch_size
        for doc in self._language.pipe(articles, batch_size=size):
            yield self._checked(self._coder.record(doc))

    @staticmethod
    def _checked(record: Record) -> Record:
        """Return the record; one that breaks the contract must never leave the reader."""
        check(record)
        return record


def read(
    source: str | bytes | Path,
    *,
    published: str | date | datetime | None = None,
    url: str | None = None,
) -> Record:
    """Read one article with a reader that is made once and kept; see :meth:`Reader.read`."""
    return _reader().read(source, published=published, url=url)


@cache
def _reader() -> Reader:
    return Reader()
