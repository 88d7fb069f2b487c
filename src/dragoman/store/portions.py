"""Many values, some at a time: a database takes no endless list in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

AT_ONCE = 500

T = TypeVar("T")


def portions(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Yield values in lists that one statement can bear, ``size`` in each but the last."""
    every = list(values)
    for start in range(0, len(every), size):
        yield every[start : start + size]
