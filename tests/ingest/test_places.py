"""Places of datelines and the countries they lie in."""

from __future__ import annotations

import pytest

from dragoman.ingest.places import country_of, is_known_place, is_state, looks_like_place


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("New Delhi, Delhi, India", "IND"),
        ("MUMBAI", "IND"),
        ("Dublin", "IRL"),
        ("TEL AVIV, Israel", "ISR"),
        ("LVIV, Ukraine", "UKR"),
        ("RENO, Nev.", "USA"),
        ("Washington, D.C.", "USA"),
        ("UNITED NATIONS", "USA"),
        ("Beijing", "CHN"),
        ("Ottawa, Ontario", "CAN"),
        ("Nowhere-on-Sea", None),
        ("", None),
        (None, None),
    ],
)
def test_the_country_of_a_printed_place(place: str | None, country: str | None) -> None:
    assert country_of(place) == country


@pytest.mark.parametrize(
    ("place", "known"),
    [("Brava, Italy", True), ("Cairo", True), ("Brava", False), ("Al Doe, Jo Roe, Cairo", False)],
)
def test_one_part_of_a_place_may_be_unknown(place: str, known: bool) -> None:
    assert is_known_place(place) is known


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Rio de Janeiro", True),
        ("New Delhi, India", True),
        ("the city of light", False),
        ("Ministers said no", False),
        ("Area 51", False),
        ("", False),
    ],
)
def test_the_form_of_a_place(text: str, like: bool) -> None:
    assert looks_like_place(text) is like


def test_a_state_is_more_than_a_city() -> None:
    assert is_state("IRAN")
    assert not is_state("Tehran")
