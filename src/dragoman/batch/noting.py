"""What a job brings, told in the store while the job goes on, so that people can look on."""

from __future__ import annotations

import time
from datetime import timedelta

from dragoman.batch.model import Added
from dragoman.errors import InputError
from dragoman.store import Job, Store, UnitOfWork
from dragoman.store.given import Result
from dragoman.store.rows import article_id

EVERY = 1.0
"""Seconds between two times that the store is told: each costs a commit."""


class Noting:
    """Notes what became of the articles of a job, about once a second.

    Args:
        store: The store.
        job: As it was leased.
        lease: How long it is kept whenever something is noted.
    """

    def __init__(self, store: Store, job: Job, lease: timedelta) -> None:
        self._store = store
        self._job = job
        self._lease = lease
        self._waiting: list[Result] = []
        self._noted = 0
        self._begun = False
        self._at = time.monotonic()

    def take(self, added: Added) -> None:
        """Note what became of one article, now or soon.

        Raises:
            LeaseLost: Another worker has the job by now.
        """
        self._waiting.append(_result(added))
        if time.monotonic() - self._at >= EVERY:
            with self._store.work() as unit:
                unit.jobs.renew(self._job, lease=self._lease)
                self.write(unit)

    def write(self, unit: UnitOfWork) -> None:
        """Note what waits, in a unit of work in which the job is known to be this worker's."""
        if not self._begun:
            unit.given.begin(self._job.id)
        unit.given.note(self._job.id, self._noted, self._waiting)
        self._noted += len(self._waiting)
        self._waiting, self._begun, self._at = [], True, time.monotonic()


def _result(added: Added) -> Result:
    article = _stored(added)
    return Result(
        outcome=added.outcome,
        article=article,
        name=None if article else added.source,
        error=_why(added.error) if added.error is not None else None,
    )


def _stored(added: Added) -> str | None:
    """Return the id of the article in the store, where it is there."""
    if added.written is not None:
        return added.written.article
    known = added.outcome == "known" and added.article is not None
    return article_id(added.article) if known and added.article is not None else None


def _why(error: InputError) -> str:
    return f"{error.message} {error.hint}" if error.hint else error.message
