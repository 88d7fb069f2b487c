"""Words before an expression, the prepositions that bound it, and expressions of two ends."""

from __future__ import annotations

import pytest

from tests.coding.articles import article
from tests.coding.timed import dates, flat

# Seen from Saturday, 4 January 2020.
PARTS = [
    ("late on Tuesday they", "late on Tuesday", "2019-12-31", "2019-12-31"),
    ("early Friday they", "early Friday", "2020-01-03", "2020-01-03"),
    ("at dawn on Friday they", "dawn on Friday", "2020-01-03", "2020-01-03"),
    ("in the early hours of Friday", "the early hours of Friday", "2020-01-03", "2020-01-03"),
    ("on the night of 2 to 3 May 2015", "the night of 2 to 3 May 2015", "2015-05-02", "2015-05-03"),
    ("overnight on Thursday they", "overnight on Thursday", "2020-01-02", "2020-01-03"),
    ("overnight into Thursday they", "overnight into Thursday", "2020-01-01", "2020-01-02"),
    ("in the early 1990s they", "the early 1990s", "1990", "1993"),
    ("in the mid-2000s they", "the mid-2000s", "2004", "2006"),
    ("in the late '80s they", "the late '80s", "1987", "1989"),
    ("in the late 19th century they", "the late 19th century", "1868", "1900"),
    ("in late 2013 they", "late 2013", "2013", "2013"),
    ("at the end of June 2019 they", "the end of June 2019", "2019-06", "2019-06"),
    ("by the end of next month", "the end of next month", "2020-01-04", "2020-02"),
    ("met so far this month", "so far this month", "2020-01-01", "2020-01-04"),
    ("met later this week", "later this week", "2020-01-04", "2020-01-05"),
    ("in the week of 6 May 2015", "the week of 6 May 2015", "2015-05-04", "2015-05-10"),
    ("in the month of May 2015", "the month of May 2015", "2015-05", "2015-05"),
    ("in the year 1969 they", "the year 1969", "1969", "1969"),
    ("in the third quarter of 2019", "the third quarter of 2019", "2019-07", "2019-09"),
    ("in the third quarter of last year", "the third quarter of last year", "2019-07", "2019-09"),
    ("in Q2 2021 they", "Q2 2021", "2021-04", "2021-06"),
    ("in H1 2021 they", "H1 2021", "2021-01", "2021-06"),
    ("in the first half of 2019", "the first half of 2019", "2019-01", "2019-06"),
    ("in the second half of May 2019", "the second half of May 2019", "2019-05-16", "2019-05-31"),
    ("in the first half of the 1990s", "the first half of the 1990s", "1990", "1994"),
    ("the first Monday of May 2019", "the first Monday of May 2019", "2019-05-06", "2019-05-06"),
    ("the last Sunday in May 2019", "the last Sunday in May 2019", "2019-05-26", "2019-05-26"),
    ("in the second week of May 2019", "the second week of May 2019", "2019-05-08", "2019-05-14"),
    (
        "in the first ten days of May 2019",
        "the first ten days of May 2019",
        "2019-05-01",
        "2019-05-10",
    ),
    ("in the last 3 months of 2019", "the last 3 months of 2019", "2019-10", "2019-12"),
    ("in the first 2 years of the 1990s", "the first 2 years of the 1990s", "1990", "1991"),
    ("two days before Christmas Day", "two days before Christmas Day", *["2019-12-23"] * 2),
    ("on the Friday before Christmas", "the Friday before Christmas", *["2019-12-20"] * 2),
    ("in the week to 5 May 2019", "the week to 5 May 2019", "2019-04-29", "2019-05-05"),
    ("met the day after 7 May 2015", "the day after 7 May 2015", "2015-05-08", "2015-05-08"),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), PARTS)
def test_words_before_belong_to_it(
    text: str, words: str, earliest: str | None, latest: str | None
) -> None:
    assert dates(flat(text)) == [(words, earliest, latest)]


BOUNDS = [
    ("shut since at least 2014", "2014", "2014", "2020-01-04"),
    ("shut no later than Friday", "Friday", None, "2020-01-03"),
    ("shut prior to 2015", "2015", None, "2015"),
    ("shut by 5 p.m. on Friday", "5 p.m. on Friday", None, "2020-01-03T17:00"),
    ("after Friday's raid", "Friday", "2020-01-03", "2020-01-03"),
    ("shut no earlier than June 2019", "June 2019", "2019-06", None),
    ("shut shortly after noon on Friday", "noon on Friday", *["2020-01-03T12:00"] * 2),
    ("shut from Friday", "Friday", "2020-01-03", "2020-01-03"),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), BOUNDS)
def test_a_preposition_bounds_what_it_governs(
    text: str, words: str, earliest: str | None, latest: str | None
) -> None:
    assert dates(flat(text)) == [(words, earliest, latest)]


def test_until_a_day_ahead_begins_today() -> None:
    doc = article("{nsubj it} will stay {xcomp closed/ADJ} {obl {case until} Friday@T} .")
    assert dates(doc) == [("Friday", "2020-01-04", "2020-01-10")]


STRETCHES = [
    ("from Monday to Wednesday", "Monday to Wednesday", "2019-12-30", "2020-01-01"),
    ("from Friday to Sunday", "Friday to Sunday", "2019-12-27", "2019-12-29"),
    ("from Dec 28 to Jan 4, 2019", "Dec 28 to Jan 4, 2019", "2018-12-28", "2019-01-04"),
    ("from yesterday to today", "yesterday to today", "2020-01-03", "2020-01-04"),
    ("from 1992–95", "1992–95", "1992", "1995"),
    ("from late May to early June 2015", "late May to early June 2015", "2015-05", "2015-06"),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), STRETCHES)
def test_two_ends_are_one_expression(text: str, words: str, earliest: str, latest: str) -> None:
    assert dates(flat(text)) == [(words, earliest, latest)]


def test_two_days_joined_by_and_are_two() -> None:
    assert [each[0] for each in dates(flat("on Monday and Wednesday"))] == ["Monday", "Wednesday"]


def test_a_stretch_ahead_lies_ahead() -> None:
    doc = article("{nsubj it} will last {obl from Friday@T {nmod to Monday@T}} .")
    assert dates(doc) == [("Friday to Monday", "2020-01-10", "2020-01-13")]


def test_what_was_put_off_until_a_date_lies_ahead() -> None:
    day = "{obl {case until} {compound March} 4}"
    doc = article(f"{{nsubj it}} adjourned=adjourn+Tense=Past|VerbForm=Fin {day} .")
    assert dates(doc) == [("March 4", "2020-01-04", "2020-03-04")]
