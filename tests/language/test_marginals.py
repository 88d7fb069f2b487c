"""Likelihoods of spans, against the sum over all tag sequences."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product

import numpy as np
import pytest

from dragoman.language.chains import Chain, Floats
from dragoman.language.marginals import Marginals

TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source")
Place = tuple[int, int]


def dice(seed: int, *shape: int) -> Floats:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def chain(seed: int) -> Chain:
    return Chain.make(TAGS, dice(seed, 5, 5), dice(seed + 1, 5))


def weight(model: Chain, rows: Floats, path: tuple[int, ...]) -> float:
    moves = sum(model.transitions[one, other] for one, other in pairwise(path))
    return float(np.exp(model.start[path[0]] + moves + rows[np.arange(len(path)), path].sum()))


def counted(model: Chain, rows: Floats) -> dict[Place, float]:
    """Likelihood of each cue by going through every tag sequence."""
    found: defaultdict[Place, float] = defaultdict(float)
    total = 0.0
    for path in product(range(len(TAGS)), repeat=len(rows)):
        here = weight(model, rows, path)
        total += here
        for span in model.spans(np.array(path), rows) if here else ():
            if span.kind == "cue":
                found[span.start, span.end] += here
    return {place: value / total for place, value in found.items()}


def likely(model: Chain, rows: Floats, least: float) -> dict[Place, float]:
    spans = Marginals.of(model, rows).spans("cue", least)
    return {(span.start, span.end): span.confidence for span in spans}


@pytest.mark.parametrize("seed", range(4))
def test_a_span_is_as_likely_as_the_sequences_that_hold_it(seed: int) -> None:
    model, rows = chain(seed), dice(seed + 2, 4, 5)
    assert likely(model, rows, 1e-9) == pytest.approx(counted(model, rows), rel=1e-4, abs=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_only_spans_above_the_least_are_given(seed: int) -> None:
    model, rows = chain(seed), dice(seed + 2, 4, 5)
    wanted = {place for place, value in counted(model, rows).items() if value > 0.1}
    assert set(likely(model, rows, 0.1)) == wanted


def test_one_word() -> None:
    model = Chain.make(TAGS, np.zeros((5, 5), np.float32), np.zeros(5, np.float32))
    rows = np.zeros((1, 5), np.float32)
    assert likely(model, rows, 0.1) == {(0, 1): pytest.approx(1 / 3, abs=1e-4)}
