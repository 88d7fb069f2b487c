"""Merging and splitting entries, as judgements that can be undone.

A merge names entries by their ids, a split the facts that are taken out by theirs. Both hold for
what is folded in later: a report of a merged entry goes to the merged one, a new report of what was
split goes to what is left of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, delete, insert, select

from dragoman.crises.entries.folding import place_anew, refold
from dragoman.errors import StoreError
from dragoman.records import content_id
from dragoman.store import Judgement, UnitOfWork
from dragoman.store.portions import portions
from dragoman.store.tables import FACTS, entry_joins, entry_reports, entry_splits

KIND = "entries"
"""The kind of the judgements."""


def merge(
    unit: UnitOfWork, entry: str, others: Collection[str], *, who: str, reader: str, why: str = ""
) -> Judgement:
    """Judge that entries are one fact, and make them one.

    Raises:
        StoreError: One of them is not there, they are of several kinds, or there is but one.
    """
    ids = list(dict.fromkeys([entry, *others]))
    kinds = {_kind(unit, each) for each in ids}
    if len(ids) < 2 or len(kinds) > 1:
        raise StoreError("A merge needs two entries or more, of one kind.")
    detail = {"with": ids[1:]}
    made = unit.judgements.judge(
        "merge", KIND, entry, who=who, reader=reader, why=why, detail=detail
    )
    settle(unit)
    return made


def split(
    unit: UnitOfWork,
    entry: str,
    groups: Sequence[Collection[str]],
    *,
    who: str,
    reader: str,
    why: str = "",
) -> Judgement:
    """Judge that facts are not of an entry, and take them out of it.

    Args:
        unit: A unit of work.
        entry: The id of the entry.
        groups: Ids of facts; each group makes an entry of its own.
        who: Who judges.
        reader: The version of the reader that read them.
        why: For what reason.

    Raises:
        StoreError: There is no such entry, a fact is not beneath it, or nothing would be left.
    """
    kind = _kind(unit, entry)
    beneath = _facts(unit, entry, kind)
    named = [fact for group in groups for fact in group]
    if not named or not set(named) < beneath or len(named) != len(set(named)):
        raise StoreError("A split names some of the facts of an entry, each once, and not all.")
    detail = {"into": [sorted(group) for group in groups]}
    made = unit.judgements.judge(
        "split", KIND, entry, who=who, reader=reader, why=why, detail=detail
    )
    settle(unit)
    return made


def settle(unit: UnitOfWork) -> None:
    """Let what judgements in force say of entries hold, after some were made, undone or moved here.

    It does nothing where nothing changed.
    """
    judged = [each for each in unit.judgements.in_force() if each.kind == KIND]
    joins = _settle(unit, entry_joins, _joins(judged))
    splits = _settle(unit, entry_splits, _splits(judged))
    refold(unit, _readings_of(unit, {fact for fact, _ in splits}))
    place_anew(unit, {telling for telling, _ in joins})


def _joins(judged: Iterable[Judgement]) -> Iterator[tuple[str, str]]:
    for each in judged:
        if each.verdict == "merge":
            yield from ((entry, each.digest) for entry in (each.subject, *each.detail["with"]))


def _splits(judged: Iterable[Judgement]) -> Iterator[tuple[str, str]]:
    """Yield each fact that was split off, with what holds its group together; the last counts."""
    last: dict[str, str] = {}
    for each in judged:
        if each.verdict == "split":
            for number, group in enumerate(each.detail["into"]):
                last |= dict.fromkeys(group, content_id(each.digest, number))
    yield from last.items()


def _settle(
    unit: UnitOfWork, table: Table, wanted: Iterable[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Bring the rows of a table of two columns in line; return those that came or went."""
    first, second = table.c
    there = {(one, other) for one, other in unit.connection.execute(select(first, second))}
    needed = set(wanted)
    for one, other in sorted(there - needed):
        unit.connection.execute(delete(table).where(first == one, second == other))
    new = [{first.name: one, second.name: other} for one, other in sorted(needed - there)]
    if new:
        unit.connection.execute(insert(table), new)
    return there ^ needed


def _kind(unit: UnitOfWork, entry: str) -> str:
    asked = select(entry_reports.c.kind).where(entry_reports.c.entry_id == entry).limit(1)
    found = unit.connection.scalar(asked)
    if found is None:
        raise StoreError(f"There is no entry {entry!r} in the ledger.")
    return str(found)


def _facts(unit: UnitOfWork, entry: str, kind: str) -> set[str]:
    table: Any = FACTS[kind]
    beneath = entry_reports
    asked = (
        select(table.c.id)
        .join(
            beneath,
            (beneath.c.reading_id == table.c.reading_id) & (beneath.c.number == table.c.number),
        )
        .where(beneath.c.kind == kind, beneath.c.entry_id == entry)
    )
    return set(unit.connection.scalars(asked))


def _readings_of(unit: UnitOfWork, facts: Collection[str]) -> set[int]:
    return {
        reading
        for table in FACTS.values()
        for some in portions(facts)
        for reading in unit.connection.scalars(
            select(table.c.reading_id).where(table.c.id.in_(some), table.c.current)
        )
    }
