from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.counts import Counts
from evals.metrics.matching import Tally, one_to_one, tally


def test_a_prediction_answers_one_gold_fact_only() -> None:
    assert tally(["a", "a"], ["a"], str.__eq__) == Tally(Counts(1, 2, 1), missed=(1,))


def test_the_choice_makes_room_for_all() -> None:
    assert one_to_one([[0, 1], [0]]) == {0: 1, 1: 0}


def test_what_is_excused_is_not_counted() -> None:
    found = tally(["a"], ["b", "c"], str.__eq__, excuse="c".__eq__)
    assert found == Tally(Counts(0, 1, 1), missed=(0,), wrong=(0,), excused=(1,))


def test_a_hit_is_counted_even_where_it_would_be_excused() -> None:
    assert tally(["a"], ["a"], str.__eq__, excuse=lambda _: True).counts == Counts(1, 1, 1)


@given(st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=5))
def test_a_choice_is_one_to_one_and_among_the_candidates(candidates: list[list[int]]) -> None:
    chosen = one_to_one(candidates)
    assert len(set(chosen.values())) == len(chosen)
    assert all(right in candidates[left] for left, right in chosen.items())


@given(st.permutations(range(5)))
def test_a_full_choice_is_found_where_there_is_one(order: list[int]) -> None:
    candidates = [sorted({place, 0, 1}) for place in order]
    assert len(one_to_one(candidates)) == 5
