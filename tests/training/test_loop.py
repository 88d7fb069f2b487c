"""The start of a training run: the mean of earlier runs."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.needs("torch")

Weights = dict[str, list[float]]


def mean(*runs: tuple[Weights, float]) -> Weights:
    import torch

    from training.loop import mixed

    given = [({k: torch.tensor(v) for k, v in weights.items()}, share) for weights, share in runs]
    return {name: value.tolist() for name, value in mixed(given).items()}


def test_weights_are_averaged_by_their_shares() -> None:
    assert mean(({"x": [0.0, 0.0]}, 0.25), ({"x": [1.0, 1.0]}, 0.75)) == {"x": [0.75, 0.75]}


def test_a_weight_that_one_run_lacks_is_the_others() -> None:
    assert mean(({"x": [0.0]}, 0.5), ({"x": [1.0], "y": [1.0]}, 0.5))["y"] == [1.0]


def test_a_weight_of_another_shape_is_the_last_runs() -> None:
    assert mean(({"x": [0.0, 0.0, 0.0]}, 0.5), ({"x": [1.0, 1.0]}, 0.5)) == {"x": [1.0, 1.0]}


def test_no_runs_mix_to_nothing() -> None:
    assert mean() == {}
