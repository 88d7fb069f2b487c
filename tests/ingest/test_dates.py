"""Printed dates, their labels, times and zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.dates import (
    PrintedDate,
    date_only,
    day_of,
    find_dates,
    moment_of,
    nearest_year,
    without_dates,
)
from dragoman.world.zones import DATE_ONLY


def only(line: str) -> PrintedDate:
    (printed,) = find_dates(line, yearless=True)
    return printed


@pytest.mark.parametrize(
    "line",
    [
        "March 9, 2021",
        "Mar 9 2021",
        "Mar. 9, 2021",
        "Tuesday, March 9th, 2021",
        "March 9,2021",
        "9 March 2021",
        "09-Mar-2021",
        "9th of March, 2021",
        "Tue 9 Mar 2021",
        "9 Mar '21",
        "2021-03-09",
        "2021/3/9",
        "2021.03.09",
    ],
)
def test_a_day_is_read_in_any_style(line: str) -> None:
    printed = only(line)
    assert (printed.year, printed.month, printed.day) == (2021, 3, 9)


@pytest.mark.parametrize(
    "line",
    [
        "may 2021 be better",
        "on the 9th",
        "1.2021.30.9",
        "Resolution 2231/2015/2020x",
        "sections 3-9-21",
        "the march of 9 men",
    ],
)
def test_other_numbers_are_no_dates(line: str) -> None:
    assert find_dates(line) == ()


@pytest.mark.parametrize(
    ("line", "clock", "zone"),
    [
        ("March 9, 2021, 03:16 PM IST", time(15, 16), "IST"),
        ("9 March 2021 15.16 GMT", time(15, 16), "GMT"),
        ("9 Mar 2021 at 3 p.m. ET", time(15), "ET"),
        ("March 9, 2021 12:05 AM", time(0, 5), None),
        ("March 9, 2021 noon UTC", time(12), "UTC"),
        ("2021-03-09T15:16:07+05:30", time(15, 16, 7), "+05:30"),
        ("2021-03-09T15:16:07.123Z", time(15, 16, 7), "Z"),
        ("Tue, 09 Mar 2021 09:46:00 +0530", time(9, 46), "+0530"),
        ("9 March 2021 | 15:16 (Moscow time)", time(15, 16), "Moscow time"),
        ("March 9, 2021 15:16 (GMT+3)", time(15, 16), "GMT+3"),
        ("0316 GMT (1116 HKT) March 9, 2021", time(3, 16), "GMT"),
        ("12:03 AM on March 9, 2021", time(0, 3), None),
        ("March 9, 2021 1530 hrs IST", time(15, 30), "IST"),
        ("March 9, 2021 25:10", None, None),
        ("March 9, 2021", None, None),
    ],
)
def test_the_time_beside_a_date_is_read(line: str, clock: time | None, zone: str | None) -> None:
    printed = only(line)
    assert (printed.clock, printed.zone) == (clock, zone)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Updated: March 9, 2021", ["updated"]),
        ("Last modified on Tue 9 Mar 2021", ["updated"]),
        ("First Published: March 9, 2021", ["published"]),
        ("March 9, 2021", [None]),
        ("Published 8 March 2021 Updated 9 March 2021", ["published", "updated"]),
    ],
)
def test_the_word_before_a_date_is_its_label(line: str, labels: list[str | None]) -> None:
    assert [printed.label for printed in find_dates(line)] == labels


def test_what_stands_beside_dates_is_left_over() -> None:
    line = "Cairo | Updated: March 9, 2021, 3 PM IST | Jo Writer"
    rest = without_dates(line, find_dates(line))
    assert [piece.strip() for piece in rest.split("|") if piece.strip()] == ["Cairo", "Jo Writer"]


def test_a_date_without_year_counts_only_where_asked() -> None:
    assert find_dates("June 5") == ()
    assert only("June 5").year is None
    assert only("5 June").month == 6


class TestMoment:
    def test_the_printed_zone_is_kept(self) -> None:
        moment = moment_of(only("March 9, 2021, 03:16 PM IST"), ("IND",))
        assert moment is not None
        assert moment.isoformat() == "2021-03-09T15:16:00+05:30"
        assert moment.tzname() == "IST"

    def test_a_time_of_unknown_zone_is_dropped_and_the_day_kept(self) -> None:
        for line in ("March 9, 2021, 03:16 PM", "March 9, 2021, 03:16 PM IST"):
            moment = moment_of(only(line))
            assert moment == datetime(2021, 3, 9, tzinfo=DATE_ONLY)
            assert moment.tzinfo is DATE_ONLY

    def test_a_time_without_zone_is_on_the_clock_of_the_outlet(self) -> None:
        moment = moment_of(only("July 9, 2021 15:16"), ("GBR",), "Europe/London")
        assert moment is not None
        assert moment.utcoffset() == timedelta(hours=1)

    def test_a_bare_day_is_midnight_and_says_so(self) -> None:
        assert date_only(date(2021, 3, 9)).tzname() == "date only"

    def test_words_that_cover_summer_time_take_the_offset_of_the_day(self) -> None:
        winter, summer = (
            moment_of(only("Jan 9, 2021 3 PM ET")),
            moment_of(only("Jul 9, 2021 3 PM ET")),
        )
        assert winter is not None
        assert summer is not None
        assert (winter.utcoffset(), summer.utcoffset()) == (
            timedelta(hours=-5),
            timedelta(hours=-4),
        )

    @pytest.mark.parametrize("line", ["February 30, 2021", "2021-13-01", "31 June 2021"])
    def test_a_day_that_cannot_be_is_an_error(self, line: str) -> None:
        with pytest.raises(ValueError, match=r"day|month"):
            moment_of(only(line))


@pytest.mark.parametrize(
    ("line", "country", "day"),
    [
        ("04/01/2020", "GBR", date(2020, 1, 4)),
        ("04/01/2020", "USA", date(2020, 4, 1)),
        ("04/01/2020", None, None),
        ("31/12/2019", None, date(2019, 12, 31)),
        ("12/31/2019", None, date(2019, 12, 31)),
        ("05/05/2019", None, date(2019, 5, 5)),
    ],
)
def test_numbers_are_read_in_the_order_of_the_country(
    line: str, country: str | None, day: date | None
) -> None:
    assert day_of(only(line), (country,)) == day


@pytest.mark.parametrize(
    ("line", "known", "year"),
    [
        ("June 5", date(2020, 6, 7), 2020),
        ("Dec 31", date(2021, 1, 1), 2020),
        ("Jan 1", date(2020, 12, 31), 2021),
        ("Feb 29", date(2021, 3, 1), 2020),
    ],
)
def test_a_date_without_year_takes_the_nearest(line: str, known: date, year: int) -> None:
    assert nearest_year(only(line), known).year == year


STYLES = (
    "%B %d, %Y, %I:%M %p",
    "%d %B %Y %H:%M",
    "%b %d %Y %H.%M",
    "%Y-%m-%dT%H:%M",
    "%d-%b-%Y %I.%M%p",
)
MOMENTS = st.datetimes(datetime.fromisoformat("1600-01-01"), datetime.fromisoformat("2999-12-31"))
OFFSETS = st.integers(-11, 13)


@given(MOMENTS, OFFSETS, st.sampled_from(STYLES))
def test_what_is_printed_is_read_back(moment: datetime, hours: int, style: str) -> None:
    moment = moment.replace(second=0, microsecond=0)
    zone = timezone(timedelta(hours=hours))
    printed = only(f"{moment.strftime(style)} UTC{hours:+03d}:00")
    assert moment_of(printed) == moment.replace(tzinfo=zone)


@given(MOMENTS)
def test_iso_dates_are_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    assert moment_of(only(moment.isoformat())) == moment


@given(st.text(max_size=120))
def test_any_line_gives_dates_inside_of_it(line: str) -> None:
    for printed in find_dates(line, yearless=True):
        start, end = printed.span
        assert 0 <= start < end <= len(line)
