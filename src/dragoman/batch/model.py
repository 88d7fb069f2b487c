"""What goes in and what comes out when articles are taken into a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from dragoman.errors import InputError
from dragoman.ingest.copies import Origin
from dragoman.ingest.fetch import Fetched
from dragoman.records import Article, ReaderInfo, Record, Spans
from dragoman.store import Written

Skipped = Literal["known", "forgotten"]
Outcome = Literal["new", "version", "again", "known", "forgotten", "failed"]


class Reading(Protocol):
    """One article, read: the record, and what its sentences mean."""

    @property
    def record(self) -> Record:
        """What the article tells."""

    @property
    def sentences(self) -> Spans:
        """Where each sentence stands in the article's text."""

    @property
    def vectors(self) -> Any:
        """One vector a sentence, as an array (sentences, width)."""


class Reads(Protocol):
    """What reads articles; :class:`dragoman.Reader` does."""

    @property
    def info(self) -> ReaderInfo:
        """Version and model, as records name them."""

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield the reading of each article, in order.

        Raises:
            TooLarge: An article has more words than one article may have.
        """


@dataclass(frozen=True, slots=True)
class Found:
    """One article, or why there is none; ``name`` is what it came from.

    ``page`` is there where it was fetched. ``named`` tells whether it was asked for by itself, not
    with a feed or an archive that it happened to be in.
    """

    name: str
    found: Article | InputError
    page: Fetched | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one article.

    ``source`` is what it came from. ``outcome``: ``new``; ``version``, of an article that was there
    with another text; ``again``, an article that was there, as this reader reads it; ``known``, and
    nothing changed; ``forgotten``, of one that was erased, and stays so; ``failed``, and ``error``
    says why. ``copy_of`` is the id in the store of the
    article that it is a near-copy of, and ``origin`` whose report it is. ``record`` is there where
    the article was read now.
    """

    source: str
    outcome: Outcome
    article: Article | None = None
    record: Record | None = None
    written: Written | None = None
    origin: Origin | None = None
    copy_of: str | None = None
    error: InputError | None = None
