"""Articles into the store: read, written, told from copies, and taken in across articles.

All that one article brings is written in one unit of work, so that a program that dies in between
leaves nothing half done. Only one writer takes in at a time; reading, which takes far longer, goes
on side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from dragoman.batch.copies import Copies
from dragoman.batch.known import is_known
from dragoman.batch.model import Added, Found, Outcome, Reading, Reads
from dragoman.batch.pages import KeptPage, PageKeeper, note_page
from dragoman.errors import InputError
from dragoman.records import Article
from dragoman.store import Store, UnitOfWork, Written
from dragoman.store.dialects import hold
from dragoman.store.search import vectors
from dragoman.store.tables import readings

Read = tuple[Found, Reading | InputError | None]
"""What was found, as it was read; None where the store holds it already."""

_TURN = "dragoman intake"


class Intake:
    """Takes articles into a store.

    Args:
        store: Where to.
        reader: Reads them.
        pages: Keeps the pages that were fetched; without it none are kept.
    """

    def __init__(self, store: Store, reader: Reads, pages: PageKeeper | None = None) -> None:
        self._store = store
        self._reader = reader
        self._pages = pages

    def take(self, found: Sequence[Found]) -> list[Added]:
        """Take in some articles: all that can be read, or none if the store refuses.

        An article that the store holds already, as this reader reads it, is not read again.

        Raises:
            StoreError: The store refuses.
        """
        items = [*zip(found, self._read(found), strict=True)]
        pages = self._keep_pages(items)
        if not any(_is_read(told) for _, told in items):
            return [_unread(each, told) for each, told in items]
        with self._store.work() as unit:
            hold(unit.connection, _TURN)
            return [
                _unread(each, told)
                if told is None or isinstance(told, InputError)
                else _taken(unit, each, told, pages.get(id(each)))
                for each, told in items
            ]

    def _read(self, found: Sequence[Found]) -> list[Reading | InputError | None]:
        """Read what the store does not hold yet."""
        known = self._known(found)
        articles = [
            each.found
            for each, is_there in zip(found, known, strict=True)
            if isinstance(each.found, Article) and not is_there
        ]
        read = iter(read_all(self._reader, articles))
        return [
            each.found if isinstance(each.found, InputError) else None if is_there else next(read)
            for each, is_there in zip(found, known, strict=True)
        ]

    def _known(self, found: Sequence[Found]) -> list[bool]:
        with self._store.view() as view:
            return [
                isinstance(each.found, Article)
                and is_known(view.connection, each.found, self._reader.info)
                for each in found
            ]

    def _keep_pages(self, items: Sequence[Read]) -> dict[int, KeptPage]:
        """Keep the pages of what was read; they are on disk before the store names them."""
        if self._pages is None:
            return {}
        kept = {
            id(each): self._pages.keep(each.page)
            for each, told in items
            if each.page is not None and _is_read(told)
        }
        self._pages.flush()
        return kept


def read_all(reader: Reads, articles: Sequence[Article]) -> list[Reading | InputError]:
    """Return the reading of each article, in order, or why there is none.

    Where one of them fails, each is read by itself.
    """
    if not articles:
        return []
    try:
        return list(reader.readings(articles))
    except InputError:
        return [_alone(reader, article) for article in articles]


def _alone(reader: Reads, article: Article) -> Reading | InputError:
    try:
        return next(reader.readings([article]))
    except InputError as error:
        return error


def _is_read(told: Reading | InputError | None) -> bool:
    return told is not None and not isinstance(told, InputError)


def _unread(found: Found, told: InputError | Reading | None) -> Added:
    if isinstance(told, InputError):
        told.source = told.source or found.name
        return Added(source=found.name, outcome="failed", error=told)
    article = found.found if isinstance(found.found, Article) else None
    return Added(source=found.name, outcome="known", article=article)


def _taken(unit: UnitOfWork, found: Found, reading: Reading, page: KeptPage | None) -> Added:
    """Write all that one article brings."""
    record = reading.record
    written = unit.writer.write(record)
    placed = Copies(unit).take(written, record.article)
    if written.new:
        vectors.keep(unit.connection, written.reading, reading.vectors, reading.sentences)
    if page is not None:
        note_page(unit.connection, written.article, page)
    return Added(
        source=found.name,
        outcome=_outcome(unit, written),
        article=record.article,
        record=record,
        written=written,
        origin=placed.origin,
        copy_of=placed.copy_of,
    )


def _outcome(unit: UnitOfWork, written: Written) -> Outcome:
    if not written.new:
        return "known"
    of_it = select(func.count()).where(readings.c.article_id == written.article)
    if unit.connection.scalar(of_it) != 1:
        return "again"
    return "new" if written.replaces is None else "version"
