"""Taking out of the jobs what names erased articles: those that ask for one, and what others told.

A job that asks for an erased article goes, with what it was to read. One that only failed at its
address, as a feed that held it among others, goes on; the address leaves what it told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from sqlalchemy import Connection, delete, or_, select, update

from dragoman.store.portions import portions
from dragoman.store.tables import deposits, job_results, jobs

BLANK = "█"
"""What stands where an address was, and for each letter of a name."""

Reworded = Callable[[str], str]
"""From words to those without what is to go."""

Results = Mapping[tuple[int, int], tuple[str | None, str | None]]
"""By job and number: what a result is called, and why it failed."""

Errors = Mapping[int, str]
"""By job: why it failed."""


def erase_jobs(
    connection: Connection, named: Collection[str], urls: Collection[str]
) -> Counter[str]:
    """Erase what jobs hold of some articles.

    Args:
        connection: Of the unit of work.
        named: The ids of the articles and of their pages.
        urls: Their addresses.

    Returns:
        How many rows are gone or changed, by table.
    """
    counts: Counter[str] = Counter()
    for some in portions(_asking(connection, {*named, *urls})):
        counts[jobs.name] += connection.execute(delete(jobs).where(jobs.c.id.in_(some))).rowcount
    if urls:
        worded = partial(_any_of(urls).sub, BLANK)
        told = told_otherwise(connection, worded)
        counts[job_results.name] += retell(connection, told, failed_otherwise(connection, worded))
    return counts


def strings(value: object) -> Iterator[str]:
    """Yield every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def _asking(connection: Connection, named: set[str]) -> set[int]:
    """Return the jobs that ask for one of these articles, by name or with its text in hand."""
    asked = select(jobs.c.id, jobs.c.key, jobs.c.payload)
    found = {
        row.id
        for row in connection.execute(asked)
        if named & {row.key, *strings(json.loads(row.payload))}
    }
    given = select(deposits.c.job_id, deposits.c.url).where(deposits.c.url.is_not(None))
    return found | {row.job_id for row in connection.execute(given) if row.url in named}


def _any_of(urls: Collection[str]) -> re.Pattern[str]:
    """Return what finds any of some addresses in words; not the beginning of a longer one."""
    forms = "|".join(re.escape(each) for each in sorted(urls, key=len, reverse=True))
    return re.compile(rf"(?:{forms})(?![.,:;!?]*[\w%/?#&=~+$@-])")


def told_otherwise(connection: Connection, worded: Reworded) -> Results:
    """Return the results of jobs that hold what is blanked: what they are called and tell then."""
    table = job_results
    columns = (table.c.job_id, table.c.number, table.c.name, table.c.error)
    some = or_(table.c.name.is_not(None), table.c.error.is_not(None))
    found = {}
    for row in connection.execute(select(*columns).where(some)):
        told = (row.name and worded(row.name), row.error and worded(row.error))
        if told != (row.name, row.error):
            found[row.job_id, row.number] = told
    return found


def failed_otherwise(connection: Connection, worded: Reworded) -> Errors:
    """Return the jobs that failed with words which hold what is blanked, and those words then."""
    asked = select(jobs.c.id, jobs.c.error).where(jobs.c.error.is_not(None))
    rows = connection.execute(asked)
    return {row.id: told for row in rows if (told := worded(row.error)) != row.error}


def retell(connection: Connection, results: Results, errors: Errors) -> int:
    """Let results and jobs tell something in other words; return how many results."""
    table, changed = job_results, 0
    for (job, number), (name, error) in results.items():
        own = (table.c.job_id == job, table.c.number == number)
        blank = update(table).where(*own).values(name=name, error=error)
        changed += connection.execute(blank).rowcount
    for job, error in errors.items():
        connection.execute(update(jobs).where(jobs.c.id == job).values(error=error))
    return changed
