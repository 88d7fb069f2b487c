"""What a printed name may mean before the surroundings are looked at."""

from __future__ import annotations

import pytest

from dragoman.coding.toponyms.candidates import candidates
from dragoman.coding.toponyms.weights import weights
from dragoman.world import world
from tests.coding.atlas import Atlas, division, state, town

JORDAN = state(1, "Jordan", "JOR")
CANADA = state(2, "Canada", "CAN")
OSSETIA = division(3, "South Ossetia", "GEO", "OS")
ATLAS = Atlas(
    [
        JORDAN,
        CANADA,
        OSSETIA,
        town(4, "Jordan", "USA", "MN"),
        town(5, "Canadian", "USA", "TX"),
        town(6, "Mosul", "IRQ", "N", people=1_500_000),
        town(7, "Mosul", "USA", "KS", people=500),
        division(8, "Homs", "SYR", "11"),
        town(9, "Homs", "SYR", "11", people=500_000),
        town(10, "Halab", "SYR", "09"),
    ],
    {"Berea": 10},
)


def _meant(name: str) -> list[int]:
    return [each.place.id for each in candidates(name, ATLAS, world(), weights())]


def test_a_name_may_mean_a_state_or_a_town() -> None:
    assert sorted(_meant("Jordan")) == [1, 4]


def test_a_state_is_likelier_than_a_town() -> None:
    assert _meant("Jordan")[0] == 1


@pytest.mark.parametrize(
    ("name", "number"), [("Canadian", 2), ("Jordanians", 1), ("South Ossetian", 3)]
)
def test_a_word_for_a_people_means_their_country_or_region(name: str, number: int) -> None:
    assert _meant(name) == [number]


def test_the_larger_town_is_likelier() -> None:
    assert _meant("Mosul") == [6, 7]


def test_a_town_is_likelier_than_the_province_named_after_it() -> None:
    assert _meant("Homs") == [9, 8]


def test_a_name_that_is_not_the_usual_one_counts_less() -> None:
    own, other = (candidates(name, ATLAS, world(), weights())[0] for name in ("Halab", "Berea"))
    assert own.place == other.place
    assert own.prior > other.prior


def test_an_unknown_name_means_nothing() -> None:
    assert _meant("Zzyzx") == []
