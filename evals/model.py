"""The reader under evaluation, loaded when it is first asked for.

The protocols name what the tasks use of :class:`dragoman.language.Language` and
:class:`dragoman.Reader`; tests put small readers of their own in their place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from dragoman.records import Article, Record, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.tokens import Doc

    from dragoman.language import MarkedText

Extent = tuple[int, int]
Parse = tuple[str, int, str]
"""UPOS, head (1-based within the sentence, 0 for the root) and relation of one word."""


class LanguageModel(Protocol):
    """Article to Doc, and the heads on words that are given."""

    @property
    def name(self) -> str:
        """Name and version of the model."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[Doc]:
        """Yield the Doc of each article, in order."""

    def tagged(self, sentences: Sequence[Sequence[str]], head: str) -> list[list[str]]:
        """Return BIO tags for sentences that are cut into words."""

    def parsed(
        self, sentences: Sequence[Sequence[str]], spacings: Sequence[int] | None = None
    ) -> list[list[Parse]]:
        """Return the trees of the sentences of one document that are cut into words.

        Args:
            sentences: the words of each sentence.
            spacings: for each word of the document the white space before it, as an index into
                ``dragoman.language.features.SPACINGS``.
        """

    def decided(self, items: Sequence[MarkedText], decision: str) -> list[str]:
        """Return the likeliest answer to a decision about each text with marked words."""


class RecordReader(Protocol):
    """Article to Record."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Yield the record of each article, in order."""


class DocCoder(Protocol):
    """Doc to Record."""

    def record(self, doc: Doc) -> Record:
        """Return the record of one Doc."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The place that a name was taken for: GeoNames id, coordinates, and a name for people."""

    geonames: int | None
    lat: float | None
    lon: float | None
    told: str


class Model(Protocol):
    """All that a task may ask for."""

    @property
    def version(self) -> str:
        """The version of the model, as printed in results."""

    @property
    def language(self) -> LanguageModel:
        """Article to Doc."""

    @property
    def reader(self) -> RecordReader:
        """Article to Record."""

    @property
    def coder(self) -> DocCoder:
        """Doc to Record."""

    def is_state(self, code: str) -> bool:
        """Whether a country code is that of a state, not of an international body."""

    def toponyms(self, doc: Doc) -> Sequence[Extent]:
        """Return the extents of names of places, and of words for a people, in a Doc."""

    def located(
        self, text: str, toponyms: Sequence[tuple[int, int, str]]
    ) -> Sequence[Guess | None]:
        """Return the place of each toponym (start, end, name) of a text, in order.

        The network model is not asked.
        """

    def read_file(self, path: Path, published: str | None) -> Article:
        """Return the article of a page or a text file, furniture kept apart."""

    def read_text(self, text: str, published: str | None) -> Article:
        """Return the article of a text."""


def exact_article(
    text: str, *, published: str | None = None, paragraphs: tuple[Extent, ...] = ()
) -> Article:
    """Return an article of exactly this text, past all clean-up, so that gold offsets hold.

    Paragraphs are divided at line ends where they are not given. A date without a time of day
    is taken as noon in UTC, the middle of all zones.
    """
    return Article(
        id=content_id(text),
        text=text,
        published_at=noon(published) if published else None,
        paragraphs=paragraphs or lines(text),
    )


def noon(day: str) -> datetime:
    """Return noon in UTC of an ISO 8601 date; a full time of day is kept as it is.

    Raises:
        ValueError: it is not a date of ISO 8601.
    """
    moment = datetime.fromisoformat(day)
    if "T" not in day:
        moment = moment.replace(hour=12)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def lines(text: str) -> tuple[Extent, ...]:
    """Return the extents of the lines of a text that hold more than white space."""
    return tuple(match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text))
