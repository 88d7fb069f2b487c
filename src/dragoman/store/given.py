"""What people give to be read by hand, and what jobs brought, within one transaction.

What is given is kept for no longer than its job lasts; what came of it are articles as all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from dragoman.store.tables import articles, deposits, job_results


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """What was pasted or uploaded.

    Attributes:
        name: What to call it; never a path.
        suffix: What kind of file ``data`` is, as in ``.jsonl.gz``; empty where it is plain text.
        data: As it was given; plain text is in UTF-8.
        title: The title, where it is not in the text.
        outlet: The outlet, where it is known.
        url: Where it stands on the web, if anywhere.
        published: When it was published, in ISO form; beats what it says itself.
    """

    name: str
    suffix: str
    data: bytes
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one article of a job.

    ``outcome`` is that of :class:`dragoman.batch.Added`. ``article`` is the id in the store, where
    it is there; otherwise ``name`` says what it came from, and ``error`` what went wrong.
    """

    outcome: str
    article: str | None = None
    name: str | None = None
    error: str | None = None


class Given:
    """Deposits and results of jobs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def deposit(self, job: int, given: Deposit) -> None:
        """Keep what a job is to read."""
        self._connection.execute(insert(deposits), {"job_id": job, **asdict(given)})

    def of(self, job: int) -> Deposit | None:
        """Return what a job is to read; ``None`` where nothing is kept for it."""
        found = self._connection.execute(select(deposits).where(deposits.c.job_id == job))
        row = found.one_or_none()
        return None if row is None else _deposit(row)

    def names(self, jobs: Iterable[int]) -> Mapping[int, str]:
        """Return what the deposits of some jobs are called, where they are still kept."""
        asked = select(deposits.c.job_id, deposits.c.name).where(deposits.c.job_id.in_(list(jobs)))
        return dict(self._connection.execute(asked).all())

    def drop(self, job: int) -> None:
        """Let go of what a job has read."""
        self._connection.execute(delete(deposits).where(deposits.c.job_id == job))

    def begin(self, job: int) -> None:
        """Forget what an earlier attempt at a job brought."""
        self._connection.execute(delete(job_results).where(job_results.c.job_id == job))

    def note(self, job: int, first: int, results: Iterable[Result]) -> None:
        """Keep what a job brought, numbered from ``first`` on."""
        listed = list(results)
        there = self._there({each.article for each in listed})
        rows = [
            {
                "job_id": job,
                "number": number,
                "outcome": each.outcome,
                "article_id": each.article if each.article in there else None,
                "name": each.name,
                "error": each.error,
            }
            for number, each in enumerate(listed, start=first)
        ]
        if rows:
            self._connection.execute(insert(job_results), rows)

    def _there(self, ids: Iterable[str | None]) -> frozenset[str]:
        """Return those ids of articles that are not erased by now."""
        asked = select(articles.c.id).where(articles.c.id.in_([each for each in ids if each]))
        return frozenset(self._connection.scalars(asked))

    def results(self, job: int, *, limit: int = 100) -> list[Result]:
        """Return what a job brought so far, the latest first."""
        asked = select(job_results).where(job_results.c.job_id == job)
        rows = self._connection.execute(asked.order_by(job_results.c.number.desc()).limit(limit))
        return [
            Result(outcome=row.outcome, article=row.article_id, name=row.name, error=row.error)
            for row in rows
        ]

    def outcomes(self, job: int) -> Mapping[str, int]:
        """Count what a job brought so far, by outcome."""
        asked = select(job_results.c.outcome, func.count()).where(job_results.c.job_id == job)
        return dict(self._connection.execute(asked.group_by(job_results.c.outcome)).all())


def _deposit(row: Row[Any]) -> Deposit:
    named = {each.name: getattr(row, each.name) for each in fields(Deposit)}
    return Deposit(**named | {"data": bytes(row.data)})
