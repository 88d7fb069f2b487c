"""Metrics of calibration: bins, error, curve, folds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.calibration import bins, calibration_error, isotonic, out_of_fold

OBSERVATIONS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=300)


def seen(confidence: float, right: int, wrong: int) -> list[tuple[float, bool]]:
    return [(confidence, True)] * right + [(confidence, False)] * wrong


@given(OBSERVATIONS)
def test_bins_hold_every_observation_once(given_: list[tuple[float, bool]]) -> None:
    assert sum(each.facts for each in bins(given_)) == len(given_)


def test_few_observations_make_one_bin() -> None:
    assert len(bins(seen(0.5, 30, 30))) == 1


def test_many_observations_make_at_most_ten_bins() -> None:
    many = [pair for place in range(100) for pair in seen(place / 100, 5, 5)]
    assert len(bins(many)) == 10


def test_observations_of_one_confidence_stay_together() -> None:
    assert len(bins(seen(0.5, 400, 400))) == 1


def test_confidences_that_hold_have_no_error() -> None:
    assert calibration_error(seen(0.75, 60, 20)) == pytest.approx(0.0)


def test_the_error_is_the_distance_from_the_share_that_is_right() -> None:
    assert calibration_error(seen(0.9, 30, 20)) == pytest.approx(0.3)


@given(OBSERVATIONS)
def test_a_fitted_curve_never_falls(given_: list[tuple[float, bool]]) -> None:
    assert all(low[0] <= high[0] and low[1] <= high[1] for low, high in pairwise(isotonic(given_)))


def test_a_curve_gives_the_share_right_of_each_level() -> None:
    found = isotonic(seen(0.4, 10, 30) + seen(0.8, 36, 4))
    assert found == ((0.4, 0.25), (0.8, 0.9))


def test_levels_in_the_wrong_order_are_pooled() -> None:
    assert isotonic(seen(0.4, 30, 10) + seen(0.8, 10, 30)) == ((0.6, 0.5),)


def test_an_article_is_calibrated_by_the_others() -> None:
    articles = [seen(0.9, 20, 20), seen(0.9, 40, 0)]
    found = out_of_fold(articles)
    assert {given for given, _ in found[:40]} == {1.0}
    assert {given for given, _ in found[40:]} == {0.5}


def test_a_lone_article_keeps_its_confidences() -> None:
    assert out_of_fold([seen(0.7, 1, 1)]) == seen(0.7, 1, 1)
