from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.world.partial_dates import bounds, first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("2022-07-05", date(2022, 7, 5), date(2022, 7, 5)),
    ],
)
def test_a_partial_date_spans_the_days_it_may_mean(partial: str, first: date, last: date) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize("wrong", ["", "20", "2020-1", "2020-13", "2021-02-30", "2020-01-01T00:00"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        bounds(wrong)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_each_day_lies_within_its_month_and_year(day: date) -> None:
    text = day.isoformat()
    assert first_day(text[:4]) <= first_day(text[:7]) <= day <= last_day(text[:7])
    assert last_day(text[:7]) <= last_day(text[:4])
