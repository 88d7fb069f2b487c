"""How like two printed names are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.crises.persons.likeness import likeness
from dragoman.crises.persons.spelling import parsed

names = st.text(max_size=40) | st.lists(
    st.sampled_from("Abd al- el bin de van O' J. Omar Kim Li III Jr. Ж 王 é -".split()), max_size=6
).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Yusuf Warsame", "Yousef Warsameh", ("same",)),
        ("Jae-in Yoon", "Yun Jaein", ("order",)),
        ("Kisfaludi Zoltan", "Zoltán Kisfaludi", ("order",)),
        ("Rafael Ibarguren Soto", "Rafael Ibargüren", ("part",)),
        ("Selim Hatem Qabbani", "Hatem Qabbani", ("tail",)),
        ("Ibarguren", "Rafael Ibarguren", ("family",)),
        ("Ibarguren", "Ibargüren", ("lone",)),
        ("R. Ibarguren", "Rafael Ibarguren", ("same", "initial")),
        ("J.D. Ibarguren", "John David Ibarguren", ("same", "initial")),
        ("Meg Whitcombe", "Margaret Whitcombe", ("same", "short_form")),
        ("Rafael Tymchenko", "Rafael Tymchenka", ("same", "near")),
        ("Rafael Ibarguren", "Ramiro Ibarguren", ("other",)),
        ("Ivana Horbach", "Ivan Horbach", ("other",)),
        ("Hasan Horbach", "Hussein Horbach", ("other",)),
        ("Hamid bin Saqr", "Saqr bin Hamid", ("other",)),
        ("Rafael A. Ibarguren", "Rafael R. Ibarguren", ("middles",)),
        ("Rafael Ibarguren Jr.", "Rafael Ibarguren Sr.", ("same", "generations")),
        ("Rafael Ibarguren", "Rafael Ibarguren III", ("same", "generation_once")),
        ("Ali Hassan", "Ali Hassan", ("same", "common")),
        ("Khan", "Rafael Khan", ("family", "common_family")),
        ("Rafael", "Rafael Ibarguren", ("other",)),
        ("Saqr", "Hamid bin Saqr", ("other",)),
        ("Bin Saqr", "Hamid bin Saqr", ("family",)),
        ("Nuaimi", "Hamid bin Saqr Al Nuaimi", ("family",)),
        ("", "Rafael Ibarguren", ("other",)),
    ],
)
def test_what_speaks_for_and_against_two_names(
    left: str, right: str, told: tuple[str, ...]
) -> None:
    assert likeness(parsed(left), parsed(right)) == told


def test_a_family_name_may_stand_first_in_some_countries() -> None:
    family, whole = parsed("Batbold"), parsed("Batbold Otgonbayar")
    assert likeness(family, whole) == ("other",)
    assert likeness(family, whole, either_end=True) == ("family",)


@given(names, names)
def test_sides_do_not_count_and_nothing_is_too_odd(left: str, right: str) -> None:
    one, other = parsed(left), parsed(right)
    assert (likeness(one, other) == ("other",)) == (likeness(other, one) == ("other",))


@given(names)
def test_a_name_is_like_itself(name: str) -> None:
    whole = parsed(name)
    if whole.words:
        assert likeness(whole, whole)[0] in {"same", "lone"}
