"""Persons across articles: are two printed names, each with what its article tells, one person's?

A table with tabs, a pair a line: ``verdict`` (``same`` or ``other``), ``kind``, and for ``left``
and ``right`` the name, ``_country``, ``_role`` (of the codebook) and ``_day`` (ISO 8601), which may
be empty. What is measured is :func:`dragoman.crises.persons.compare` on the two descriptions.

- ``precision``, ``recall``, ``f1``: of the pairs taken for one person's.
- ``by_kind``: share of the pairs of a kind that were judged rightly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.crises.persons import Match, Profile, compare
from dragoman.records import codebook
from evals.pair_tables import counted, is_same, read_pairs, right_by_kind
from evals.result import Metrics, Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.model import Model

_SIDES = ("left", "right")
_ABOUT = ("", "_country", "_role", "_day")
COLUMNS = ("verdict", "kind", *(f"{side}{about}" for side in _SIDES for about in _ABOUT))
"""The columns of a table of pairs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two descriptions, and whether they are of one person."""

    same: bool
    kind: str
    left: Profile
    right: Profile


def run(path: Path, model: Model) -> Outcome:
    """Compare the two descriptions of every pair; no language model is needed."""
    _ = model
    pairs = tuple(read(path))
    matches = [compare(pair.left, pair.right) for pair in pairs]
    misses = tuple(
        _missed(pair, match)
        for pair, match in zip(pairs, matches, strict=True)
        if pair.same != match.same
    )
    return Outcome(len(pairs), figures(pairs, [match.same for match in matches]), misses)


def read(path: Path) -> Iterator[Pair]:
    """Return the pairs of a table, read as they are asked for.

    Raises:
        GoldError: the columns are others, or a value cannot be.
    """
    return read_pairs(path, COLUMNS, _pair)


def _pair(row: Mapping[str, str]) -> Pair:
    same = is_same(row)
    left, right = (_profile(row, side) for side in _SIDES)
    return Pair(same, row["kind"], left, right)


def _profile(row: Mapping[str, str], side: str) -> Profile:
    name, country, role, day = (row[f"{side}{about}"] for about in _ABOUT)
    if not name:
        raise ValueError(f"{side} has no name")
    if role and role not in codebook().codes("roles"):
        raise ValueError(f"{role!r} is no role")
    on = date.fromisoformat(day) if day else None
    return Profile.of(name, country=country or None, role=role or None, on=on)


def figures(pairs: Sequence[Pair], judged: Sequence[bool]) -> Metrics:
    """Return all figures of pairs, given which were taken for one person's."""
    both = list(zip(pairs, judged, strict=True))
    counts = counted((pair.same, told) for pair, told in both)
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "by_kind": right_by_kind((pair.kind, told is pair.same) for pair, told in both),
    }


def _missed(pair: Pair, match: Match) -> Miss:
    return {
        "kind": pair.kind,
        "left": pair.left.names[0],
        "right": pair.right.names[0],
        "gold": "same" if pair.same else "other",
        "score": match.score,
        "reasons": {reason.what: reason.weight for reason in match.reasons},
    }
