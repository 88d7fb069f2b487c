from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.bcubed import BCubed, bcubed

GOLD = {"a": 1, "b": 1, "c": 2, "d": 2}


@pytest.mark.parametrize(
    ("predicted", "precision", "recall"),
    [
        ({"a": 1, "b": 1, "c": 2, "d": 2}, 1.0, 1.0),
        ({"a": "x", "b": "x", "c": "y", "d": "y"}, 1.0, 1.0),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, 1.0, 0.5),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, 0.5, 1.0),
        ({"a": 1, "b": 1, "c": 1, "d": 2}, 2 / 3, 3 / 4),
    ],
)
def test_groups_are_compared_member_by_member(
    predicted: dict[str, object], precision: float, recall: float
) -> None:
    found = bcubed(GOLD, predicted)
    assert found.precision == pytest.approx(precision)
    assert found.recall == pytest.approx(recall)


def test_f1_is_made_of_the_means() -> None:
    assert BCubed(1.0, 0.5).f1 == pytest.approx(2 / 3)
    assert BCubed().f1 == 0.0
    assert set(BCubed().figures()) == {"precision", "recall", "f1"}


def test_nothing_to_compare_is_nothing() -> None:
    assert bcubed({}, {}) == BCubed()


def test_other_members_are_refused() -> None:
    with pytest.raises(ValueError, match="members"):
        bcubed(GOLD, {"a": 1})


@given(st.dictionaries(st.text(max_size=2), st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_figures_are_shares_and_turn_over_with_the_sides(pairs: dict[str, tuple[int, int]]) -> None:
    gold = {name: one for name, (one, _) in pairs.items()}
    predicted = {name: other for name, (_, other) in pairs.items()}
    found, turned = bcubed(gold, predicted), bcubed(predicted, gold)
    assert 0 <= found.precision <= 1 + 1e-9
    assert found.recall == pytest.approx(turned.precision)
