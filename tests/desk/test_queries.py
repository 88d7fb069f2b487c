"""Values in addresses and forms are read, or refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.desk.queries import choice, day, values_of
from dragoman.desk.refusals import BadQuery


def test_values_come_by_their_names_and_blank_ones_do_not() -> None:
    query = [("kind", " events "), ("act", "x"), ("kind", "contacts"), ("since", "  ")]
    assert values_of(query, {"kind", "since"}) == {"kind": ["events", "contacts"]}


@pytest.mark.parametrize(
    ("text", "expected"), [(" 2020-01-04 ", date(2020, 1, 4)), ("", None), ("  ", None)]
)
def test_a_day_is_read(text: str, expected: date | None) -> None:
    assert day("since", text) == expected


@pytest.mark.parametrize("text", ["yesterday", "2020-02-30", "2020-01-04T00:00"])
def test_what_is_no_day_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(BadQuery, match=f"since: '{text}' is no day") as caught:
        day("since", f" {text}")
    assert caught.value.hint == "Write it as 2020-01-04."


def test_one_of_a_few_words_is_chosen() -> None:
    assert choice("reviewed", "no", ("yes", "no")) == "no"


def test_another_word_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BadQuery, match="reviewed: 'perhaps' is none of yes, no"):
        choice("reviewed", "perhaps", ("yes", "no"))
