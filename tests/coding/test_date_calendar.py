"""Dates, months, years, decades, quarters, seasons and feasts mean days of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.intervals import easter, nth_weekday
from tests.coding.timed import dates, flat

# Seen from Saturday, 4 January 2020.
MEANINGS = [
    # days
    ("the order of 14.09.2023 was", "14.09.2023", "2023-09-14", "2023-09-14"),
    ("issued 14/09/2023 by", "14/09/2023", "2023-09-14", "2023-09-14"),
    ("issued 2023/09/14 by", "2023/09/14", "2023-09-14", "2023-09-14"),
    ("issued 04/09/2023 by", "04/09/2023", None, None),
    ("logged at 2023-09-14T05:30Z by", "2023-09-14T05:30Z", *["2023-09-14T05:30Z"] * 2),
    ("signed on September the 5th", "September the 5th", "2019-09-05", "2019-09-05"),
    ("since Thurs 2 Jan 2020", "Thurs 2 Jan 2020", "2020-01-02", "2020-01-04"),
    ("on 24 February last year they", "24 February last year", *["2019-02-24"] * 2),
    ("on May 7 of this year they", "May 7 of this year", "2020-05-07", "2020-05-07"),
    ("met on the 2nd, they", "the 2nd", "2020-01-02", "2020-01-02"),
    ("met on the 15th, they", "the 15th", "2019-12-15", "2019-12-15"),
    ("the October 7 attack", "October 7", "2023-10-07", "2023-10-07"),
    ("the March 7 attack", "March 7", "2019-03-07", "2019-03-07"),
    ("since 9/11 the", "9/11", "2001-09-11", "2020-01-04"),
    # months
    ("in March last year they", "March last year", "2019-03", "2019-03"),
    ("the March talks", "March", "2019-03", "2019-03"),
    ("wet; July's rains fell", "July", "2019-07", "2019-07"),
    ("from March to June", "March to June", "2019-03", "2019-06"),
    ("from November to January", "November to January", "2019-11", "2020-01"),
    ("between April and June 2018", "April and June 2018", "2018-04", "2018-06"),
    ("from May 2012 to January 2014", "May 2012 to January 2014", "2012-05", "2014-01"),
    # years and more
    ("the 1967 war", "1967", "1967", "1967"),
    ("the party's 2012 nominee", "2012", "2012", "2012"),
    ("the treaty of 1878 gave", "1878", "1878", "1878"),
    ("the 2014-15 outbreak", "2014-15", "2014", "2015"),
    ("the treaty (1994) was", "1994", "1994", "1994"),
    ("the strikes of the '70s", "the '70s", "1970", "1979"),
    ("in the 1800s they", "the 1800s", "1800", "1899"),
    ("the nineties were", "the nineties", "1990", "1999"),
    ("the 1960s and 1970s", "the 1960s and 1970s", "1960", "1979"),
    ("built in the 19th century", "the 19th century", "1801", "1900"),
    ("in the twentieth century", "the twentieth century", "1901", "2000"),
    ("in the second quarter", "the second quarter", "2019-04", "2019-06"),
    ("in the last quarter", "the last quarter", "2019-10", "2019-12"),
    ("sales in Q3 fell", "Q3", "2019-07", "2019-09"),
    ("since the summer, they", "the summer", "2019-06", "2020-01-04"),
    ("met last winter", "last winter", "2018-12", "2019-02"),
    # feasts
    ("on Easter Sunday they", "Easter Sunday", "2019-04-21", "2019-04-21"),
    ("on Good Friday 1998 they", "Good Friday 1998", "1998-04-10", "1998-04-10"),
    ("at Orthodox Easter 2016", "Orthodox Easter 2016", "2016-05-01", "2016-05-01"),
    ("on Thanksgiving Day they", "Thanksgiving Day", "2019-11-28", "2019-11-28"),
    ("on Memorial Day they", "Memorial Day", "2019-05-27", "2019-05-27"),
    ("during Ramadan they", "Ramadan", "2019-05-06", "2019-06-03"),
    ("on Yom Kippur 1973 they", "Yom Kippur 1973", "1973-10-06", "1973-10-06"),
    ("on Christmas Day they", "Christmas Day", "2019-12-25", "2019-12-25"),
    ("in Eid al-Fitr 2099 they", "Eid al-Fitr 2099", None, None),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), MEANINGS)
def test_words_mean_dates(text: str, words: str, earliest: str | None, latest: str | None) -> None:
    assert dates(flat(text)) == [(words, earliest, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "a quarter of the seats",
        "a third of 2,015 men",
        "on flight 1815 to sea",
        "under resolution 1973 of",
        "they plant in spring",
        "aged 1,967 days",
        "the ratio is 9/112",
        "at 14.15.16 it",
        "on the 15th floor",
    ],
)
def test_other_numbers_and_words_mean_none(text: str) -> None:
    assert dates(flat(text)) == []


def test_a_day_alone_lies_in_the_month_told_before() -> None:
    found = dates(flat("shut on 22 April 2015 and open on the 30th."))
    assert found[1] == ("the 30th", "2015-04-30", "2015-04-30")


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2016, date(2016, 3, 27), date(2016, 5, 1)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
        (1954, date(1954, 4, 18), date(1954, 4, 25)),
    ],
)
def test_easter_falls_as_the_churches_have_it(year: int, western: date, eastern: date) -> None:
    assert (easter(year), easter(year, orthodox=True)) == (western, eastern)


@pytest.mark.parametrize(
    ("which", "day"),
    [(1, date(2019, 5, 6)), (4, date(2019, 5, 27)), (5, None), (-1, date(2019, 5, 27))],
)
def test_the_nth_monday_of_a_month(which: int, day: date | None) -> None:
    assert nth_weekday(date(2019, 5, 1), date(2019, 5, 31), 0, which) == day
