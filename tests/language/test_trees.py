"""The best tree of a sentence."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.trees import Floats, best_tree


def scored(rows: list[list[float]]) -> Floats:
    return np.array(rows, dtype=np.float32)


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head < 0 for head in heads) != 1:
        return False
    for start in range(len(heads)):
        seen, word = set[int](), start
        while word >= 0:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


def value(scores: Floats, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


def test_one_word_is_the_root() -> None:
    assert best_tree(scored([[0.0, 0.0]])).tolist() == [-1]


def test_the_greedy_choice_stands_where_it_is_a_tree() -> None:
    scores = scored([[0, 0, 9, 0], [9, 0, 0, 0], [0, 0, 9, 0]])
    assert best_tree(scores).tolist() == [1, -1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # Words 1 and 2 want each other; word 2 gives way to the root word 0 at less cost.
    scores = scored([[9, 0, 0, 0], [0, 1, 0, 5], [0, 4, 5, 0]])
    assert best_tree(scores).tolist() == [-1, 2, 0]


@pytest.mark.parametrize("seed", range(60))
def test_best_of_all_trees_with_that_root(seed: int) -> None:
    dice = np.random.default_rng(seed)
    size = int(dice.integers(2, 6))
    scores = dice.normal(size=(size, size + 1)).astype(np.float32)
    found = tuple(best_tree(scores).tolist())
    root = found.index(-1)
    best = max(
        value(scores, heads)
        for heads in product(range(-1, size), repeat=size)
        if is_tree(heads) and heads[root] == -1
    )
    assert value(scores, found) == pytest.approx(best, abs=1e-4)


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_always_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    assert is_tree(tuple(best_tree(scores).tolist()))
