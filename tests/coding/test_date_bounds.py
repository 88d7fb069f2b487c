"""What the preposition before an expression of time makes of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.date_bounds import bounded
from dragoman.coding.date_frame import Frame
from dragoman.coding.intervals import Direction, Interval, between, in_month, in_year, on_day

TODAY = date(2017, 5, 22)
WORDS = ("since", "until", "till", "by", "before", "after", "prior to", "no later than")
DAYS = st.dates(date(2010, 1, 1), date(2024, 12, 31))
INTERVALS = (
    DAYS.map(on_day)
    | st.tuples(DAYS, DAYS).map(lambda two: between(*sorted(two)))
    | DAYS.map(lambda day: in_month(day.year, day.month))
    | DAYS.map(lambda day: in_year(day.year))
)


def ends(words: str, interval: Interval, direction: Direction) -> tuple[str | None, str | None]:
    found = bounded(f"{words} ", len(words) + 1, interval, Frame(TODAY, direction))
    assert found is not None
    earliest, latest = (str(each) if each else None for each in (found.earliest, found.latest))
    return earliest, latest


@pytest.mark.parametrize(
    ("words", "interval", "direction", "wanted"),
    [
        ("met since", on_day(date(2017, 5, 19)), "past", ("2017-05-19", "2017-05-22")),
        ("meet until", on_day(date(2017, 5, 26)), "past", ("2017-05-22", "2017-05-26")),
        ("meet by", in_year(2017), "future", ("2017-05-22", "2017")),
        ("held by", on_day(date(2017, 5, 19)), "past", (None, "2017-05-19")),
        ("met after", on_day(date(2017, 5, 19)), "past", ("2017-05-19", None)),
    ],
)
def test_it_opens_or_closes_the_time(
    words: str, interval: Interval, direction: Direction, wanted: tuple[str | None, str | None]
) -> None:
    assert ends(words, interval, direction) == wanted


@pytest.mark.parametrize("words", ["will meet by", "will meet before"])
def test_a_date_that_is_over_lies_behind_whatever_the_verb_says(words: str) -> None:
    assert ends(words, in_year(2014), "future") == (None, "2014")


@given(st.sampled_from(WORDS), INTERVALS, st.sampled_from(["past", "future", "unknown"]), DAYS)
def test_nothing_ends_before_it_begins(
    word: str, interval: Interval, direction: Direction, day: date
) -> None:
    found = bounded(f"{word} ", len(word) + 1, interval, Frame(day, direction))
    assert found is not None
    assert found.first is None or found.last is None or found.first <= found.last
