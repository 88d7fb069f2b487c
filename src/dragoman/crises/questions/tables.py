"""The tables of ``data/``: how hostile each kind of act is, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

from dragoman.records import codebook
from dragoman.world.tables import Row, read_table

MOST_HOSTILE, MOST_FRIENDLY = -10.0, 10.0

Value = TypeVar("Value")

Kind = tuple[str, str | None]
"""An event type, and a mode of it or none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A noun phrase for an act, and the words that lead to who did it and to whom."""

    noun: str
    by: str
    to: str


def intensity(event_type: str | None, mode: str | None = None) -> float | None:
    """Return how hostile (-10) or friendly (10) an act is; ``None`` for an unknown type."""
    return _of(intensities(), event_type, mode)


def wording(event_type: str | None, mode: str | None = None) -> Wording | None:
    """Return what an act is called; ``None`` for an unknown type."""
    return _of(wordings(), event_type, mode)


def _of(table: Mapping[Kind, Value], event_type: str | None, mode: str | None) -> Value | None:
    if event_type is None:
        return None
    return table.get((event_type, mode), table.get((event_type, None)))


@cache
def intensities() -> Mapping[Kind, float]:
    """Return the table of intensities."""
    return read_intensities(_folder())


@cache
def wordings() -> Mapping[Kind, Wording]:
    """Return the table of words."""
    return read_wordings(_folder())


def read_intensities(folder: Traversable) -> dict[Kind, float]:
    """Read a table of intensities.

    Raises:
        DataError: A row names an unknown type or mode, or has no number from -10 to 10.
    """
    rows = read_table(folder, "intensity.tsv", ("type", "mode", "intensity"))
    return {_kind(row): _number(row) for row in rows}


def read_wordings(folder: Traversable) -> dict[Kind, Wording]:
    """Read a table of words.

    Raises:
        DataError: A row names an unknown type or mode, or lacks a word.
    """
    rows = read_table(folder, "wording.tsv", ("type", "mode", "noun", "by", "to"))
    return {_kind(row): Wording(row["noun"], row["by"], row["to"]) for row in rows}


def _folder() -> Traversable:
    return resources.files("dragoman.crises.questions") / "data"


def _kind(row: Row) -> Kind:
    event_type = row.one_of("type", codebook().codes("types"))
    mode = row.optional("mode")
    if mode is not None and mode not in codebook().modes(event_type):
        raise row.wrong(f"{event_type} has no mode {mode!r}")
    return event_type, mode


def _number(row: Row) -> float:
    try:
        number = float(row["intensity"])
    except ValueError:
        number = float("nan")
    if not MOST_HOSTILE <= number <= MOST_FRIENDLY:
        raise row.wrong(f"{row['intensity']!r} is no number from -10 to 10")
    return number
