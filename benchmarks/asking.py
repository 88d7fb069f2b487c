"""Asking the ledger: what a question takes in stores of several sizes.

Every store holds copies of the same articles on days of their own (:mod:`benchmarks.stores`), so
that the same question, asked of one copy's days, has an answer of the same size in each of them.
The stores take turns at each question. Time is that of the processor, so that what else the machine
does is not counted; all pages are in memory once a few questions were asked.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean, quantiles
from typing import Any

from benchmarks.questions import GROWING, QUESTIONS, Ask, Asked, chosen
from benchmarks.stores import Stores
from dragoman.store import Store

ASKED = 40
"""How often each question is asked of each store."""

WARM_UP = 3
_PERCENT = 95
_FEWER = 4
"""Questions whose answers grow are asked so many times less often."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a question took in one store; milliseconds of the processor. ``rows``: of an answer."""

    articles: int
    median: float
    p95: float
    rows: float

    @property
    def per_row(self) -> float:
        """Milliseconds for a row of the answer."""
        return self.median / max(self.rows, 1)

    def to_dict(self) -> dict[str, float]:
        """Return it as plain values."""
        return {**asdict(self), "per_row": self.per_row}


@dataclass(frozen=True, slots=True)
class AskedOf:
    """What each question took in each store, and how large those are.

    Attributes:
        same: The questions whose answers are of one size.
        growing: The questions whose answers grow with the store.
        sizes: Bytes of each store, by how many articles it holds.
    """

    same: Mapping[str, tuple[Taken, ...]]
    growing: Mapping[str, tuple[Taken, ...]]
    sizes: Mapping[int, int]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "same": _plain(self.same),
            "growing": _plain(self.growing),
            "sizes": {str(count): size for count, size in self.sizes.items()},
        }


def _plain(found: Mapping[str, tuple[Taken, ...]]) -> dict[str, list[dict[str, float]]]:
    return {name: [each.to_dict() for each in taken] for name, taken in found.items()}


def ask_stores(stores: Stores, asked: int = ASKED) -> AskedOf:
    """Ask stores of several sizes the same questions.

    Args:
        stores: Those that are asked.
        asked: How often each question is asked of each store.
    """
    questions = chosen(stores.small, asked + WARM_UP)
    few = questions[: WARM_UP + max(asked // _FEWER, 2)]
    opened = {count: Store.open(str(path)) for count, path in stores.large.items()}
    asking = _Asking(opened, stores)
    same = {name: asking.taken(ask, questions) for name, ask in QUESTIONS.items()}
    growing = {name: asking.taken(ask, few) for name, ask in GROWING.items()}
    for each in opened.values():
        each.close()
    sizes = {count: path.stat().st_size for count, path in stores.large.items()}
    return AskedOf(same, growing, sizes)


@dataclass(frozen=True, slots=True)
class _Asking:
    opened: Mapping[int, Store]
    stores: Stores

    def taken(self, ask: Ask, questions: Sequence[Asked]) -> tuple[Taken, ...]:
        """Ask one question of all stores in turns."""
        chance = random.Random(len(questions))
        took: dict[int, list[tuple[float, int]]] = {count: [] for count in self.opened}
        for each in questions:
            for count, store in self.opened.items():
                copy = chance.randrange(self.stores.copies(count))
                took[count].append(_timed(ask, store, each.in_copy(copy)))
        return tuple(_summed(count, some[WARM_UP:]) for count, some in took.items())


def _timed(ask: Ask, store: Store, asked: Asked) -> tuple[float, int]:
    with store.view() as view:
        begin = time.process_time()
        rows = ask(view, asked)
        return (time.process_time() - begin) * 1000, rows


def _summed(count: int, took: Sequence[tuple[float, int]]) -> Taken:
    times = [each for each, _ in took]
    hundredths = quantiles(times, n=100, method="inclusive")
    rows = fmean(rows for _, rows in took)
    return Taken(count, hundredths[49], hundredths[_PERCENT - 1], rows)
