from __future__ import annotations

import pytest

from evals.metrics.classes import class_counts, class_figures
from evals.metrics.counts import Counts


def test_counts_are_kept_for_the_classes_of_the_gold_only() -> None:
    assert class_counts(["a", "b", "a"], ["a", "a", "c"]) == {
        "a": Counts(1, 2, 2),
        "b": Counts(0, 1, 0),
    }


@pytest.mark.parametrize(
    ("gold", "predicted", "accuracy", "micro", "macro"),
    [
        ("aab", "aab", 1.0, 1.0, 1.0),
        ("aab", "aaa", 2 / 3, 2 / 3, (4 / 5 + 0) / 2),
        ("aab", "aac", 2 / 3, 4 / 5, 1 / 2),
        ("ab", "cc", 0.0, 0.0, 0.0),
        ("", "", 0.0, 0.0, 0.0),
    ],
)
def test_figures(gold: str, predicted: str, accuracy: float, micro: float, macro: float) -> None:
    figures = class_figures(list(gold), list(predicted))
    assert figures["accuracy"] == pytest.approx(accuracy)
    assert figures["micro_f1"] == pytest.approx(micro)
    assert figures["macro_f1"] == pytest.approx(macro)


def test_figures_by_label_hold_counts() -> None:
    assert class_figures(["a"], ["b"])["by_label"] == {
        "a": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "hits": 0, "gold": 1, "predicted": 0}
    }


def test_an_answer_for_each_example_is_needed() -> None:
    with pytest.raises(ValueError, match="zip"):
        class_figures(["a", "b"], ["a"])
