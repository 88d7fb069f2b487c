"""Pairs of which each is the same or another thing: their tables, and how often a verdict is right.

A table has tabs, a pair a line; its first two columns are ``verdict`` (``same`` or ``other``) and
``kind``.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from evals.errors import GoldError
from evals.files import read_text
from evals.metrics.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

Read = TypeVar("Read")

_VERDICTS = ("same", "other")


def read_pairs(
    path: Path, columns: Sequence[str], make: Callable[[Mapping[str, str]], Read]
) -> Iterator[Read]:
    """Yield what is made of the lines of a table.

    Raises:
        GoldError: the columns are others, or ``make`` finds a value that cannot be (ValueError).
    """
    rows = csv.reader(io.StringIO(read_text(path)), delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(rows, ())) != tuple(columns):
        raise GoldError(f"the columns must be {', '.join(columns)}", path=path, line=1)
    for row in rows:
        try:
            yield make(dict(zip(columns, row, strict=True)))
        except ValueError as error:
            raise GoldError(str(error), path=path, line=rows.line_num) from error


def is_same(row: Mapping[str, str]) -> bool:
    """Whether a line is of a pair that is the same.

    Raises:
        ValueError: it tells no verdict.
    """
    if row["verdict"] not in _VERDICTS:
        raise ValueError(f"{row['verdict']!r} is no verdict")
    return row["verdict"] == "same"


def counted(judged: Iterable[tuple[bool, bool]]) -> Counts:
    """Count pairs, of each whether it is the same and whether it was taken for that."""
    every = list(judged)
    return Counts(
        hits=sum(same and told for same, told in every),
        gold=sum(same for same, _ in every),
        predicted=sum(told for _, told in every),
    )


def right_by_kind(judged: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """Return the share of the pairs of each kind that were judged rightly."""
    every = list(judged)
    total = Counter(kind for kind, _ in every)
    right = Counter(kind for kind, rightly in every if rightly)
    return {kind: right[kind] / total[kind] for kind in sorted(total)}
