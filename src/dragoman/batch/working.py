"""``work``: the jobs of the store, done one after the other; as many workers as one likes.

A job is leased for a while, and the lease renewed while the work goes on. A worker that dies loses
nothing: its job is handed out anew, and what it had added already is known then. A file that holds
many articles is added in portions, each a job of its own, which several workers share.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.batch.adding import AT_ONCE, add
from dragoman.batch.alerts.delivering import Delivered
from dragoman.batch.alerts.following import Following
from dragoman.batch.given import found_in
from dragoman.batch.intake import Intake
from dragoman.batch.model import Added, Found, Reads
from dragoman.batch.noting import Noting
from dragoman.batch.pages import page_keeper
from dragoman.batch.portions import Portions, next_portion, start_of
from dragoman.batch.sources import holds_many, is_url
from dragoman.crises.review.retention import retain
from dragoman.errors import FetchError, ForbiddenAddress, InputError, LeaseLost
from dragoman.settings import Settings
from dragoman.store import Job, Store, UnitOfWork
from dragoman.store.jobs import ENDED, LEASE, Jobs, State

ADD = "add"
"""The kind of the jobs that add a source; the payload names it, and maybe its date."""

ROUND = "round"
"""What tells in the payload how often the source was put in before, if it was."""

RETAINED_EVERY = timedelta(days=1)
"""How often a worker looks for what is too old to be kept."""

GIVEN_AT_ONCE = 2
"""Articles that are read together where somebody looks on: few, so that each is soon told of."""

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
    """Put a source into the store as a job for a worker; tell whether it was not on its way yet.

    A source whose jobs have ended, well or not, is put in once more: its server may be back by now,
    and a feed holds other articles every day. A file of many articles has a job for each portion.

    Args:
        store: The store.
        source: A URL, or a path that the worker can read.
        published: When its articles were published; beats what they say.
    """
    named = str(source) if is_url(str(source)) else str(Path(source).absolute())
    payload: dict[str, str | int | None] = {"source": named, "published": published}
    with store.work() as unit:
        before: Mapping[str, Any] = payload
        while (known := unit.jobs.find(ADD, payload)) is not None and known.state in ENDED:
            before = known.payload
            payload[ROUND] = int(payload.get(ROUND) or 0) + 1
        if known is not None or _is_open_after(unit.jobs, before):
            return False
        return unit.jobs.put(ADD, payload)


def _is_open_after(jobs: Jobs, payload: Mapping[str, Any]) -> bool:
    """Tell whether a later portion of a file is still to be done.

    Each portion puts in the next one before it is done itself, so that the jobs have no gap.
    """
    while (job := jobs.find(ADD, payload := next_portion(payload))) is not None:
        if job.state not in ENDED:
            return True
    return False


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
        self._portions = Portions(store, self._settings)
        self._alerts = Following(store, self._settings)

    def run(self, *, wait: bool = False) -> Iterator[Added | Done | Erased | Delivered]:
        """Do jobs, and yield what became of each article and then of the job.

        First, and once a day, what is older than the setting ``keep_days`` allows is erased. After
        jobs, as often as the setting ``alert_seconds`` allows, new alerts are delivered.

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
                self._alerts.worked()
            yield from self._alerts.due(idle=job is None)
            if job is not None:
                continue
            if wait:
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
        renew = _Renewing(self._store, job, self._lease)
        noting = Noting(self._store, job, self._lease)
        try:
            for each in self._add(job, renew):
                results.take(each)
                noting.take(each)
                yield each
                renew()
            yield self._ended(job, results, noting)
        except LeaseLost:
            return

    def _add(self, job: Job, renew: Callable[[], None]) -> Iterator[Added]:
        match job.payload:
            case {"source": str(source), "published": str() | None as published, **rest}:
                if not is_url(source) and holds_many(Path(source)):
                    return self._add_portion(job, renew)
                if rest.keys() <= {ROUND}:
                    named = source if is_url(source) else Path(source)
                    return add(
                        *(self._store, [named], self._reader),
                        settings=self._settings,
                        published=published,
                    )
            case {"deposit": str()}:
                return self._add_given(job)
        return _nothing(job, "The job names no source.")

    def _add_given(self, job: Job) -> Iterator[Added]:
        """Add what somebody pasted or uploaded."""
        with self._store.view() as view:
            given = view.given.of(job.id)
        if given is None:
            return _nothing(job, "What was given is no longer kept.", hint="Give it once more.")
        return self._taken(job, found_in(given, self._store, self._settings), GIVEN_AT_ONCE)

    def _taken(self, job: Job, found: Iterator[Found], at_once: int) -> Iterator[Added]:
        """Take articles of a job in, some at a time, as long as the job is this worker's."""

        def held(unit: UnitOfWork) -> None:
            unit.jobs.renew(job, lease=self._lease)

        with page_keeper(self._settings) as pages:
            intake = Intake(self._store, self._reader, pages, held=held)
            while some := list(islice(found, at_once)):
                yield from intake.take(some)

    def _add_portion(self, job: Job, renew: Callable[[], None]) -> Iterator[Added]:
        """Add some articles of a file; what comes after them becomes the next job first."""
        source, published = (job.payload.get(name) for name in ("source", "published"))
        first = start_of(job.payload)
        portion = self._portions.portion(Path(source), published, first, passing=renew)
        if portion.more:
            with self._store.work() as unit:
                unit.jobs.put(ADD, next_portion(job.payload))
        yield from self._taken(job, iter(portion.found), AT_ONCE)

    def _ended(self, job: Job, results: _Results, noting: Noting) -> Done:
        """Say in the store what became of a job: a failure is one that brought nothing at all."""
        error = str(results.error) if results.failed else None
        state: State = "done"
        with self._store.work() as unit:
            if error is None:
                unit.jobs.finish(job)
            else:
                state = unit.jobs.fail(job, error, again=results.again)
            noting.write(unit)
            if state != "waiting":
                unit.given.drop(job.id)
        return Done(job, state, results.added, error)


def _nothing(job: Job, message: str, *, hint: str | None = None) -> Iterator[Added]:
    error = InputError(message, source=f"job {job.id}", hint=hint)
    return iter([Added(source=error.source, outcome="failed", error=error)])


class _Renewing:
    """Keeps a job for longer, whenever a third of its lease has passed."""

    def __init__(self, store: Store, job: Job, lease: timedelta) -> None:
        self._store = store
        self._job = job
        self._lease = lease
        self._at = datetime.now(UTC) + lease / 3

    def __call__(self) -> None:
        """Renew the lease where it is time to.

        Raises:
            LeaseLost: Another worker has the job by now.
        """
        if datetime.now(UTC) >= self._at:
            with self._store.work() as unit:
                unit.jobs.renew(self._job, lease=self._lease)
            self._at = datetime.now(UTC) + self._lease / 3


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
