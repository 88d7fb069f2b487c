"""Accuracy, micro and macro F1 of one class an example, over the classes the gold file holds.

- ``accuracy``: examples with the right class over all examples.
- ``micro_f1``: hits over all classes of the gold; an answer of a class that the gold does not hold
  is a miss, but counts as predicted for no class, so that the figure may lie above accuracy.
- ``macro_f1``: the plain mean of the F1 of each class of the gold.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def class_counts(gold: Sequence[str], predicted: Sequence[str]) -> dict[str, Counts]:
    """Return counts for each class of the gold, in alphabetical order.

    Raises:
        ValueError: the two are not equally long.
    """
    hits = Counter(one for one, two in zip(gold, predicted, strict=True) if one == two)
    golds, answers = Counter(gold), Counter(predicted)
    return {label: Counts(hits[label], golds[label], answers[label]) for label in sorted(golds)}


def class_figures(
    gold: Sequence[str], predicted: Sequence[str]
) -> dict[str, float | Mapping[str, Mapping[str, float | None]]]:
    """Return ``accuracy``, ``micro_f1``, ``macro_f1`` and ``by_label``; 0 where there is no gold.

    Raises:
        ValueError: the two are not equally long.
    """
    by_label = class_counts(gold, predicted)
    micro = total(by_label.values())
    return {
        "accuracy": micro.recall,
        "micro_f1": micro.f1,
        "macro_f1": macro_f1(by_label),
        "by_label": {label: counts.figures() for label, counts in by_label.items()},
    }


def macro_f1(by_label: Mapping[str, Counts]) -> float:
    """Return the mean of the F1 of each class, 0 where there is none."""
    return sum(counts.f1 for counts in by_label.values()) / max(len(by_label), 1)
