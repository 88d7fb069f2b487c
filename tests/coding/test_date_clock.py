"""Times of day: their hour, their zone and the day they belong to."""

from __future__ import annotations

import pytest

from tests.coding.timed import dates, flat

DAY = "2020-01-04"
ZONED = f"{DAY}T15:16+05:30"

TIMES = [
    ("left at 0300 GMT with", "0300 GMT", f"{DAY}T03:00+00:00"),
    ("left at 9 p.m. local time", "9 p.m. local time", f"{DAY}T21:00"),
    ("left at 9:05 a.m. with", "9:05 a.m.", f"{DAY}T09:05"),
    ("left at 12 a.m. with", "12 a.m.", f"{DAY}T00:00"),
    ("left at 12:30pm with", "12:30pm", f"{DAY}T12:30"),
    ("left at 8 in the morning with", "8 in the morning", f"{DAY}T08:00"),
    ("left at 3 o'clock in the afternoon", "3 o'clock in the afternoon", f"{DAY}T15:00"),
    ("left at 5.30 in the evening with", "5.30 in the evening", f"{DAY}T17:30"),
    ("left at 11 at night with", "11 at night", f"{DAY}T23:00"),
    ("left at 2 at night with", "2 at night", f"{DAY}T02:00"),
    ("left at 6.30pm with", "6.30pm", f"{DAY}T18:30"),
    ("left at 14:05 with", "14:05", f"{DAY}T14:05"),
    ("left at 1930 hours with", "1930 hours", f"{DAY}T19:30"),
    ("left at noon with", "noon", f"{DAY}T12:00"),
    ("left at midnight with", "midnight", f"{DAY}T00:00"),
    ("left at 10:30 Moscow time", "10:30 Moscow time", f"{DAY}T10:30+03:00"),
    ("left at 9 a.m. Tokyo time", "9 a.m. Tokyo time", f"{DAY}T09:00+09:00"),
    ("left at 10:05 GMT+3 with", "10:05 GMT+3", f"{DAY}T10:05+03:00"),
    ("left at 3 p.m. ET with", "3 p.m. ET", f"{DAY}T15:00-05:00"),
    ("left at 3 p.m. Eastern with", "3 p.m. Eastern", f"{DAY}T15:00-05:00"),
    ("left at 25:10 GMT with", "25:10 GMT", None),
    # with its day, in either order
    ("left at 9 p.m. on Tuesday", "9 p.m. on Tuesday", "2019-12-31T21:00"),
    ("left at 9 p.m. Tuesday", "9 p.m. Tuesday", "2019-12-31T21:00"),
    ("left Tuesday at about 9 p.m. there", "Tuesday at about 9 p.m.", "2019-12-31T21:00"),
    ("left on May 7, 2015 at noon", "May 7, 2015 at noon", "2015-05-07T12:00"),
    ("left at 0230 GMT on Sunday", "0230 GMT on Sunday", "2019-12-29T02:30+00:00"),
]


@pytest.mark.parametrize(("text", "words", "moment"), TIMES)
def test_a_time_of_day_is_a_moment(text: str, words: str, moment: str | None) -> None:
    assert dates(flat(text, f"{DAY}T23:59+00:00")) == [(words, moment, moment)]


STRETCHES = [
    ("between 2 and 4 a.m. there", "2 and 4 a.m.", "02:00", "04:00"),
    ("from 8 a.m. to noon there", "8 a.m. to noon", "08:00", "12:00"),
    ("from 0600 to 0900 GMT there", "0600 to 0900 GMT", "06:00+00:00", "09:00+00:00"),
    ("from 10:00 to 11:30 there", "10:00 to 11:30", "10:00", "11:30"),
    ("from 10:00 to 11:30 GMT there", "10:00 to 11:30 GMT", "10:00+00:00", "11:30+00:00"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), STRETCHES)
def test_a_stretch_of_the_clock_has_two_ends(text: str, words: str, first: str, last: str) -> None:
    found = dates(flat(text, f"{DAY}T23:59+00:00"))
    assert found == [(words, f"{DAY}T{first}", f"{DAY}T{last}")]


def test_a_night_runs_into_the_next_day() -> None:
    (found,) = dates(flat("shut from 11 p.m. to 4 a.m. on 3 May 2015"))
    assert found[0] == "11 p.m. to 4 a.m. on 3 May 2015"
    assert found[1:] == ("2015-05-03T23:00", "2015-05-04T04:00")


DAYS = [
    ("On Thursday, they left at 5 a.m. for", "2020-01-02T05:00"),
    ("They left at 5 a.m. in haste on Thursday", "2020-01-02T05:00"),
    ("They left at 5 a.m. for", "2020-01-04T05:00"),
    ("They left at 5 p.m. for", "2020-01-03T17:00"),
    ("They left at 1 p.m. GMT for", "2020-01-03T13:00+00:00"),
]


@pytest.mark.parametrize(("text", "moment"), DAYS)
def test_its_day_is_the_one_the_sentence_names_else_the_last_one(text: str, moment: str) -> None:
    found = [each[1] for each in dates(flat(text, ZONED)) if each[1] and "T" in each[1]]
    assert found == [moment]


@pytest.mark.parametrize(("country", "moment"), [("India", "05:30"), ("Israel", "02:00")])
def test_an_ambiguous_zone_is_that_of_a_country_in_the_text(country: str, moment: str) -> None:
    doc = flat(f"left {country} at 9 a.m. IST today", DAY)
    place = doc.char_span(5, 5 + len(country), label="PLACE")
    assert place is not None
    doc.ents = [place]
    assert [each[1] for each in dates(doc)] == [f"{DAY}T09:00+{moment}"]


@pytest.mark.parametrize("text", ["lost 2:10 there", "the 12:30 train", "in 2014 Eastern towns"])
def test_other_figures_are_no_time(text: str) -> None:
    assert [each for each in dates(flat(text)) if each[1] and "T" in each[1]] == []
