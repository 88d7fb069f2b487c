"""The rows that entries are asked by, made from what their reports tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dragoman.crises.entries.merging.telling import Telling
from dragoman.crises.entries.shelf import Shelf
from dragoman.store.dialects import insert_new
from dragoman.store.portions import portions
from dragoman.store.tables import entries, entry_codes, entry_parties, entry_reports

REJECTED = "rejected"

WIDE = 31
"""Days; what may have been on any day of more is asked for apart."""

_VERDICTS = ("corrected", "added", "accepted")
"""Which verdict an entry bears, the first of these that a report has."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """What counts of one report: its telling, its origin, how sure it is, how it was judged."""

    telling: Telling
    origin: str
    confidence: float
    verdict: str | None


def reserve(connection: Connection, kinds: Mapping[str, str]) -> None:
    """Make rows of entries that are not there yet, given with their kinds, to put reports under."""
    rows = [
        {**_window(kind, None, None), "id": each, **_NOTHING}
        for each, kind in sorted(kinds.items())
    ]
    if rows:
        connection.execute(insert_new(connection, entries), rows)


_NOTHING = {"origins": 0, "confidence": 0.0, "verdict": None}


def account(shelf: Shelf, ids: Iterable[str], coming: Sequence[Row] = ()) -> None:
    """Write the rows of some entries anew; those without reports go.

    Args:
        shelf: The tellings of the store.
        ids: The entries.
        coming: Rows of reports that are about to be put beneath some of them.
    """
    wanted = sorted(set(ids))
    lines = _lines(shelf, wanted, coming)
    there = _there(shelf.connection, wanted)
    for some in portions(sorted(there)):
        for table in (entry_parties, entry_codes):
            shelf.connection.execute(delete(table).where(table.c.entry_id.in_(some)))
    _write(shelf.connection, [_rows(each, lines[each]) for each in wanted if each in lines], there)
    for some in portions(each for each in wanted if each not in lines):
        shelf.connection.execute(delete(entries).where(entries.c.id.in_(some)))


def _there(connection: Connection, ids: Sequence[str]) -> set[str]:
    return {
        found
        for some in portions(ids)
        for found in connection.scalars(select(entries.c.id).where(entries.c.id.in_(some)))
    }


def _lines(shelf: Shelf, ids: Sequence[str], coming: Sequence[Row]) -> dict[str, list[Line]]:
    table = entry_reports
    columns = (table.c.entry_id, table.c.telling_id, table.c.origin, table.c.confidence)
    rows: list[Mapping[Any, Any]] = [*coming]
    for some in portions(ids):
        asked = select(*columns, table.c.verdict).where(table.c.entry_id.in_(some))
        rows += shelf.connection.execute(asked).mappings()
    told = {each.id: each for each in shelf.get({row["telling_id"] for row in rows})}
    found: dict[str, list[Line]] = {}
    for row in rows:
        line = Line(told[row["telling_id"]], row["origin"], row["confidence"], row["verdict"])
        found.setdefault(row["entry_id"], []).append(line)
    return found


def counted(lines: Sequence[Line]) -> list[Line]:
    """Return the reports that count: rejected ones only where there are no others."""
    return [each for each in lines if each.verdict != REJECTED] or list(lines)


def verdict_of(verdicts: Iterable[str | None]) -> str | None:
    """Return how an entry was judged by the verdicts on its reports."""
    found = set(verdicts)
    if found == {REJECTED}:
        return REJECTED
    return next((each for each in _VERDICTS if each in found), None)


def span_of(tellings: Iterable[Telling]) -> tuple[date | None, date | None]:
    """Return the first and the last day by what tellings say, the most certain ones alone.

    Those that tell their own day count, else those that tell a time of several days. Where all
    that is known is when articles told it, the first of those days counts.
    """
    dated = [each for each in tellings if each.first is not None and each.last is not None]
    own = [each for each in dated if each.own]
    chosen = [each for each in own if each.first == each.last] or own
    firsts = [each.first for each in chosen or dated if each.first]
    lasts = [each.last for each in chosen if each.last]
    if not firsts:
        return None, None
    return min(firsts), max(lasts, default=min(firsts))


def _rows(entry: str, lines: Sequence[Line]) -> tuple[Row, list[Row], list[Row]]:
    """Return the row of an entry, of its parties, and of its codes."""
    count = counted(lines)
    tellings = list({each.telling.id: each.telling for each in count}.values())
    window = _window(tellings[0].kind, *span_of(tellings))
    row = {
        **window,
        "id": entry,
        "origins": len({each.origin for each in count}),
        "confidence": max(each.confidence for each in count),
        "verdict": verdict_of(each.verdict for each in lines),
    }
    parties = sorted({each for telling in tellings for each in _parties(telling)})
    codes = sorted(
        {(name, value) for each in tellings for name, value in each.codes.items() if value}
    )
    return (
        row,
        [{**window, "entry_id": entry, "part": part, "party": party} for part, party in parties],
        [{**window, "entry_id": entry, "field": name, "value": value} for name, value in codes],
    )


def _parties(telling: Telling) -> Iterable[tuple[str, str]]:
    for part, sides in telling.sides.items():
        for side in sides:
            yield from ((part, each) for each in (side.id, side.code, side.person) if each)


def _window(kind: str, first: date | None, last: date | None) -> Row:
    wide = first is not None and last is not None and (last - first).days > WIDE
    return {"kind": kind, "wide": wide, "first_day": first, "last_day": last}


def _write(
    connection: Connection, made: Sequence[tuple[Row, list[Row], list[Row]]], there: Collection[str]
) -> None:
    """Write the rows of entries, those that are there in the place of what they were."""
    new = [row for row, _, _ in made if row["id"] not in there]
    old = [row for row, _, _ in made if row["id"] in there]
    if new:
        connection.execute(insert(entries), new)
    if old:
        values: Row = {name: bindparam(f"new_{name}") for name in old[0] if name != "id"}
        changed = update(entries).where(entries.c.id == bindparam("new_id")).values(values)
        rows = [{f"new_{name}": value for name, value in row.items()} for row in old]
        connection.execute(changed, rows)
    for table, some in (
        (entry_parties, [each for _, parties, _ in made for each in parties]),
        (entry_codes, [each for _, _, codes in made for each in codes]),
    ):
        if some:
            connection.execute(insert(table), some)
