"""Expressions of time: what their words mean, and which event they belong to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.dates import Times, resolve_when, times_of
from dragoman.coding.full_dates import full_date
from dragoman.coding.intervals import add_months, weekday
from tests.coding.articles import article
from tests.coding.timed import dates, flat

MEANINGS = [
    # weekdays, seen from a Saturday
    ("raided on Friday", "Friday", "2020-01-03", "2020-01-03"),
    ("raided on Saturday", "Saturday", "2020-01-04", "2020-01-04"),
    ("raided on Sunday", "Sunday", "2019-12-29", "2019-12-29"),
    ("raided last Friday", "last Friday", "2020-01-03", "2020-01-03"),
    ("raided last Saturday", "last Saturday", "2019-12-28", "2019-12-28"),
    ("talks next Tuesday", "next Tuesday", "2020-01-07", "2020-01-07"),
    ("raided on Tuesday last week", "Tuesday last week", "2019-12-24", "2019-12-24"),
    ("raided Wednesday night", "Wednesday night", "2020-01-01", "2020-01-01"),
    ("raided on Thurs. at dawn", "Thurs.", "2020-01-02", "2020-01-02"),
    # around today
    ("met today", "today", "2020-01-04", "2020-01-04"),
    ("met yesterday evening", "yesterday evening", "2020-01-03", "2020-01-03"),
    ("meet tomorrow", "tomorrow", "2020-01-05", "2020-01-05"),
    ("met the day before yesterday", "the day before yesterday", "2020-01-02", "2020-01-02"),
    ("fired overnight", "overnight", "2020-01-03", "2020-01-04"),
    ("fired last night", "last night", "2020-01-03", "2020-01-03"),
    ("fired three days ago", "three days ago", "2020-01-01", "2020-01-01"),
    ("fired a few days ago", "a few days ago", "2019-12-30", "2020-01-02"),
    ("fired two weeks ago", "two weeks ago", "2019-12-18", "2019-12-24"),
    ("fired two months ago", "two months ago", "2019-11", "2019-11"),
    ("fired a decade ago", "a decade ago", "2010", "2010"),
    ("fired 12 hours ago", "12 hours ago", "2020-01-04", "2020-01-04"),
    # stretches up to today or from it
    ("over the past week", "the past week", "2019-12-28", "2020-01-04"),
    ("in the last 24 hours", "the last 24 hours", "2020-01-03", "2020-01-04"),
    ("the last day and a half", "the last day and a half", "2020-01-02", "2020-01-04"),
    ("the past week, ten days", "the past week, ten days", "2019-12-25", "2020-01-04"),
    ("in recent weeks", "recent weeks", "2019-11-23", "2020-01-04"),
    ("in the next two days", "the next two days", "2020-01-04", "2020-01-06"),
    ("in the coming weeks", "the coming weeks", "2020-01-04", "2020-02-15"),
    # weeks, months, years
    ("met last week", "last week", "2019-12-23", "2019-12-29"),
    ("met this week", "this week", "2019-12-30", "2020-01-05"),
    ("met earlier this month", "earlier this month", "2020-01-01", "2020-01-04"),
    ("meet later this year", "later this year", "2020-01-04", "2020-12-31"),
    ("met last month", "last month", "2019-12", "2019-12"),
    ("met late last year", "late last year", "2019", "2019"),
    ("meet next year", "next year", "2021", "2021"),
    ("met last weekend", "last weekend", "2019-12-28", "2019-12-29"),
    ("met last summer", "last summer", "2019-06", "2019-08"),
    ("in the summer of 2018", "the summer of 2018", "2018-06", "2018-08"),
    # calendar dates
    ("signed on Jan. 3", "Jan. 3", "2020-01-03", "2020-01-03"),
    ("signed on 3 January", "3 January", "2020-01-03", "2020-01-03"),
    ("signed on January 6", "January 6", "2019-01-06", "2019-01-06"),
    ("signed on the 5th of May", "the 5th of May", "2019-05-05", "2019-05-05"),
    ("on Friday, January 3, 2020, at", "Friday, January 3, 2020", "2020-01-03", "2020-01-03"),
    ("signed on 14 July 2015", "14 July 2015", "2015-07-14", "2015-07-14"),
    ("signed 2015-07-14 in", "2015-07-14", "2015-07-14", "2015-07-14"),
    ("signed in March", "March", "2019-03", "2019-03"),
    ("signed in mid-March", "mid-March", "2019-03", "2019-03"),
    ("signed in July 2015", "July 2015", "2015-07", "2015-07"),
    ("signed in 2015", "2015", "2015", "2015"),
    ("left the 2015 deal", "2015", "2015", "2015"),
    ("signed on New Year's Eve", "New Year's Eve", "2019-12-31", "2019-12-31"),
    ("the wars of the 1990s", "the 1990s", "1990", "1999"),
    # ranges and bounds
    ("between 3 and 5 March", "3 and 5 March", "2019-03-03", "2019-03-05"),
    ("on March 3-5", "March 3-5", "2019-03-03", "2019-03-05"),
    ("from Monday to Wednesday", "Monday to Wednesday", "2019-12-30", "2020-01-01"),
    (
        "from 10 May 2018 to 12 June 2018 in",
        "10 May 2018 to 12 June 2018",
        "2018-05-10",
        "2018-06-12",
    ),
    ("the war of 2014-2016", "2014-2016", "2014", "2016"),
    ("held since 2014", "2014", "2014", "2020-01-04"),
    ("held since Thursday", "Thursday", "2020-01-02", "2020-01-04"),
    ("held until Thursday", "Thursday", None, "2020-01-02"),
    ("built before 2015", "2015", None, "2015"),
    ("built after 2015", "2015", "2015", None),
]


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), MEANINGS)
def test_words_mean_days(text: str, words: str, earliest: str | None, latest: str | None) -> None:
    assert dates(flat(text)) == [(words, earliest, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "they may go",
        "a long march to the sea",
        "it took two hours",
        "for ten years",
        "he sat on the fence",
        "in 250 villages",
        "on 31 February 2019",
        "talks with May",
    ],
)
def test_other_words_mean_no_day(text: str) -> None:
    assert [found for found in dates(flat(text)) if found[1] or found[2]] == []


def test_without_a_date_relative_words_stay_unresolved() -> None:
    assert dates(flat("raided on Friday", published=None)) == [("Friday", None, None)]


def test_without_a_date_a_full_date_is_resolved() -> None:
    doc = flat("signed on 14 July 2015", published=None)
    assert dates(doc) == [("14 July 2015", "2015-07-14", "2015-07-14")]


def test_the_day_is_that_of_the_printed_zone() -> None:
    doc = flat("raided today", published="2020-01-04T00:30+05:30")
    assert dates(doc) == [("today", "2020-01-04", "2020-01-04")]


def test_a_day_in_a_story_is_seen_from_the_day_told_before() -> None:
    found = dates(flat("raided on Tuesday. A day earlier, it had fired."))
    assert found[1] == ("A day earlier", "2019-12-30", "2019-12-30")


def test_the_name_of_an_organisation_holds_no_day() -> None:
    doc = article("{nsubj the {compound Friday@O} Forum@O} met=meet .")
    assert dates(doc) == []


FUTURES = [
    ("{nsubj they} will meet {obl:tmod on Friday@T} .", "2020-01-10"),
    ("{nsubj they} plan=plan {xcomp to meet {obl on Friday@T}} .", "2020-01-10"),
    ("{nsubj talks=talk} {aux:pass are} scheduled=schedule {obl for Friday@T} .", "2020-01-10"),
    ("{nsubj they} met=meet {obl on Friday@T} .", "2020-01-03"),
    ("{nsubj they} would have met=meet {obl on Friday@T} .", "2020-01-03"),
    ("{nsubj they} said=say {obl on Friday@T} {ccomp {nsubj they} will meet} .", "2020-01-03"),
    ("{nsubj they} will meet {obl on Saturday@T} .", "2020-01-04"),
]


@pytest.mark.parametrize(("sentence", "day"), FUTURES)
def test_a_weekday_lies_ahead_in_a_clause_about_the_future(sentence: str, day: str) -> None:
    assert [found[1] for found in dates(article(sentence))] == [day]


BELONGING = [
    pytest.param("{nsubj they} met=meet {obl on Friday@T} .", "met", "2020-01-03", id="verb"),
    pytest.param(
        "{nsubj they} held=hold {obj talks=talk {nmod on Friday@T}} .",
        "talks",
        "2020-01-03",
        id="noun",
    ),
    pytest.param(
        "{nsubj they} held=hold {obj talks=talk} {obl on Friday@T} .",
        "talks",
        "2020-01-03",
        id="object of the verb",
    ),
    pytest.param(
        (
            "{nsubj the strike {acl:relcl {nsubj that/PRON} killed=kill {obj ten/NUM} "
            "{obl on Friday@T}}} shook=shake {obj the city} ."
        ),
        "strike",
        "2020-01-03",
        id="relative clause",
    ),
    pytest.param(
        "{nsubj they} came=come {obl on Friday@T} {conj and left=leave} .",
        "left",
        "2020-01-03",
        id="joined verb",
    ),
    pytest.param(
        "{obl on Friday@T} {nsubj they} said=say {ccomp {nsubj they} met=meet} .",
        "met",
        None,
        id="not the time of saying",
    ),
    pytest.param(
        "{nsubj they} condemned=condemn {obj the raid} {obl on Friday@T} .",
        "raid",
        None,
        id="not the time of judging",
    ),
    pytest.param(
        (
            "{obl after the raid {acl:relcl {nsubj that/PRON} killed=kill {obj ten/NUM}}} "
            "{obl on Friday@T} , {nsubj they} fled=flee ."
        ),
        "raid",
        "2020-01-03",
        id="hung elsewhere by the tree",
    ),
    pytest.param(
        "{nsubj {nmod:poss Friday@T 's} raid} failed=fail .",
        "raid",
        "2020-01-03",
        id="possessive",
    ),
]


@pytest.mark.parametrize(("sentence", "word", "day"), BELONGING)
def test_an_event_has_the_time_that_modifies_it(sentence: str, word: str, day: str | None) -> None:
    doc = article(sentence)
    token = next(token.i for token in doc if token.text == word)
    when = times_of(doc).when_of(token)
    assert (when.earliest if when else None) == day


def test_a_stretch_with_two_expressions_lies_around_both() -> None:
    doc = flat("on Thursday and on 14 July 2015")
    when = resolve_when(doc, 0, len(doc), doc._.article)
    assert when is not None
    assert (when.earliest, when.latest) == ("2015-07-14", "2020-01-02")
    assert [doc.text[slice(*span)] for span in when.text] == ["Thursday", "14 July 2015"]


def test_a_stretch_without_expressions_has_no_time() -> None:
    doc = flat("nothing here")
    assert resolve_when(doc, 0, len(doc), doc._.article) is None


@given(st.text(alphabet="FridayMonthlsteckg 0123-,.'", max_size=60), st.dates())
def test_any_text_gives_spans_inside_it_and_ordered_dates(text: str, day: date) -> None:
    if not text.strip():
        return
    doc = flat(text, f"{day.isoformat()}T12:00+00:00")
    for each in Times(doc).expressions:
        assert doc.text[slice(*each.span)].strip()
        interval = each.interval
        if interval is not None and interval.first is not None and interval.last is not None:
            assert interval.first <= interval.last


@given(
    st.dates(date(1, 1, 10), date(9999, 12, 20)),
    st.integers(0, 6),
    st.sampled_from(["past", "future"]),
)
def test_the_nearest_weekday_is_that_weekday_within_a_week(
    day: date, wanted: int, direction: str
) -> None:
    found = weekday(day, wanted, "past" if direction == "past" else "future")
    assert found.weekday() == wanted
    distance = (day - found) if direction == "past" else (found - day)
    assert timedelta(0) <= distance < timedelta(7)


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 3, 31), -1, date(2020, 2, 29)),
        (date(2020, 1, 15), -1, date(2019, 12, 15)),
        (date(2020, 11, 30), 15, date(2022, 2, 28)),
    ],
)
def test_months_are_added_on_the_calendar(day: date, months: int, moved: date) -> None:
    assert add_months(day, months) == moved


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019/09/05", date(2019, 9, 5)),
        ("September the 5th 2019", date(2019, 9, 5)),
        ("25.09.2019", date(2019, 9, 25)),
        ("05/09/2019", None),
        ("2019", None),
    ],
)
def test_full_dates_in_other_dress_are_read_where_they_are_plain(
    text: str, day: date | None
) -> None:
    assert full_date(text) == day


def test_a_tagged_date_in_other_dress_is_found() -> None:
    doc = flat("signed on 2019/09/05 there")
    tagged = doc.char_span(10, 20, label="TIME")
    assert tagged is not None
    doc.ents = [tagged]
    assert dates(doc) == [("2019/09/05", "2019-09-05", "2019-09-05")]
