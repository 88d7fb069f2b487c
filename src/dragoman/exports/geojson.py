"""GeoJSON (RFC 7946): events and contacts with coordinates, as points."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from dragoman.exports.columns import AnyTable, Value
from dragoman.exports.tables import CONTACTS, EVENTS
from dragoman.records import Record

_PLACED: tuple[tuple[str, AnyTable], ...] = (("event", EVENTS), ("contact", CONTACTS))


class GeoJson:
    """Writes a collection of points, one a line.

    Args:
        stream: Where to; left open.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._between = "\n"
        self._put('{"type": "FeatureCollection", "features": [')

    def write(self, record: Record, /) -> None:
        """Write the events and contacts of a record that have coordinates."""
        for feature in features(record):
            text = json.dumps(feature, ensure_ascii=False, allow_nan=False)
            self._put(f"{self._between}{text}")
            self._between = ",\n"

    def close(self) -> None:
        """End the collection."""
        self._put("\n]}\n")

    def _put(self, text: str) -> None:
        self._stream.write(text.encode())


def features(record: Record) -> Iterator[dict[str, Any]]:
    """Yield a point for each event and contact with coordinates.

    Its properties are the columns of the table of events or contacts, and ``fact``: which.
    """
    for fact, table in _PLACED:
        for row in table.rows(record):
            values = dict(zip(table.names, row, strict=True))
            where = (values.pop("longitude"), values.pop("latitude"))
            if None not in where:
                yield _feature(fact, values, where)


def _feature(fact: str, values: dict[str, Value], where: tuple[Value, Value]) -> dict[str, Any]:
    plain = {name: _plain(value) for name, value in values.items()}
    return {
        "type": "Feature",
        "id": plain[f"{fact}_id"],
        "geometry": {"type": "Point", "coordinates": list(where)},
        "properties": {"fact": fact, **plain},
    }


def _plain(value: Value) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
