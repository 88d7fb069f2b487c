"""Calibration: curves on confidences, and their table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.calibration import KINDS, UNCALIBRATED, Calibration, calibration
from dragoman.errors import DataError

CURVES = Calibration.parse("events = [[0.4, 0.2], [0.8, 0.9]]")


@pytest.mark.parametrize(
    ("before", "after"),
    [(0.4, 0.2), (0.6, 0.55), (0.8, 0.9), (0.1, 0.2), (1.0, 0.9)],
    ids=["first point", "between", "last point", "below", "above"],
)
def test_a_number_is_read_off_the_curve(before: float, after: float) -> None:
    assert CURVES.of("events", before) == pytest.approx(after)


def test_a_kind_without_a_curve_keeps_its_numbers() -> None:
    assert CURVES.of("contacts", 0.37) == 0.37


@given(st.sampled_from(KINDS), st.floats(0, 1), st.floats(0, 1))
def test_what_was_surer_stays_at_least_as_sure(kind: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    shipped = calibration()
    assert 0 <= shipped.of(kind, low) <= shipped.of(kind, high) <= 1


def test_without_curves_nothing_changes() -> None:
    assert UNCALIBRATED.of("events", 0.123) == 0.123


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("events = [", "test.toml"),
        ("rumours = [[0.1, 0.2]]", "rumours"),
        ("events = []", "between 0 and 1"),
        ("events = [[0.1, 1.2]]", "between 0 and 1"),
        ("events = [[0.1, 0.5], [0.2, 0.4]]", "must grow"),
        ("events = [[0.2, 0.5], [0.2, 0.6]]", "must grow"),
        ("events = [[0.1]]", "pairs of numbers"),
        ("events = 3", "pairs of numbers"),
    ],
)
def test_a_bad_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        Calibration.parse(text, name="test.toml")
