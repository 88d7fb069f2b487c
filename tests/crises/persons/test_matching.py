"""Whether two descriptions are of one person, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.crises.persons import OfficeOf, Profile, compare

NAME = "Rafael Ibarguren"


def told(*about: str | None, name: str = NAME, on: str = "2031-05-01") -> Profile:
    country, role, *_ = (*about, None, None)
    return Profile.of(name, country=country, role=role, on=date.fromisoformat(on))


def reasons(left: Profile, right: Profile, **more: Any) -> set[str]:
    return {reason.what for reason in compare(left, right, **more).reasons} - {"same"}


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (told("URY"), told("URY"), {"country"}),
        (told("URY"), told(), set()),
        (told("URY"), told("CHL"), {"other_country"}),
        (told("URY"), told("UNO"), {"body"}),
        (told("URY", "minister"), told("URY", "minister"), {"country", "office"}),
        (told("URY", "minister"), told("URY", "ambassador"), {"country", "other_office"}),
        (told("URY", "minister"), told("URY", "spokesperson"), {"country", "other_rank"}),
        (told("URY", "minister"), told("URY", "official"), {"country"}),
        (told("URY", "minister"), told("URY", "spokesperson", on="2024-05-01"), {"country"}),
        (told("URY"), told("URY", on="2010-05-01"), {"country", "long"}),
        (told("URY"), told("URY", on="1960-05-01"), {"country", "very_long"}),
    ],
)
def test_country_office_and_days_are_evidence(left: Profile, right: Profile, why: set[str]) -> None:
    assert reasons(left, right) == reasons(right, left) == why


def test_who_stands_beside_another_in_an_article_is_rather_another() -> None:
    assert reasons(told("URY"), told("URY"), together=True) == {"country", "together"}


def test_the_score_is_the_sum_of_its_reasons() -> None:
    match = compare(told("URY", "minister"), told("URY"))
    assert match.score == pytest.approx(sum(reason.weight for reason in match.reasons))


def test_the_name_that_is_most_alike_counts() -> None:
    known = Profile(names=("R. Ibarguren", NAME, "Rafael Ibarguren Soto"))
    assert compare(Profile.of(NAME), known).reasons[0].what == "same"
    assert len(compare(Profile.of(NAME), known).reasons) == 1


def test_names_that_clash_outvote_one_that_agrees() -> None:
    known = Profile(names=("R. Ibarguren", "Ramiro Ibarguren", "Ramiro Ibarguren Soto"))
    match = compare(Profile.of(NAME), known)
    assert match.clash
    assert not match.same


def test_another_name_of_a_person_has_no_vote() -> None:
    known = Profile(names=("Abu Salwan", "Aboo Salwan", NAME))
    assert compare(Profile.of(NAME), known).same


def test_one_office_of_several_is_enough() -> None:
    offices = frozenset({OfficeOf("minister", 2, "URY"), OfficeOf("ambassador", 3, "URY")})
    known = Profile(
        names=(NAME,), countries=frozenset({"URY"}), offices=offices, first_day=date(2031, 1, 1)
    )
    assert "office" in reasons(told("URY", "ambassador"), known)


@pytest.mark.parametrize(
    ("about", "on", "told_so"),
    [
        (("URY", "foreign_minister"), "2031-05-09", True),
        (("URY", "foreign_minister"), "2031-06-09", False),
        (("URY", "spokesperson"), "2031-05-09", False),
        (("URY",), "2031-05-09", False),
    ],
)
def test_a_bare_family_name_is_that_of_somebody_high_in_the_news(
    about: tuple[str, ...], on: str, *, told_so: bool
) -> None:
    bare, known = told(name="Ibarguren"), told(*about, on=on)
    assert compare(bare, known).same is compare(known, bare).same is told_so
