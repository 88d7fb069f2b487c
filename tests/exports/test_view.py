"""A record with its ids looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.exports.view import View, days
from dragoman.records import Actor, When
from tests.records.examples import raid, record


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("lund", "Kari Lund"),
        ("NOR", "Norway"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("DNK", "DNK"),
    ],
)
def test_a_holder_has_a_name(holder: str, name: str) -> None:
    assert View(record()).name(holder) == name


def test_a_breakaway_entity_does_not_name_the_state_whose_code_it_bears() -> None:
    breakaway = Actor("north", "Northern Republic", "state", "SOM", sectors=("PRE",))
    assert View(replace(record(), actors=(breakaway,))).name("SOM") == "SOM"


@pytest.mark.parametrize(("holder", "code"), [("lund", "NOR"), ("NOR", "NOR"), ("sailors", None)])
def test_a_holder_has_a_country(holder: str, code: str | None) -> None:
    assert View(record()).country(holder) == code


def test_countries_stand_once() -> None:
    assert View(record()).countries(("lund", "norway", "sailors", "dane")) == ("NOR", "DNK")


def test_the_target_of_a_position_is_told_in_words() -> None:
    view = View(record())
    assert view.target(raid().id) == "ASSAULT: killed"
    assert view.target("the arms embargo") == "the arms embargo"


def test_the_words_of_no_spans_are_none() -> None:
    assert View(record()).words(()) is None


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (None, None, None),
        (When(None, None, ((0, 3),)), None, None),
        (When("2031-05", "2031-05"), date(2031, 5, 1), date(2031, 5, 31)),
        (When("2031-05-01", "2031"), date(2031, 5, 1), date(2031, 12, 31)),
        (When("2031-05-01T23:30-05:00", None), date(2031, 5, 1), None),
    ],
)
def test_a_time_has_a_first_and_a_last_day(
    when: When | None, first: date | None, last: date | None
) -> None:
    assert days(when) == (first, last)
