"""A row while it is being derived, and the tables of rules beside this package."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from dragoman.world.partial_dates import first_day, last_day

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of ``holders.csv``, and what is needed only while deriving it.

    ``slot`` names the seat, so that the next holder of the same seat closes an open end:
    ``"many"`` where several sit side by side. ``seen`` is the last day on which the source showed
    the person in office.
    """

    person: str
    aliases: tuple[str, ...]
    office: str
    role: str
    level: int
    country: str
    sectors: tuple[str, ...]
    start: str | None
    end: str | None
    source: str
    confidence: float
    slot: str = ""
    seen: str | None = None

    @property
    def first(self) -> date:
        """The earliest day of the term."""
        return first_day(self.start) if self.start else date.min

    @property
    def last(self) -> date:
        """The latest day of the term."""
        return last_day(self.end) if self.end else date.max

    def overlaps(self, other: Row) -> bool:
        """Whether two terms share a day."""
        return self.first <= other.last and other.first <= self.last


COLUMNS = tuple(field.name for field in fields(Row))[:11]


def written(rows: Iterable[Row]) -> str:
    """The rows as CSV, sorted so that a person finds them and differences stay small."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(
        rows, key=lambda row: (row.country, row.level, row.role, row.office, row.first, row.person)
    ):
        writer.writerow(_cells(row))
    return out.getvalue()


def _cells(row: Row) -> list[str]:
    cells = (getattr(row, column) for column in COLUMNS)
    return [
        "|".join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)
        for cell in cells
    ]


def records(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file as dictionaries."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def split(joined: str) -> tuple[str, ...]:
    """The parts of a cell that ``|`` joins."""
    return tuple(joined.split("|")) if joined else ()
