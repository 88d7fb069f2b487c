"""The store, and the one object that owns a commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection

from dragoman.errors import StoreError, StoreUnavailable, StoreVersion
from dragoman.settings import Settings
from dragoman.store import changing, schema
from dragoman.store.addresses import address, file_of, shown
from dragoman.store.audit import Audit
from dragoman.store.dialects import connected, engine, hold
from dragoman.store.failures import translated
from dragoman.store.parts import Parts
from dragoman.store.view import View
from dragoman.store.wiping import wipe
from dragoman.store.writer import Writer


class UnitOfWork(Parts):
    """One transaction that writes: everything in it is kept, or nothing is.

    It is made by :meth:`Store.work`, which commits when its block ends and rolls back when the
    block raises. Nothing else in Dragoman commits.
    """

    @cached_property
    def writer(self) -> Writer:
        """Records into the store."""
        return Writer(self.connection)

    @cached_property
    def view(self) -> View:
        """What the store holds, with what this transaction has written."""
        return View(self.connection)


class Store:
    """A ledger in SQLite or PostgreSQL.

    with Store.open() as store:
        with store.work() as unit:
            unit.writer.write(record)
        with store.view() as view:
            for told in view.facts("contacts", code="FRA"):
                print(told.fact.counterpart, told.article.title)
    """

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = engine(url)
        changing.watch(self._engine)

    @classmethod
    def open(cls, db: str | None = None, *, settings: Settings | None = None) -> Self:
        """Open the store, and make it where there is none yet.

        Args:
            db: Path of a SQLite file or URL of a database; by default what the settings say.
            settings: By default what the environment says.

        Raises:
            SettingError: The URL is none that a store can be at.
            StoreVersion: Its tables are older or newer than this version's.
            StoreError: It cannot be used.
        """
        store = cls(address(Settings.load() if settings is None else settings, db))
        with ExitStack() as opened:
            opened.callback(store.close)
            store.make()
            store.require()
            opened.pop_all()
        return store

    def make(self) -> bool:
        """Make the tables where there are none yet; tell whether that was so."""
        if self.revision() is not None:
            return False
        return self.upgrade() is not None

    def require(self) -> None:
        """Refuse to go on without a store of this version.

        Raises:
            StoreVersion: There is none, or its tables are older or newer.
        """
        path = file_of(self.url)
        if path is not None and not path.exists():
            raise StoreVersion(
                f"There is no store at {path}.", hint="Make it: dragoman db upgrade."
            )
        with self._opened(writes=False) as connection:
            schema.require_head(connection)

    def revision(self) -> str | None:
        """Return the revision of the tables; ``None`` where there are none yet."""
        path = file_of(self.url)
        if path is not None and not path.exists():
            return None
        with self._opened(writes=False) as connection:
            return schema.revision(connection)

    def upgrade(self) -> tuple[str | None, str] | None:
        """Bring the tables to this version; return the revisions before and after, if they moved.

        Raises:
            StoreVersion: The tables are newer than this version's.
        """
        self._make_file()
        with self._opened(writes=True) as connection:
            hold(connection, "dragoman schema")
            before = schema.revision(connection)
            if before == schema.head():
                return None
            if before is not None:
                schema.refuse_newer(before)
            schema.upgrade(connection)
            Audit(connection).note("upgrade", schema.head(), {"from": before})
            connection.commit()
        return before, schema.head()

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """Begin a unit of work; it is committed when the block ends.

        Raises:
            StoreError: The database refuses; nothing of the block is kept.
        """
        with self._connect(writes=True) as connection:
            changing.begin(connection)
            yield UnitOfWork(connection)
            changing.count(connection)
            connection.commit()

    @contextmanager
    def view(self) -> Iterator[View]:
        """Look at the store as it is now, whatever others write meanwhile."""
        with self._connect(writes=False) as connection:
            yield View(connection)

    def wipe(self) -> None:
        """Wipe what was erased from the database's own files, where it would lie for a while.

        Raises:
            StoreError: The database refuses.
        """
        with translated():
            wipe(self._engine)

    def close(self) -> None:
        """Let all connections go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _connect(self, *, writes: bool) -> Iterator[Connection]:
        with translated(), connected(self._engine, writes=writes) as connection:
            yield connection

    @contextmanager
    def _opened(self, *, writes: bool) -> Iterator[Connection]:
        """Connect for the first time: whoever named no store is told which one fails."""
        try:
            with self._connect(writes=writes) as connection:
                yield connection
        except StoreError as error:
            error.place = shown(self.url)
            raise

    def _make_file(self) -> None:
        """Make folder and file of a SQLite store; what it holds is for its owner only."""
        path = file_of(self.url)
        if path is None:
            return
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
        except OSError as error:
            message = f"The store {path} cannot be made: {error.strerror}."
            raise StoreUnavailable(message, hint="Name another with --db.") from error
