"""Tables: what their columns are called, hold and mean, and how a record becomes rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, Literal, TypeVar

from dragoman.exports.text import clean
from dragoman.exports.view import View
from dragoman.records import Record

ColumnKind = Literal["text", "texts", "integer", "number", "yes/no", "day", "moment"]
"""What a column may hold; ``texts`` is a list, ``moment`` a day and time in UTC."""

Value = str | tuple[str, ...] | int | float | date | datetime | None

_WIDEST = 2**63

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Column(Generic[T_contra]):
    """One column: its name, what it holds, what it means, and how its value is found."""

    name: str
    kind: ColumnKind
    help: str
    value: Callable[[View, T_contra], Value]

    def of(self, view: View, item: T_contra) -> Value:
        """Return the value for an item of a record, such as every format can hold it."""
        return _fitting(self.value(view, item))


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """One table: its name, what a row is, its columns, and the items that become rows."""

    name: str
    help: str
    columns: tuple[Column[T], ...]
    items: Callable[[Record], tuple[T, ...]]

    def rows(self, record: Record) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a record, each with a value for every column."""
        view = View(record)
        for item in self.items(record):
            yield tuple(column.of(view, item) for column in self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


AnyTable = Table[Any]


def _fitting(value: Value) -> Value:
    """Return a value that every format can hold; ``None`` for a number that none can."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(clean(each) for each in value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int):
        return value if -_WIDEST <= value < _WIDEST else None
    return value


def in_utc(moment: datetime | None) -> datetime | None:
    """Return a moment in UTC, or ``None`` where it has no such date (before 1, after 9999)."""
    try:
        return moment.astimezone(UTC) if moment else None
    except OverflowError:
        return None


def zone(moment: datetime | None) -> str | None:
    """Return a moment's own zone by its distance from UTC, such as ``UTC+05:30``."""
    if moment is None:
        return None
    return f"UTC{moment.isoformat()[len(moment.replace(tzinfo=None).isoformat()) :]}"
