"""Precision, recall and F1 from counts that add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were in the gold, how many were predicted, how many of those were right.

    ``hits`` counts gold items that were found; where one prediction can only answer one gold
    item, it is the number of right predictions too.
    """

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.hits + other.hits, self.gold + other.gold, self.predicted + other.predicted
        )

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 0 where there are none."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall: 2·hits / (gold + predicted)."""
        total = self.gold + self.predicted
        return 2 * self.hits / total if total else 0.0

    def figures(self) -> dict[str, float | None]:
        """Return precision, recall, F1 and the counts."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "hits": self.hits,
            "gold": self.gold,
            "predicted": self.predicted,
        }


def total(parts: Iterable[Counts]) -> Counts:
    """Return the sum of counts."""
    return sum(parts, Counts())


def compare(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Counts:
    """Count equal items; one that stands twice on a side must stand twice on the other."""
    left, right = Counter(gold), Counter(predicted)
    return Counts((left & right).total(), left.total(), right.total())
