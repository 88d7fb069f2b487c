import pytest

from evals.metrics.counts import Counts, compare, total


def test_figures_of_a_hand_worked_example() -> None:
    counts = Counts(hits=3, gold=4, predicted=6)
    assert counts.precision == pytest.approx(0.5)
    assert counts.recall == pytest.approx(0.75)
    assert counts.f1 == pytest.approx(0.6)


def test_nothing_gives_zero_not_an_error() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)


def test_counts_add_up() -> None:
    assert total([Counts(1, 2, 3), Counts(1, 1, 1)]) == Counts(2, 3, 4)


def test_an_item_that_stands_twice_must_be_found_twice() -> None:
    assert compare(["a", "a", "b"], ["a", "c"]) == Counts(1, 3, 2)
