"""One article in, one record out: ingest, language and coding behind one face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dragoman import __version__
from dragoman.coding.coder import Coder
from dragoman.errors import NotCoded, RecordError
from dragoman.ingest import Published, Source, read_article
from dragoman.language import Language
from dragoman.records import Article, ReaderInfo, Record, Spans, check
from dragoman.settings import Settings
from dragoman.world import world
from dragoman.world.gazetteer import gazetteer

ARTICLES_AT_ONCE = 4
"""How many articles :meth:`Reader.pipe` reads together; more costs memory and gains little."""

_FAULTS = (AttributeError, LookupError, RecordError, RecursionError, TypeError, ValueError)
"""What a fault of the rules shows as. Want of memory or of a file is no fault of theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A record, and what its article's sentences mean.

    ``vectors`` has a row of length one for each sentence, (sentences, width), and ``sentences``
    says where each stands in the article's text.
    """

    record: Record
    sentences: Spans
    vectors: NDArray[np.float32]


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
        self._coder = Coder(world(), gazetteer=gazetteer(self.settings.data_folder))

    @property
    def info(self) -> ReaderInfo:
        """What the records name as their reader."""
        return ReaderInfo(__version__, self._language.name)

    def read(
        self, source: Source, *, published: Published = None, url: str | None = None
    ) -> Record:
        """Read one article.

        Args:
            source: A path, a URL, the text or the bytes of a page.
            published: When it was published; beats what the page says.
            url: Where it was published, where the source does not tell.

        Raises:
            InputError: The input cannot be read; the error names it and says what to do.
        """
        article = read_article(source, published=published, url=url, settings=self.settings)
        return self.code(article)

    def code(self, article: Article) -> Record:
        """Return the record of an article that has been read in already.

        Raises:
            NotCoded: The reader itself failed on it.
            TooLarge: The article has more words than one article may have.
        """
        return next(self.pipe([article]))

    def pipe(
        self, articles: Iterable[Article], *, batch_size: int | None = None
    ) -> Iterator[Record]:
        """Yield the records of many articles, in their order.

        Args:
            articles: What :func:`dragoman.ingest.articles` gave, without the errors.
            batch_size: How many articles are read together; 4 if it is not given.

        Raises:
            NotCoded: The reader itself failed on an article.
            TooLarge: An article has more words than one article may have.
        """
        for reading in self.readings(articles, batch_size=batch_size):
            yield reading.record

    def readings(
        self, articles: Iterable[Article], *, batch_size: int | None = None
    ) -> Iterator[Reading]:
        """Yield the records of many articles, in their order, with vectors of the sentences.

        The arguments and errors are those of :meth:`pipe`.
        """
        for doc in self._language.pipe(articles, batch_size=batch_size or ARTICLES_AT_ONCE):
            yield Reading(self._record(doc), _sentences(doc), doc._.sentence_vectors)

    def _record(self, doc: Doc) -> Record:
        """Return what was read of an article; a fault of ours costs that article alone."""
        try:
            record = self._coder.record(doc)
            check(record)
        except _FAULTS as error:
            fault = f"{type(error).__name__}: {error}".strip(": ")
            message = f"The reader failed on this article ({fault})."
            hint = "The fault is the program's: please report it, with the article."
            raise NotCoded(message, hint=hint) from error
        return record


def _sentences(doc: Doc) -> Spans:
    """Return where the sentences stand; those of white space alone have no vector."""
    told = (each for each in doc.sents if not each.text.isspace())
    return tuple((each.start_char, each.end_char) for each in told)


def read(source: Source, *, published: Published = None, url: str | None = None) -> Record:
    """Read one article with a reader that is made once and kept; see :meth:`Reader.read`."""
    return _reader().read(source, published=published, url=url)


@cache
def _reader() -> Reader:
    return Reader()
