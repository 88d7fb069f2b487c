"""Articles into the store: read, written, told from copies, and taken in across articles.

All that one article brings is written in one unit of work, so that a program that dies in between
leaves nothing half done. Only one writer takes in at a time; reading, which takes longer, goes on
beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from dragoman.batch.collecting import paused
from dragoman.batch.known import is_known
from dragoman.batch.model import Added, Found, Reading, Reads, Skipped
from dragoman.batch.pages import KeptPage, PageKeeper
from dragoman.batch.shortness import too_short
from dragoman.batch.writing import Writing
from dragoman.errors import InputError
from dragoman.records import Article
from dragoman.store import Store, UnitOfWork
from dragoman.store.dialects import hold
from dragoman.store.erasing import is_forgotten

Told = Reading | InputError | Skipped
"""What became of an article before it is written: why it is not read again, if it is not."""

Item = tuple[Found, Told]
"""An article with what became of it before it is written."""

_TURN = "dragoman intake"


class Intake:
    """Takes articles into a store.

    Args:
        store: Where to.
        reader: Reads them.
        pages: Keeps the pages that were fetched; without it none are kept.
        short: Whether texts are taken that are too short for an article.
        held: Raises where what is being taken in may not be written any more: the job is another
            worker's, or somebody erased it while it was read.
    """

    def __init__(
        self,
        store: Store,
        reader: Reads,
        pages: PageKeeper | None = None,
        *,
        short: bool = False,
        held: Callable[[UnitOfWork], None] | None = None,
    ) -> None:
        self._store = store
        self._reader = reader
        self._pages = pages
        self._short = short
        self._held = held

    def take(self, found: Sequence[Found]) -> list[Added]:
        """Take in some articles: all that can be read, or none if the store refuses.

        An article that the store holds already, as this reader reads it, is not read again; one
        that was erased is left out, unless it is wanted by name.

        Raises:
            StoreError: The store refuses.
        """
        return self.write(self.read(found))

    def read(self, found: Sequence[Found]) -> list[Item]:
        """Read some articles, apart from those that are passed over; the store stays as it is.

        Raises:
            StoreError: The store refuses.
        """
        return [*zip(found, self._read(found), strict=True)]

    def write(self, items: Sequence[Item]) -> list[Added]:
        """Write what was read: all that could be, or nothing if the store refuses.

        Raises:
            StoreError: The store refuses.
        """
        pages = self._keep_pages(items)
        passed = [
            _not_taken(each, told) for each, told in items if isinstance(told, InputError | str)
        ]
        if len(passed) == len(items):
            return passed
        with paused(), self._store.work() as unit:
            hold(unit.connection, _TURN)
            if self._held is not None:
                self._held(unit)
            writing = Writing(unit)
            added = []
            for each, told in items:
                if isinstance(told, InputError | str):
                    added.append(_not_taken(each, told))
                elif _is_forgotten(unit.connection, each, told.record.article):
                    added.append(_not_taken(each, "forgotten"))
                else:
                    added.append(writing.write(each, told, pages.get(id(each))))
            writing.take_in()
            return added

    def _read(self, found: Sequence[Found]) -> list[Told]:
        """Read what is to be read."""
        passed = self._passed(found)
        unread = [
            each.found
            for each, why in zip(found, passed, strict=True)
            if why is None and isinstance(each.found, Article)
        ]
        read = iter(read_all(self._reader, unread))
        return [next(read) if why is None else why for why in passed]

    def _passed(self, found: Sequence[Found]) -> list[InputError | Skipped | None]:
        """Tell of each article why it is not to be read, if so."""
        with self._store.view() as view:
            return [self._why(view.connection, each) for each in found]

    def _why(self, connection: Connection, found: Found) -> InputError | Skipped | None:
        if isinstance(found.found, InputError):
            return found.found
        if _is_forgotten(connection, found, found.found):
            return "forgotten"
        if is_known(connection, found.found, self._reader.info):
            return "known"
        return None if self._short else too_short(found.found)

    def _keep_pages(self, items: Sequence[Item]) -> dict[int, KeptPage]:
        """Keep the pages of what was read; they are on disk before the store names them."""
        if self._pages is None:
            return {}
        kept = {
            id(each): self._pages.keep(each.page)
            for each, told in items
            if each.page is not None and not isinstance(told, InputError | str)
        }
        self._pages.flush()
        return kept


def _is_forgotten(connection: Connection, found: Found, article: Article) -> bool:
    """Tell whether an article was erased, before or while it was read, and not wanted by name."""
    return not found.named and is_forgotten(connection, article)


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


def _not_taken(found: Found, told: InputError | Skipped) -> Added:
    if isinstance(told, InputError):
        told.source = told.source or found.name
        return Added(source=found.name, outcome="failed", error=told)
    article = found.found if isinstance(found.found, Article) else None
    return Added(source=found.name, outcome=told, article=article)
