from __future__ import annotations

import pytest

from evals.metrics.times import TimeCounts, TimedSpan, comparable, paired, time_counts

DAY = ("2031-03-04", "2031-03-04")


def span(begin: int, end: int, value: tuple[str | None, str | None] = DAY) -> TimedSpan:
    return TimedSpan(begin, end, *value)


FIGURES = [
    pytest.param([span(0, 5)], [span(0, 5)], (1, 1, 1), id="all right"),
    pytest.param([span(0, 5)], [span(2, 5)], (0, 1, 1), id="other ends"),
    pytest.param([span(0, 5)], [span(0, 5, ("2031", "2031"))], (1, 1, 0), id="other dates"),
    pytest.param([span(0, 5)], [span(5, 9)], (0, 0, 0), id="next to it"),
    pytest.param([span(0, 5, (None, DAY[1]))], [span(0, 5)], (1, 1, 0), id="open"),
    pytest.param([span(0, 5, (None, None))], [span(0, 5, (None, None))], (1, 1, 1), id="none"),
    pytest.param([span(0, 9)], [span(0, 4), span(5, 9)], (0, 2 / 3, 2 / 3), id="in two parts"),
    pytest.param([], [span(0, 4)], (0, 0, 0), id="none there"),
    pytest.param([span(0, 4)], [], (0, 0, 0), id="none found"),
]


@pytest.mark.parametrize(("gold", "predicted", "figures"), FIGURES)
def test_figures(
    gold: list[TimedSpan], predicted: list[TimedSpan], figures: tuple[float, float, float]
) -> None:
    names = ("strict_f1", "relaxed_f1", "value_f1")
    found = time_counts(gold, predicted).figures()
    assert found == pytest.approx(dict(zip(names, figures, strict=True)))


def test_counts_add_up() -> None:
    right = time_counts([span(0, 5)], [span(0, 5)])
    wrong = time_counts([span(0, 5)], [])
    assert (TimeCounts() + right + wrong).figures()["strict_f1"] == pytest.approx(2 / 3)


def test_the_same_ends_are_paired_before_a_longer_overlap() -> None:
    one, two = span(0, 5, ("2031", "2031")), span(0, 9)
    assert paired([span(0, 5)], [two, one]) == [(span(0, 5), one)]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("2031-03-04T03:00Z", "2031-03-04T03:00+00:00", True),
        ("2031-03-04T03:00Z", "2031-03-04T05:00+02:00", True),
        ("2031-03-04T03:00:00Z", "2031-03-04T03:00Z", True),
        ("2031-03-04T03:00", "2031-03-04T03:00Z", False),
        ("2031-03-04T03:00", "2031-03-04", False),
        ("2031-03", "2031-03-04", False),
        (None, None, True),
        (None, "2031", False),
    ],
)
def test_moments_agree_whatever_their_zone(one: str | None, two: str | None, same: bool) -> None:
    assert (comparable(one) == comparable(two)) is same
