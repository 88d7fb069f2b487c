"""Matching gold with predicted facts one to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from evals.metrics.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of comparing the facts of one kind.

    ``missed`` and ``wrong`` are indexes of gold facts not found and of predictions that answer
    none; ``excused`` predictions answer none either, but are not counted.
    """

    counts: Counts
    missed: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()
    excused: tuple[int, ...] = ()


def tally(
    gold: Sequence[Gold],
    predicted: Sequence[Predicted],
    agree: Callable[[Gold, Predicted], bool],
    excuse: Callable[[Predicted], bool] = lambda _: False,
) -> Tally:
    """Compare facts: each gold fact is answered by at most one prediction, and the other way.

    Args:
        gold: the gold facts.
        predicted: the predicted facts.
        agree: whether a prediction agrees with a gold fact on its key fields.
        excuse: whether a prediction that answers no gold fact is left out of the count.
    """
    answers = one_to_one([[j for j, p in enumerate(predicted) if agree(g, p)] for g in gold])
    used = set(answers.values())
    beyond = [j for j in range(len(predicted)) if j not in used]
    excused = tuple(j for j in beyond if excuse(predicted[j]))
    return Tally(
        Counts(len(answers), len(gold), len(predicted) - len(excused)),
        tuple(i for i in range(len(gold)) if i not in answers),
        tuple(j for j in beyond if j not in excused),
        excused,
    )


def one_to_one(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return a largest one-to-one choice: for each left index one of its candidates.

    Augmenting paths (Kuhn); earlier left indexes and earlier candidates are tried first, so
    that the choice is always the same.
    """
    holder: dict[int, int] = {}

    def place(left: int, seen: set[int]) -> bool:
        for right in candidates[left]:
            if right not in seen:
                seen.add(right)
                if right not in holder or place(holder[right], seen):
                    holder[right] = left
                    return True
        return False

    for left in range(len(candidates)):
        place(left, set())
    return {left: right for right, left in sorted(holder.items(), key=lambda item: item[1])}
