"""Work to be done, in the database: leases, retries with back-off, dead letters.

A worker leases a job for a time. If it dies, the lease runs out and another worker gets the job:
work is done at least once, so that what a job does must not matter if it is done twice.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, func, or_, select, update

from dragoman.errors import LeaseLost, StoreError
from dragoman.records import content_id
from dragoman.store.columns import now
from dragoman.store.dialects import insert_new
from dragoman.store.rows import to_json
from dragoman.store.tables import jobs

State = Literal["waiting", "running", "done", "dead"]
ENDED: frozenset[State] = frozenset({"done", "dead"})

LEASE = timedelta(minutes=10)
MOST_ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. ``attempts`` counts how often it was begun; ``error`` is the last one."""

    id: int
    kind: str
    key: str
    payload: Any
    state: State
    attempts: int
    most_attempts: int
    due_at: datetime
    worker: str | None
    leased_until: datetime | None
    error: str | None


class Jobs:
    """Puts jobs in and hands them out, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        kind: str,
        payload: Any,
        *,
        key: str | None = None,
        priority: int = 0,
        most_attempts: int = MOST_ATTEMPTS,
        due_at: datetime | None = None,
    ) -> bool:
        """Put a job in; tell whether it was not there yet.

        Args:
            kind: What is to be done.
            payload: What it needs, as JSON can hold it.
            key: Tells jobs of a kind apart; by default the content id of the payload.
            priority: Higher ones are handed out first.
            most_attempts: After so many failures the job is a dead letter.
            due_at: Not before this moment.
        """
        moment = now()
        row = {
            "kind": kind,
            "key": key or content_id(payload),
            "payload": to_json(payload),
            "state": "waiting",
            "priority": priority,
            "attempts": 0,
            "most_attempts": most_attempts,
            "added_at": moment,
            "due_at": due_at or moment,
        }
        made = insert_new(self._connection, jobs).returning(jobs.c.id)
        return self._connection.execute(made, row).one_or_none() is not None

    def lease(
        self, worker: str, *, kinds: Collection[str] | None = None, lease: timedelta = LEASE
    ) -> Job | None:
        """Hand the next job to a worker; ``None`` where none is due.

        A job whose lease ran out is due again, or a dead letter if that was its last attempt.
        Two workers never get the same job: on PostgreSQL each skips what the other holds, and
        SQLite has one writer at a time.
        """
        moment = now()
        self._bury(moment)
        expired = and_(jobs.c.state == "running", jobs.c.leased_until < moment)
        due = or_(and_(jobs.c.state == "waiting", jobs.c.due_at <= moment), expired)
        asked = select(jobs.c.id).where(due).limit(1).with_for_update(skip_locked=True)
        if kinds is not None:
            asked = asked.where(jobs.c.kind.in_(kinds))
        asked = asked.order_by(jobs.c.priority.desc(), jobs.c.due_at, jobs.c.id)
        number = self._connection.scalar(asked)
        if number is None:
            return None
        begun = {"attempts": jobs.c.attempts + 1, "worker": worker, "state": "running"}
        self._change(number, **begun, leased_until=moment + lease)
        return self.get(number)

    def renew(self, job: Job, *, lease: timedelta = LEASE) -> None:
        """Keep a job for longer.

        Raises:
            LeaseLost: The lease ran out, and the job is no longer this worker's.
        """
        self._own(job, leased_until=now() + lease)

    def finish(self, job: Job) -> None:
        """Mark a job as done.

        Raises:
            LeaseLost: The lease ran out, and the job is no longer this worker's.
        """
        self._own(job, state="done", ended_at=now(), leased_until=None, error=None)

    def fail(self, job: Job, error: str, *, again: bool = True) -> State:
        """Say that a job failed; it is tried again later, or becomes a dead letter.

        Args:
            job: As it was leased.
            error: What went wrong.
            again: Whether another attempt may help.

        Raises:
            LeaseLost: The lease ran out, and the job is no longer this worker's.
        """
        if again and job.attempts < job.most_attempts:
            due_at = now() + wait(job.attempts)
            self._own(job, state="waiting", due_at=due_at, leased_until=None, error=error)
            return "waiting"
        self._own(job, state="dead", ended_at=now(), leased_until=None, error=error)
        return "dead"

    def revive(self, number: int) -> None:
        """Let a dead letter be tried again from the start.

        Raises:
            StoreError: There is no dead letter of this number.
        """
        fresh = {"state": "waiting", "attempts": 0, "due_at": now(), "ended_at": None}
        changed = self._connection.execute(
            update(jobs).where(jobs.c.id == number, jobs.c.state == "dead").values(**fresh)
        )
        if changed.rowcount != 1:
            raise StoreError(f"There is no dead letter {number}.")

    def dead(self, limit: int = 100) -> list[Job]:
        """Return the dead letters, the latest first."""
        asked = select(jobs).where(jobs.c.state == "dead").order_by(jobs.c.id.desc()).limit(limit)
        return [_job(row) for row in self._connection.execute(asked)]

    def listed(
        self,
        *,
        kinds: Collection[str] = (),
        states: Collection[str] = (),
        before: int | None = None,
        limit: int = 100,
    ) -> list[Job]:
        """Return jobs, the latest first.

        Args:
            kinds: Only of these kinds.
            states: Only in these states.
            before: Only those that were put in before the one of this number.
            limit: No more than so many.
        """
        asked = select(jobs).order_by(jobs.c.id.desc()).limit(limit)
        asked = asked.where(jobs.c.kind.in_(kinds)) if kinds else asked
        asked = asked.where(jobs.c.state.in_(states)) if states else asked
        asked = asked if before is None else asked.where(jobs.c.id < before)
        return [_job(row) for row in self._connection.execute(asked)]

    def find(self, kind: str, payload: Any, *, key: str | None = None) -> Job | None:
        """Return the job of a kind that was put in with a payload or a key, if there is one."""
        own = (jobs.c.kind == kind, jobs.c.key == (key or content_id(payload)))
        row = self._connection.execute(select(jobs).where(*own)).one_or_none()
        return _job(row) if row is not None else None

    def get(self, number: int) -> Job | None:
        """Return a job by its number."""
        row = self._connection.execute(select(jobs).where(jobs.c.id == number)).one_or_none()
        return _job(row) if row is not None else None

    def counts(self) -> Mapping[str, int]:
        """Return how many jobs are in each state; states without jobs are left out."""
        asked = select(jobs.c.state, func.count()).group_by(jobs.c.state)
        return dict(self._connection.execute(asked).all())

    def _bury(self, moment: datetime) -> None:
        """Make dead letters of jobs whose last lease ran out: their worker died with them."""
        self._connection.execute(
            update(jobs)
            .where(jobs.c.state == "running", jobs.c.leased_until < moment)
            .where(jobs.c.attempts >= jobs.c.most_attempts)
            .values(
                state="dead",
                ended_at=moment,
                leased_until=None,
                error="The worker went away at every attempt.",
            )
        )

    def _own(self, job: Job, **values: Any) -> None:
        """Change a job that this worker holds, in the attempt that it was leased for."""
        changed = self._connection.execute(
            update(jobs)
            .where(jobs.c.id == job.id, jobs.c.state == "running")
            .where(jobs.c.worker == job.worker, jobs.c.attempts == job.attempts)
            .values(**values)
        )
        if changed.rowcount != 1:
            raise LeaseLost(f"The lease of job {job.id} ran out; another worker may have it.")

    def _change(self, number: int, **values: Any) -> None:
        self._connection.execute(update(jobs).where(jobs.c.id == number).values(**values))


def wait(attempts: int) -> timedelta:
    """Return how long a job rests after so many attempts: each time twice as long."""
    doubled: int = 1 << min(attempts - 1, 20)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        key=row.key,
        payload=json.loads(row.payload),
        state=row.state,
        attempts=row.attempts,
        most_attempts=row.most_attempts,
        due_at=row.due_at,
        worker=row.worker,
        leased_until=row.leased_until,
        error=row.error,
    )
