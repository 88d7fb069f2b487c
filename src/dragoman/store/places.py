"""Where facts stand: their readings, and their numbers there."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Table, and_, tuple_


def stands_at(table: Table, places: Collection[tuple[int, int]]) -> ColumnElement[bool]:
    """Return the condition that a row's reading and number are among some.

    The readings are asked for by themselves as well: for pairs alone, SQLite looks through the
    whole table, since it takes no index for a list of pairs.
    """
    readings = sorted({reading for reading, _ in places})
    pairs = tuple_(table.c.reading_id, table.c.number).in_(list(places))
    return and_(table.c.reading_id.in_(readings), pairs)
