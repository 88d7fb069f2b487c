import pytest

from benchmarks.intervals import Interval


def test_a_hand_worked_interval() -> None:
    # mean 12, sample deviation 2, quantile of t with 2 degrees of freedom 4.303
    interval = Interval.of([10.0, 12.0, 14.0])
    assert interval.mean == 12.0
    assert interval.half == pytest.approx(4.303 * 2 / 3**0.5)


def test_many_values_use_the_normal_quantile() -> None:
    interval = Interval.of([0.0, 2.0] * 50)
    assert interval.half == pytest.approx(1.96 * 1.005038 / 10, rel=1e-4)


def test_thirty_one_values_use_the_last_of_the_table() -> None:
    interval = Interval.of([1.0] * 30 + [32.0])
    assert interval.half == pytest.approx(2.042 * 5.56776 / 31**0.5, rel=1e-4)


def test_one_value_tells_nothing_of_its_spread() -> None:
    assert Interval.of([3.0]) == Interval(3.0, None, 1)
    assert Interval.of([3.0]).to_dict() == {"mean": 3.0, "low": None, "high": None, "n": 1}


def test_no_value_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Interval.of([])


@pytest.mark.parametrize(
    ("values", "digits", "shown"),
    [([1234.4], 0, "1,234"), ([0.5, 0.5], 2, "0.50 ± 0.00")],
)
def test_how_it_is_shown(values: list[float], digits: int, shown: str) -> None:
    assert Interval.of(values).shown(digits) == shown
