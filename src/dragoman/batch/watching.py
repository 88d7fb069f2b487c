"""``watch``: sources visited again and again, what is new in them taken into the store.

The watcher's memory is in the store, and an article counts as handed over only when it has been
written. A watch that is killed goes on where it was: an article that was written but not yet noted
is read once more, and found to be known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Self

from dragoman.batch.fetching import Fetcher
from dragoman.batch.intake import Intake
from dragoman.batch.keeper import StoreKeeper
from dragoman.batch.model import Added, Found, Reads
from dragoman.batch.pages import page_keeper
from dragoman.batch.sources import DELAY
from dragoman.ingest.watch import (
    Clock,
    SourceState,
    SystemClock,
    WatchedSource,
    Watcher,
)
from dragoman.settings import Settings
from dragoman.store import Store

LONGEST_REST = timedelta(minutes=5)
"""How long a watch rests at most before it looks again, so that its clock may be set meanwhile."""

SHORTEST_REST = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Visited:
    """A source that was visited, with its state afterwards."""

    source: WatchedSource
    state: SourceState


class Watch:
    """Watches sources and takes what is new into a store.

    Args:
        store: Where to; it also holds what was seen.
        sources: What is watched.
        reader: Reads the articles.
        settings: Limits, and how the network may be used; by default as loaded.
        clock: Tells the time.
        delay: Seconds between two requests to one host, where its robots.txt asks for no more;
            two if it is not given.
    """

    def __init__(
        self,
        store: Store,
        sources: Sequence[WatchedSource],
        reader: Reads,
        *,
        settings: Settings | None = None,
        clock: Clock | None = None,
        delay: float | None = None,
    ) -> None:
        limits = settings if settings is not None else Settings.load()
        keeper = StoreKeeper(store)
        self._clock = clock if clock is not None else SystemClock()
        pace = DELAY if delay is None else delay
        self._fetcher = Fetcher(limits, keeper, delay=pace, clock=self._clock)
        self._watcher = Watcher(
            sources, keeper, settings=limits, fetcher=self._fetcher, clock=self._clock
        )
        self._open = ExitStack()
        self._intake = Intake(store, reader, self._open.enter_context(page_keeper(limits)))

    def states(self) -> tuple[tuple[WatchedSource, SourceState], ...]:
        """Return each source with what is remembered of it."""
        return self._watcher.states()

    def round(self) -> Iterator[Visited | Added]:
        """Visit what is due, and take in what is pending; yield what became of each.

        Raises:
            StoreError: The store refuses, or another program watches the same source in it.
        """
        for source in self._watcher.due():
            yield Visited(source, self._watcher.visit(source))
        for source in self._watcher.sources:
            for each in self._watcher.articles(source):
                yield from self._intake.take([Found(source.name, each, self._fetcher.page)])

    def rest(self) -> None:
        """Wait until the next source is due."""
        due = self._watcher.next_visit()
        wait = due - self._clock.now() if due is not None else SHORTEST_REST
        self._clock.sleep(min(max(wait, SHORTEST_REST), LONGEST_REST).total_seconds())

    def close(self) -> None:
        """End what was begun: the archive of the pages that were kept."""
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
