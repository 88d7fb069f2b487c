"""Groups compared with groups: B-cubed (Bagga and Baldwin, LREC 1998).

For each member: precision is the share of its predicted group that is in its gold group, recall the
share of its gold group that is in its predicted one, itself counted in both. The figures are means
over all members, and F1 is made of these means (Amigó and others, "A comparison of extrinsic
clustering evaluation metrics", 2009).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall; 0 where there was nothing to compare."""

    precision: float = 0.0
    recall: float = 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def figures(self) -> dict[str, float | None]:
        """Return the figures by name."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


def bcubed(gold: Mapping[str, Hashable], predicted: Mapping[str, Hashable]) -> BCubed:
    """Compare two groupings of the same members, each given as the group of every member.

    Raises:
        ValueError: They are not of the same members.
    """
    if gold.keys() != predicted.keys():
        raise ValueError("The two groupings are not of the same members.")
    if not gold:
        return BCubed()
    of_gold, of_predicted = Counter(gold.values()), Counter(predicted.values())
    both = Counter((gold[member], predicted[member]) for member in gold)
    precision = sum(count * count / of_predicted[group] for (_, group), count in both.items())
    recall = sum(count * count / of_gold[group] for (group, _), count in both.items())
    return BCubed(precision / len(gold), recall / len(gold))
