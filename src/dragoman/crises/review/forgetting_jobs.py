"""Erasing a person from jobs: from what they are to read, and from what they told of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, func, select

from dragoman.crises.review.deposited import words_of
from dragoman.crises.review.redacting import Names, blanked
from dragoman.settings import Settings
from dragoman.store.erasing_jobs import (
    Errors,
    Results,
    failed_otherwise,
    retell,
    strings,
    told_otherwise,
)
from dragoman.store.given import Given
from dragoman.store.portions import portions
from dragoman.store.tables import deposits, jobs


@dataclass(frozen=True, slots=True)
class JobsNaming:
    """Which jobs name a person, and where; it is true where any does.

    Attributes:
        whole: The jobs that are to read something which names the person.
        told: By job and number, the results of other jobs that are called by a name or failed with
            words that hold one: what they are called and why they failed, with the names blanked.
        failed: By job, why other jobs failed, with the names blanked.
    """

    whole: frozenset[int]
    told: Results
    failed: Errors

    def __bool__(self) -> bool:
        return bool(self.whole or self.told or self.failed)


def jobs_naming(connection: Connection, names: Names, settings: Settings) -> JobsNaming:
    """Return the jobs that name a person, by whole names and not by last words alone.

    Args:
        connection: Of the unit of work.
        names: Those of the person.
        settings: Limits of what is looked into: those of the workers, who read no more either.
    """
    worded = partial(_blanked, names=names)
    told = told_otherwise(connection, worded)
    failed = failed_otherwise(connection, worded)
    # What a job with a deposit tells of comes from the deposit.
    kept = set(connection.scalars(select(deposits.c.job_id)))
    whole = {job for job in (*failed, *(job for job, _ in told)) if job in kept}
    whole.update(_asked_of(connection, names), _to_read(connection, names, settings))
    return JobsNaming(
        whole=frozenset(whole),
        told={each: words for each, words in told.items() if each[0] not in whole},
        failed={job: error for job, error in failed.items() if job not in whole},
    )


def erase_from_jobs(connection: Connection, found: JobsNaming) -> Counter[str]:
    """Erase jobs, with what they were to read; blank the names in what other jobs told.

    A job that only told of the person goes on: it has other articles to read.

    Returns:
        How many deposits and jobs are gone, and how many results of jobs were blanked.
    """
    gone: Counter[str] = Counter()
    for some in portions(found.whole):
        kept = select(func.count()).select_from(deposits).where(deposits.c.job_id.in_(some))
        gone["deposits"] += connection.scalar(kept) or 0
        gone["jobs"] += connection.execute(jobs.delete().where(jobs.c.id.in_(some))).rowcount
    gone["job_results"] += retell(connection, found.told, found.failed)
    return gone


def _asked_of(connection: Connection, names: Names) -> Iterator[int]:
    """Yield the jobs that are asked for something by a name, as by an address that holds it."""
    for row in connection.execute(select(jobs.c.id, jobs.c.payload)):
        if names.full.search("\n".join(strings(json.loads(row.payload)))):
            yield row.id


def _to_read(connection: Connection, names: Names, settings: Settings) -> Iterator[int]:
    """Yield the jobs with a deposit that names a person, each deposit looked into by itself."""
    given = Given(connection)
    for job in list(connection.scalars(select(deposits.c.job_id))):
        deposit = given.of(job)
        if deposit is None:
            continue
        if any(names.full.search(each) for each in words_of(deposit, settings)):
            yield job


def _blanked(text: str, names: Names) -> str:
    """Return a text with whole names blanked: last words alone may be another's, or a place's."""
    return blanked(text, (each.span() for each in names.full.finditer(text)))
