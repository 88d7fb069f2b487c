"""Facts of readings into the entries of the ledger.

What is folded in twice changes nothing. What comes out follows from the readings that count and
from the judgements alone, in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dragoman.crises.entries.accounts import account, reserve
from dragoman.crises.entries.casting import cast
from dragoman.crises.entries.effective import Counted, counted, is_current
from dragoman.crises.entries.joins import entries_of
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Telling
from dragoman.crises.entries.regrouping import Regrouping
from dragoman.crises.entries.shelf import Shelf
from dragoman.crises.entries.telling_of import Teller
from dragoman.crises.persons import known
from dragoman.records import Record
from dragoman.store import UnitOfWork
from dragoman.store.dialects import hold
from dragoman.store.portions import portions
from dragoman.store.tables import (
    articles,
    entries,
    entry_codes,
    entry_parties,
    entry_reports,
    entry_splits,
    origins,
    outlets,
    readings,
    telling_marks,
    tellings,
)

_LOCK = "dragoman entries"
_KEY = ("reading_id", "kind", "number")
_TOLD = ("telling_id", "origin", "confidence", "verdict")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that is folded in: its record, its article in the store, whose report it is."""

    id: int
    record: Record
    article: str
    origin: str


def fold(unit: UnitOfWork, some: Sequence[Reading], again: Collection[int] = ()) -> None:
    """Put what readings tell beneath its entries, in place of what was there of their URLs.

    In PostgreSQL other writers wait here until the unit of work ends; fold all that a unit writes
    in one call, so that no two wait for one another.

    Args:
        unit: The unit of work.
        some: Readings that it wrote.
        again: Other readings, to be folded in anew; those that count no more are taken out.
    """
    hold(unit.connection, _LOCK)
    own = {each.id: each for each in some}
    replaced = {number for each in some for number in _of_page(unit.connection, each.article)}
    numbers = sorted({*own, *replaced, *again})
    told: list[tuple[Row, Telling]] = []
    for number in numbers:
        if is_current(unit.view, number):
            told += _told(unit, own.get(number) or reading_of(unit, number))
    _replace(unit.connection, numbers, told)


def refold(unit: UnitOfWork, numbers: Collection[int]) -> None:
    """Fold readings in anew, such as after a judgement; those that count no more are taken out."""
    fold(unit, (), numbers)


def drop(unit: UnitOfWork, numbers: Collection[int]) -> None:
    """Take readings out of their entries, such as before they are erased."""
    hold(unit.connection, _LOCK)
    _replace(unit.connection, numbers, [])


def clear(unit: UnitOfWork) -> None:
    """Forget all entries; they follow from readings and judgements, and can be folded anew."""
    hold(unit.connection, _LOCK)
    for table in (entry_reports, entry_parties, entry_codes, entries, telling_marks, tellings):
        unit.connection.execute(delete(table))


def place_anew(unit: UnitOfWork, named: Collection[str]) -> None:
    """Put tellings under the entries that they are of now that judgements of entries changed.

    Args:
        unit: A unit of work.
        named: Tellings that are merged now and were not, or were and are not.
    """
    hold(unit.connection, _LOCK)
    connection = unit.connection
    before = {row["entry_id"] for row in _reports(connection, entry_reports.c.telling_id, named)}
    beside = {row["telling_id"] for row in _reports(connection, entry_reports.c.entry_id, before)}
    shelf = Shelf(connection, rules())
    _place(shelf, shelf.get({*named, *beside}), before)


def reading_of(unit: UnitOfWork, number: int) -> Reading:
    """Return a reading of the store.

    Raises:
        StoreError: There is no such reading.
    """
    record = unit.view.record_of_reading(number)
    row = unit.connection.execute(
        select(readings.c.article_id, origins.c.family, outlets.c.name)
        .join(origins, origins.c.article_id == readings.c.article_id, isouter=True)
        .join(outlets, outlets.c.id == readings.c.outlet_id, isouter=True)
        .where(readings.c.id == number)
    ).one()
    return Reading(number, record, row.article_id, row.family or row.name or row.article_id)


def _of_page(connection: Connection, article: str) -> list[int]:
    """Return the readings at the URL of an article that are beneath entries."""
    page = select(articles.c.page).where(articles.c.id == article).scalar_subquery()
    asked = (
        select(entry_reports.c.reading_id)
        .join(readings, readings.c.id == entry_reports.c.reading_id)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(articles.c.page == page)
        .distinct()
    )
    return list(connection.scalars(asked))


