"""Whether the store still holds what was written: hashes, spans, references, columns, index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from dragoman.errors import RecordError
from dragoman.records import Record
from dragoman.store import rows as forms
from dragoman.store.columns import storable
from dragoman.store.packing import unpacked
from dragoman.store.search.index import indexed, passages_of
from dragoman.store.tables import FACTS, METADATA, articles, evidence, passages, texts
from dragoman.store.tables import readings as reading_table
from dragoman.store.view import View

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: the table, which row of it, and what is wrong there."""

    table: str
    row: str
    message: str


@dataclass(slots=True)
class Checked:
    """What was looked at, by table, and what was found wrong."""

    counts: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


Progress = Callable[[int, int], None]
"""Told how many readings of how many have been checked."""


def check_store(view: View, progress: Progress | None = None) -> Checked:
    """Check everything that a store holds.

    Every text gives its hash; every reading gives a record that keeps the contract, spans and all,
    and has the digest it was written under; the columns that questions are asked by say what the
    facts say; every reference leads somewhere; each URL has one current reading, and its versions
    form one chain; every passage can be searched.
    """
    connection = view.connection
    checked = Checked(_counts(connection))
    total = checked.counts["readings"]
    checked.faults.extend(_file(connection))
    checked.faults.extend(_references(connection))
    checked.faults.extend(_texts(connection))
    for number, reading in enumerate(_readings(connection), start=1):
        checked.faults.extend(_reading(view, reading))
        if progress is not None:
            progress(number, total)
    checked.faults.extend(_versions(connection))
    checked.faults.extend(_index(connection, checked.counts["passages"]))
    checked.faults.extend(_judgements(view))
    return checked


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in METADATA.tables.items()
    }


def _file(connection: Connection) -> Iterator[Fault]:
    """Let SQLite look at its own file; PostgreSQL has checksums of its own."""
    if connection.dialect.name == "sqlite":
        for message in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if message != "ok":
                yield Fault("file", "", str(message))


def _references(connection: Connection) -> Iterator[Fault]:
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            yield from _dangling(connection, table, key.parent, key.column)


def _dangling(
    connection: Connection, table: Table, column: Column[Any], target: Column[Any]
) -> Iterator[Fault]:
    there = target.table.alias("there")
    asked = (
        select(column)
        .select_from(table.join(there, column == there.c[target.name], isouter=True))
        .where(column.is_not(None), there.c[target.name].is_(None))
        .distinct()
    )
    for value in connection.scalars(asked):
        message = f"{column.name} names what is not in {target.table.name}"
        yield Fault(table.name, str(value)[:_SHORT], message)


def _texts(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(texts).execution_options(yield_per=100)):
        try:
            text = unpacked(row.packed)
        except ValueError as error:
            yield Fault("texts", row.id[:_SHORT], f"it cannot be unpacked: {error}")
            continue
        if forms.text_digest(text) != row.id or len(text) != row.characters:
            yield Fault("texts", row.id[:_SHORT], "the text does not give its hash")


def _readings(connection: Connection) -> list[Any]:
    return list(connection.execute(select(reading_table).order_by(reading_table.c.id)))


def _reading(view: View, reading: Any) -> Iterator[Fault]:
    name = str(reading.id)
    try:
        record = view.record_of_reading(reading.id)
    except (RecordError, ValueError, KeyError) as error:
        yield Fault("readings", name, f"it gives no record: {error}")
        return
    if forms.record_digest(record) != reading.digest:
        yield Fault("readings", name, "the record does not give its digest")
    if forms.article_id(record.article) != reading.article_id:
        yield Fault("readings", name, "it is of another article")
    yield from _columns(view.connection, reading, record)
    yield from _passages(view.connection, reading.id, record)


def _columns(connection: Connection, reading: Any, record: Record) -> Iterator[Fault]:
    """Compare the rows of a reading with those that its record gives."""
    made = forms.rows(record)
    expected = {"actors": made.actors, **made.facts}
    expected |= {"parties": made.parties, "evidence": made.evidence}
    for name, rows in expected.items():
        table = METADATA.tables[name]
        common = {"reading_id": reading.id}
        if "current" in table.c:
            common["current"] = reading.current
        wanted = sorted(map(_comparable, ({**row, **common} for row in rows)))
        found = connection.execute(select(table).where(table.c.reading_id == reading.id))
        if sorted(_comparable(row) for row in found.mappings()) != wanted:
            yield Fault(name, f"of reading {reading.id}", "the columns do not say what it says")


def _comparable(row: Mapping[Any, Any]) -> list[tuple[str, str]]:
    return sorted((str(name), repr(_stored(value))) for name, value in row.items())


def _stored(value: Any) -> Any:
    return storable(value) if isinstance(value, str) else value


def _passages(connection: Connection, reading: int, record: Record) -> Iterator[Fault]:
    asked = select(passages.c.kind, passages.c.number).where(passages.c.reading_id == reading)
    found = {(kind, number) for kind, number in connection.execute(asked)}
    if found != {(kind, number) for kind, number, _ in passages_of(record)}:
        yield Fault("passages", f"of reading {reading}", "something of it cannot be searched")


def _versions(connection: Connection) -> Iterator[Fault]:
    """Hold every URL to one chain of versions, the last of which is current."""
    previous = articles.alias("previous")
    asked = (
        select(articles.c.id, articles.c.version, previous.c.version, articles.c.page)
        .add_columns(previous.c.page)
        .join(previous, previous.c.id == articles.c.previous, isouter=True)
    )
    for identity, version, before, page, page_before in connection.execute(asked):
        first = version == 1 and before is None
        if not first and (before != version - 1 or page != page_before):
            yield Fault("articles", identity[:_SHORT], "it does not follow the version before it")
    current = (
        select(articles.c.page, func.count())
        .join(reading_table, reading_table.c.article_id == articles.c.id)
        .where(reading_table.c.current)
        .group_by(articles.c.page)
    )
    counts: dict[str, int] = dict(connection.execute(current).all())
    for page, url in connection.execute(select(articles.c.page, articles.c.url).distinct()):
        if counts.get(page, 0) != 1:
            message = f"{counts.get(page, 0)} readings are current, not one"
            yield Fault("articles", url or page[:_SHORT], message)


def _index(connection: Connection, expected: int) -> Iterator[Fault]:
    found = indexed(connection)
    if found != expected:
        yield Fault("passages", "", f"{found} of {expected} can be searched")


def _judgements(view: View) -> Iterator[Fault]:
    table = METADATA.tables["judgements"]
    kept = view.connection.scalars(select(table.c.digest).order_by(table.c.id)).all()
    for digest, judgement in zip(kept, view.judgements.all(), strict=True):
        if judgement.digest != digest:
            yield Fault("judgements", digest[:_SHORT], "it does not give its digest")


def facts_checked(checked: Checked) -> tuple[int, int]:
    """Return how many facts and how many spans of evidence were looked at."""
    return sum(checked.counts[name] for name in FACTS), checked.counts[evidence.name]
