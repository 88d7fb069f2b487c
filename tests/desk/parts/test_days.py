"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.desk.parts import short_days, shown_days

FIRST = date(2031, 1, 3)


@pytest.mark.parametrize(
    ("first", "last", "short"),
    [
        (None, None, "no day"),
        (FIRST, FIRST, "3 Jan 2031"),
        (FIRST, None, "3 Jan 2031"),
        (FIRST, date(2031, 1, 5), "3–5 Jan 2031"),
        (FIRST, date(2031, 2, 1), "3 Jan – 1 Feb 2031"),
        (FIRST, date(2032, 1, 3), "3 Jan 2031 – 3 Jan 2032"),
        (None, FIRST, "until 3 Jan 2031"),
    ],
)
def test_a_range_leaves_out_what_both_ends_share(
    first: date | None, last: date | None, short: str
) -> None:
    assert short_days(first, last) == short


def test_a_range_of_days_is_uncertain() -> None:
    assert shown_days(FIRST, date(2031, 1, 5)).uncertain


def test_one_day_is_not_uncertain() -> None:
    assert not shown_days(FIRST, FIRST).uncertain


def test_a_range_stands_in_a_sentence() -> None:
    shown = shown_days(FIRST, date(2031, 1, 5))
    assert shown.text == "between 3 January 2031 and 5 January 2031"
