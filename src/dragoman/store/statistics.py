"""What a store holds, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select

from dragoman.store import schema
from dragoman.store.tables import (
    FACTS,
    actors,
    articles,
    audit,
    jobs,
    judgements,
    outlets,
    readings,
    texts,
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of a store. ``facts`` and ``actors`` count those of current readings.

    ``size`` is what the database takes up, and ``text_packed`` what the texts do, in bytes;
    ``text_characters`` is what the texts have once unpacked.
    """

    database: str
    revision: str | None
    size: int
    articles: int
    versions: int
    copies: int
    outlets: int
    first_day: date | None
    last_day: date | None
    last_added: datetime | None
    text_characters: int
    text_packed: int
    actors: int
    facts: dict[str, int]
    readers: dict[str, int]
    judgements: int
    jobs: dict[str, int]
    last_change: datetime | None


def statistics(connection: Connection) -> Statistics:
    """Count what the store holds."""
    current = readings.c.current
    first, last = connection.execute(
        select(func.min(readings.c.told_on), func.max(readings.c.told_on)).where(current)
    ).one()
    characters, packed = connection.execute(
        select(func.sum(texts.c.characters), func.sum(func.length(texts.c.packed)))
    ).one()
    return Statistics(
        database={"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.dialect.name],
        revision=schema.revision(connection),
        size=_size(connection),
        articles=_count(connection, select(func.count()).select_from(readings).where(current)),
        versions=_count(connection, select(func.count()).select_from(articles)),
        copies=_count(connection, select(func.count(articles.c.copy_of))),
        outlets=_count(connection, select(func.count()).select_from(outlets)),
        first_day=first,
        last_day=last,
        last_added=connection.scalar(select(func.max(articles.c.added_at))),
        text_characters=int(characters or 0),
        text_packed=int(packed or 0),
        actors=_count(
            connection, select(func.count(actors.c.id.distinct())).where(actors.c.current)
        ),
        facts={
            kind: _count(connection, select(func.count()).select_from(table).where(table.c.current))
            for kind, table in FACTS.items()
        },
        readers=_grouped(connection, readings.c.reader, current),
        judgements=_count(connection, select(func.count()).select_from(judgements)),
        jobs=_grouped(connection, jobs.c.state),
        last_change=connection.scalar(select(func.max(audit.c.at))),
    )


def _count(connection: Connection, asked: Select[int]) -> int:
    return int(connection.scalar(asked) or 0)


def _grouped(
    connection: Connection, column: Column[str], *where: ColumnElement[bool]
) -> dict[str, int]:
    asked = select(column, func.count()).where(*where).group_by(column).order_by(column)
    return dict(connection.execute(asked).all())


def _size(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    return int(connection.scalar(select(func.pg_database_size(func.current_database()))) or 0)
