from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import PartialDate
from tests.records.strategies import PARTIAL_DATES

CUTS = ("year", "month", "day")


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2020", "year", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", "month", date(2021, 2, 1), date(2021, 2, 28)),
        ("2020-12", "month", date(2020, 12, 1), date(2020, 12, 31)),
        ("2020-01-03", "day", date(2020, 1, 3), date(2020, 1, 3)),
        ("2020-01-03T14:05", "time", date(2020, 1, 3), date(2020, 1, 3)),
        ("2020-01-03T14:05:09Z", "time", date(2020, 1, 3), date(2020, 1, 3)),
        ("2020-01-03T23:30+05:30", "time", date(2020, 1, 3), date(2020, 1, 3)),
        ("9999", "year", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_parse(text: str, precision: str, earliest: date, latest: date) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.precision, parsed.earliest, parsed.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", "20", "2020-1", "2020-13", "2020-00", "2020-02-30", "2021-02-29", "2020-1-3"),
        *("03.01.2020", "Friday", "2020-01-03T", "2020-01-03T25:00", "2020-01-03 14:05", "0000"),
        *("2020-01-03\n", " 2020", "2020-01T10:00", "٢٠٢٠"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@given(PARTIAL_DATES)
def test_the_text_comes_back(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@given(PARTIAL_DATES)
def test_earliest_is_not_after_latest(text: str) -> None:
    parsed = PartialDate.parse(text)
    assert parsed.earliest <= parsed.latest


@given(PARTIAL_DATES)
def test_a_date_includes_its_ends(text: str) -> None:
    parsed = PartialDate.parse(text)
    assert parsed.includes(parsed.earliest)
    assert parsed.includes(parsed.latest)


@pytest.mark.parametrize("precision", CUTS)
@given(day=st.dates(date(1000, 1, 2), date(9000, 1, 1)))
def test_cutting_a_day_keeps_it_included(
    precision: Literal["year", "month", "day"], day: date
) -> None:
    cut = PartialDate.of(day, precision)
    assert (cut.precision, cut.includes(day)) == (precision, True)
    assert not cut.includes(cut.earliest - timedelta(days=1))


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_two_dates_overlap_or_one_is_before(one: str, other: str) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert [first.before(second), second.before(first), first.overlaps(second)].count(True) == 1


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2020", "2020-01-03", True),
        ("2020-01", "2020-01-31", True),
        ("2020-01", "2020-02-01", False),
        ("2019", "2020", False),
        ("2020-01-03", "2020-01-03T12:00Z", True),
    ],
)
def test_overlaps(one: str, other: str, overlap: bool) -> None:
    assert PartialDate.parse(one).overlaps(PartialDate.parse(other)) is overlap
