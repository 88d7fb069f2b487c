"""``work``: the jobs of the store, done one after the other; as many workers as one likes.

A job is leased for a while, and the lease renewed while the work goes on. A worker that dies loses
nothing: its job is handed out anew, and what it had added already is known then.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dragoman.batch.adding import add
from dragoman.batch.model import Added, Reads
from dragoman.batch.sources import is_url
from dragoman.crises.review.retention import retain
from dragoman.errors import FetchError, ForbiddenAddress, InputError, LeaseLost
from dragoman.ingest import Source
from dragoman.settings import Settings
from dragoman.store import Job, Store
from dragoman.store.jobs import LEASE, State

ADD = "add"
"""The kind of the jobs that add a source; the payload names it, and maybe its date."""

RETAINED_EVERY = timedelta(days=1)
"""How often a worker looks for what is too old to be kept."""

PAUSE = 2.0
"""Seconds that a worker waits before it asks for a job again."""


@dataclass(frozen=True, slots=True)
class Done:
    """A job that was worked on: ``state`` is what it is now, ``added`` how many were added."""

    job: Job
    state: State
    added: int
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Erased:
    """That articles were erased which are older than the setting ``keep_days`` allows."""

    articles: int


def queue(store: Store, source: str | Path, *, published: str | None = None) -> bool:
    """Put a source into the store as a job for a worker; tell whether it was not there yet.

    Args:
        store: The store.
        source: A URL, or a path that the worker can read.
        published: When its articles were published; beats what they say.
    """
    named = str(source) if is_url(str(source)) else str(Path(source).absolute())
    with store.work() as unit:
        return unit.jobs.put(ADD, {"source": named, "published": published})


class Worker:
    """Does jobs of a store.

    Args:
        store: Holds the jobs, and takes in what they bring.
        reader: Reads the articles.
        settings: Limits, and how the network may be used; by default as loaded.
        name: Tells workers apart; by default host and process.
        lease: How long a job is this worker's before it must be renewed.
    """

    def __init__(
        self,
        store: Store,
        reader: Reads,
        *,
        settings: Settings | None = None,
        name: str | None = None,
        lease: timedelta = LEASE,
    ) -> None:
        self._store = store
        self._reader = reader
        self._settings = settings if settings is not None else Settings.load()
        self._name = name or f"{socket.gethostname()} {os.getpid()}"
        self._lease = lease
        self._retain_at = datetime.now(UTC)

    def run(self, *, wait: bool = False) -> Iterator[Added | Done | Erased]:
        """Do jobs, and yield what became of each article and then of the job.

        First, and once a day, what is older than the setting ``keep_days`` allows is erased.

        Args:
            wait: Whether to wait for more where none is due; else the run ends then.

        Raises:
            StoreError: The store refuses.
        """
        while True:
            yield from self._retained()
            with self._store.work() as unit:
                job = unit.jobs.lease(self._name, kinds=[ADD], lease=self._lease)
            if job is not None:
                yield from self._do(job)
            elif wait:
                time.sleep(PAUSE)
            else:
                return

    def _retained(self) -> Iterator[Erased]:
        """Erase what is too old, where it is time to."""
        now, settings = datetime.now(UTC), self._settings
        if settings.keep_days is None or now < self._retain_at:
            return
        self._retain_at = now + RETAINED_EVERY
        done = retain(self._store, settings.keep_days, who="worker", pages=settings.pages)
        yield from (Erased(len(each.articles)) for each in done)

    def _do(self, job: Job) -> Iterator[Added | Done]:
        """Do one job; one that another worker has by now is let go."""
        results = _Results()
        renew_at = datetime.now(UTC) + self._lease / 3
        try:
            for each in self._add(job):
                results.take(each)
                yield each
                if datetime.now(UTC) >= renew_at:
                    with self._store.work() as unit:
                        unit.jobs.renew(job, lease=self._lease)
                    renew_at = datetime.now(UTC) + self._lease / 3
            yield self._ended(job, results)
        except LeaseLost:
            return

    def _add(self, job: Job) -> Iterator[Added]:
        match job.payload:
            case {"source": str(source), "published": str() | None as published}:
                named: Source = source if is_url(source) else Path(source)
                return add(
                    *(self._store, [named], self._reader),
                    settings=self._settings,
                    published=published,
                )
        error = InputError("The job names no source.", source=f"job {job.id}")
        return iter([Added(source=error.source, outcome="failed", error=error)])

    def _ended(self, job: Job, results: _Results) -> Done:
        """Say in the store what became of a job: a failure is one that brought nothing at all."""
        error = str(results.error) if results.failed else None
        with self._store.work() as unit:
            if error is None:
                unit.jobs.finish(job)
                return Done(job, "done", results.added)
            state = unit.jobs.fail(job, error, again=results.again)
        return Done(job, state, results.added, error)


class _Results:
    """What a job brought so far."""

    def __init__(self) -> None:
        self.added = 0
        self.error: InputError | None = None

    def take(self, added: Added) -> None:
        """Note what became of one article."""
        if added.error is None:
            self.added += 1
        else:
            self.error = added.error

    @property
    def failed(self) -> bool:
        """Whether there was nothing but errors."""
        return self.error is not None and not self.added

    @property
    def again(self) -> bool:
        """Whether another attempt may help."""
        return isinstance(self.error, FetchError) and not isinstance(self.error, ForbiddenAddress)
