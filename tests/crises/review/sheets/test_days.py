"""Days are read as people write them, and never guessed."""

from __future__ import annotations

import pytest

from dragoman.crises.review.sheets.days import day_of
from dragoman.errors import DataError


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2020-01-04", None),
        ("2020-01-04 15:00", None),
        ("2020-01-04T15:00:00+05:30", None),
        ("4.1.2020", None),
        ("4 January 2020", None),
        ("4 Jan  2020", None),
        ("January 4, 2020", None),
        ("43834", None),
        ("43834.5", None),
        ("4/1/2020", "day first"),
        ("1/4/2020", "month first"),
    ],
)
def test_a_day_is_read(text: str, order: str | None) -> None:
    assert day_of(text, order).isoformat() == "2020-01-04"


@pytest.mark.parametrize(
    ("text", "day"), [("13/1/2020", "2020-01-13"), ("1/13/2020", "2020-01-13")]
)
def test_a_day_that_can_be_but_one_needs_no_order(text: str, day: str) -> None:
    assert day_of(text).isoformat() == day


@pytest.mark.parametrize("text", ["", "soon", "4/1/2020", "31/31/2020", "2020-13-01", "99999999"])
def test_what_is_no_day_or_two_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        day_of(text)
