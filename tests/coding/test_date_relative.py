"""Words counted from the article's day, and from what the text told before."""

from __future__ import annotations

import pytest

from tests.coding.articles import article
from tests.coding.timed import dates, flat

# Seen from Saturday, 4 January 2020.
MEANINGS = [
    ("half a year ago", "half a year ago", "2019-07", "2019-07"),
    ("twenty-five years ago", "twenty-five years ago", "1995", "1995"),
    ("a year ago today", "a year ago today", "2019-01-04", "2019-01-04"),
    ("two days from now", "two days from now", "2020-01-06", "2020-01-06"),
    ("a century ago", "a century ago", "1920", "1920"),
    ("several decades ago", "several decades ago", "1950", "1990"),
    ("a year and a half ago", "a year and a half ago", "2018", "2018"),
    ("over the next month", "the next month", "2020-01-04", "2020-02-04"),
    ("met this past weekend", "this past weekend", "2019-12-28", "2019-12-29"),
    ("by last century", "last century", None, "2000"),
    ("since last decade", "last decade", "2010", "2020-01-04"),
    ("met last quarter", "last quarter", "2019-10", "2019-12"),
    ("built at the end of the year", "the end of the year", "2020", "2020"),
    ("met this past Friday", "this past Friday", "2020-01-03", "2020-01-03"),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), MEANINGS)
def test_words_mean_dates(text: str, words: str, earliest: str | None, latest: str | None) -> None:
    assert dates(flat(text)) == [(words, earliest, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "every Friday they met",
        "met on Fridays",
        "on a Friday they",
        "the Black Friday sales",
        "it will last a year",
        "two days earlier than planned",
        "two days after the raid",
        "within two weeks it fell",
        "built in two years",
        "a two-week truce",
    ],
)
def test_sets_durations_and_names_are_no_dates(text: str) -> None:
    assert dates(flat(text)) == []


AHEAD = [
    ("in {nummod two} days=day/NOUN", "in two days", "2020-01-06"),
    ("in {nummod two} months=month/NOUN", "in two months", "2020-03"),
]


@pytest.mark.parametrize(("phrase", "words", "day"), AHEAD)
def test_what_lies_ahead_is_counted_from_today(phrase: str, words: str, day: str) -> None:
    doc = article(f"{{nsubj they}} will meet {{obl {phrase}}} .")
    assert dates(doc) == [(words, day, day)]


def test_within_a_time_runs_from_today() -> None:
    doc = article("{nsubj they} will rule=rule {obl {case within} {nummod two} days=day/NOUN} .")
    assert dates(doc) == [("within two days", "2020-01-04", "2020-01-06")]


NARRATED = [
    ("on 3 May 2015. The previous day it", "The previous day", "2015-05-02"),
    ("on 3 May 2015. The following day it", "The following day", "2015-05-04"),
    ("on 3 May 2015. That same day it", "That same day", "2015-05-03"),
    ("on 3 May 2015. Two days later it", "Two days later", "2015-05-05"),
    ("on 3 May 2015; two years earlier it", "two years earlier", "2013"),
    ("on 3 May 2015. The following Monday it", "The following Monday", "2015-05-04"),
    ("on 3 May 2015. The previous Monday it", "The previous Monday", "2015-04-27"),
    ("in May 2015. A month later it", "A month later", "2015-06"),
    ("in May 2015. The next month it", "The next month", "2015-06"),
    ("in 2015. The following year it", "The following year", "2016"),
    ("on 3 May 2015; it fell the day before.", "the day before", "2015-05-02"),
    ("in May 2015. Two days later it", "Two days later", None),
    ("in May 2015. The next day it", "The next day", None),
    ("there. Two days later it", "Two days later", None),
]


@pytest.mark.parametrize(("text", "words", "day"), NARRATED)
def test_a_story_is_counted_from_what_it_told_before(
    text: str, words: str, day: str | None
) -> None:
    assert dates(flat(text))[-1] == (words, day, day)


def test_a_weekday_follows_the_one_it_is_joined_to() -> None:
    found = dates(flat("talks next Tuesday and Wednesday, or on Monday"))
    assert [each[1] for each in found] == ["2020-01-07", "2020-01-08", "2020-01-13"]