def _told(unit: UnitOfWork, reading: Reading) -> list[tuple[Row, Telling]]:
    """Return the reports of a reading, each with its telling."""
    record, facts = counted(unit.view, reading.id, reading.record)
    persons = known(unit.connection, [reading.id]).get(reading.id, {})
    teller = Teller(record, cast(record.actors, persons), reading.article)
    apart = _apart(unit.connection, facts)
    return [
        (_report(reading, each, telling), telling)
        for each in facts
        for telling in (_telling(teller, each, apart),)
    ]


def _telling(teller: Teller, each: Counted, apart: Mapping[str, str]) -> Telling:
    telling = teller.telling(each.kind, each.fact)
    kept = apart.get(each.fact.id)
    return telling if kept is None else replace(telling, apart=kept)


def _apart(connection: Connection, facts: Sequence[Counted]) -> dict[str, str]:
    """Return which facts a person took out of their entries, and with which others."""
    if connection.scalar(select(entry_splits.c.fact).limit(1)) is None:
        return {}
    ids = {each.fact.id for each in facts}
    return {
        fact: apart
        for some in portions(ids)
        for fact, apart in connection.execute(
            select(entry_splits.c.fact, entry_splits.c.apart).where(entry_splits.c.fact.in_(some))
        )
    }


def _report(reading: Reading, each: Counted, telling: Telling) -> Row:
    return {
        "reading_id": reading.id,
        "kind": each.kind,
        "number": each.number,
        "telling_id": telling.id,
        "origin": reading.origin,
        "confidence": float(each.fact.confidence),
        "verdict": each.verdict,
    }


def _replace(
    connection: Connection, numbers: Collection[int], told: Sequence[tuple[Row, Telling]]
) -> None:
    """Put reports in the place of those that some readings had, and bring the entries in line.

    Reports that are as they were stay where they are.
    """
    before = list(_reports(connection, entry_reports.c.reading_id, numbers))
    same = set(map(_content, before)) & {_content(row) for row, _ in told}
    old = [row for row in before if _content(row) not in same]
    new = [(row, telling) for row, telling in told if _content(row) not in same]
    if not (old or new):
        return
    _remove(connection, old)
    shelf = Shelf(connection, rules())
    came = shelf.put(telling for _, telling in new)
    kept = {row["telling_id"] for row, _ in new}
    gone = shelf.orphans({row["telling_id"] for row in old} - kept)
    moved = Regrouping(shelf).run(came, gone)
    left = {row["entry_id"] for row in old}
    _place(shelf, [*moved, *shelf.get(kept)], left, [row for row, _ in new])


def _remove(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Remove reports by their keys."""
    numbers: dict[tuple[int, str], list[int]] = {}
    for row in rows:
        numbers.setdefault((row["reading_id"], row["kind"]), []).append(row["number"])
    for (reading, kind), some in numbers.items():
        own = (entry_reports.c.reading_id == reading, entry_reports.c.kind == kind)
        connection.execute(delete(entry_reports).where(*own, entry_reports.c.number.in_(some)))


def _place(
    shelf: Shelf, some: Sequence[Telling], left: Collection[str], rows: Sequence[Row] = ()
) -> None:
    """Put the reports of tellings, and new ones, under their entries; write those rows anew."""
    placed = entries_of(shelf, some)
    moved_from = _move(shelf, placed)
    under = [{**row, "entry_id": placed[row["telling_id"]]} for row in rows]
    account(shelf, {*left, *moved_from, *placed.values()}, under)
    if under:
        shelf.connection.execute(insert(entry_reports), under)


def _content(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in (*_KEY, *_TOLD))


def _reports(connection: Connection, column: Any, values: Iterable[Any]) -> Iterator[Any]:
    for some in portions(values):
        yield from connection.execute(select(entry_reports).where(column.in_(some))).mappings()


def _move(shelf: Shelf, placed: Mapping[str, str]) -> set[str]:
    """Put the reports of tellings under the entries they are of now; return those they left."""
    found = _reports(shelf.connection, entry_reports.c.telling_id, placed)
    moves = [row for row in found if row["entry_id"] != placed[row["telling_id"]]]
    of = sorted({row["telling_id"] for row in moves})
    if of:
        reserve(shelf.connection, {placed[each.id]: each.kind for each in shelf.get(of)})
        moved = [{"of": each, "to": placed[each]} for each in of]
        changed = update(entry_reports).where(entry_reports.c.telling_id == bindparam("of"))
        shelf.connection.execute(changed.values(entry_id=bindparam("to")), moved)
    return {row["entry_id"] for row in moves}
