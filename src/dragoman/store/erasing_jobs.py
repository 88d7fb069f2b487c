"""Taking out of the jobs what names erased articles: those that ask for one, and what others told.

A job that asks for an erased article goes, with what it was to read. One that only failed at its
address, as a feed that held it among others, goes on; the address leaves what it told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from dragoman.store.portions import portions
from dragoman.store.tables import deposits, job_results, jobs

ERASED = "█"
"""What stands where an address was."""


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
        address = _any_of(urls)
        counts[job_results.name] += _blank_results(connection, address)
        _blank_errors(connection, address)
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


def _blank_results(connection: Connection, address: re.Pattern[str]) -> int:
    table = job_results
    columns = (table.c.job_id, table.c.number, table.c.name, table.c.error)
    worded = or_(table.c.name.is_not(None), table.c.error.is_not(None))
    changed = 0
    for row in connection.execute(select(*columns).where(worded)).all():
        values: dict[str, Any] = {
            "name": row.name and address.sub(ERASED, row.name),
            "error": row.error and address.sub(ERASED, row.error),
        }
        if (values["name"], values["error"]) != (row.name, row.error):
            own = (table.c.job_id == row.job_id, table.c.number == row.number)
            connection.execute(update(table).where(*own).values(**values))
            changed += 1
    return changed


def _blank_errors(connection: Connection, address: re.Pattern[str]) -> None:
    failed = select(jobs.c.id, jobs.c.error).where(jobs.c.error.is_not(None))
    for row in connection.execute(failed).all():
        if (error := address.sub(ERASED, row.error)) != row.error:
            connection.execute(update(jobs).where(jobs.c.id == row.id).values(error=error))
