"""Many values, some at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.portions import portions

VALUES = st.lists(st.integers(), max_size=40)
SIZES = st.integers(1, 12)


@given(values=VALUES, size=SIZES)
def test_nothing_is_lost_and_the_order_stays(values: list[int], size: int) -> None:
    assert [each for some in portions(values, size) for each in some] == values


@given(values=VALUES, size=SIZES)
def test_no_portion_is_empty_or_larger_than_the_size(values: list[int], size: int) -> None:
    assert all(1 <= len(some) <= size for some in portions(iter(values), size))
