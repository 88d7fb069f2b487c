"""The pairs of ``tests/ingest/data/copies`` as articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.copy_pairs import SET_ON, Pair, read_pairs

__all__ = ["FOLDER", "SET_ON", "Pair", "pairs"]

FOLDER = Path(__file__).resolve().parents[1] / "data" / "copies"


def pairs() -> Iterator[Pair]:
    """Yield all pairs, topic by topic."""
    yield from read_pairs(FOLDER)
