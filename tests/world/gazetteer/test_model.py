"""Places: class, level, and what holds what."""

from __future__ import annotations

import pytest

from dragoman.world.gazetteer import GeoPlace
from tests.world.gazetteer.places import place

STATE = place(1, "Norway", "A.PCLI")
PROVINCE = place(2, "Troms", "A.ADM1", admin1="18")
DISTRICT = place(3, "Tromsø District", "A.ADM2", admin1="18", admin2="1902")
TOWN = place(4, "Tromsø", "P.PPLA", admin1="18", admin2="1902")
VILLAGE = place(5, "Bardu", admin1="18", admin2="1922")
ABROAD = place(6, "Kiruna", country="SWE", admin1="18", admin2="1902")
SEA = place(7, "Barents Sea", "H.SEA", country=None)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [(STATE, PROVINCE), (STATE, TOWN), (PROVINCE, DISTRICT), (PROVINCE, TOWN), (DISTRICT, TOWN)],
)
def test_countries_and_divisions_hold_what_lies_in_them(outer: GeoPlace, inner: GeoPlace) -> None:
    assert outer.holds(inner)
    assert not inner.holds(outer)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (STATE, ABROAD),
        (PROVINCE, ABROAD),
        (DISTRICT, VILLAGE),
        (TOWN, VILLAGE),
        (STATE, STATE),
        (SEA, TOWN),
        (place(8, "Nowhere", "A.ADM1"), TOWN),
    ],
)
def test_nothing_else_is_held(outer: GeoPlace, inner: GeoPlace) -> None:
    assert not outer.holds(inner)


@pytest.mark.parametrize(
    ("which", "level"), [(STATE, 0), (PROVINCE, 1), (DISTRICT, 2), (TOWN, None), (SEA, None)]
)
def test_levels(which: GeoPlace, level: int | None) -> None:
    assert which.level == level


def test_a_place_of_our_own_has_no_geonames_id() -> None:
    assert (place(-3, "Depot").geonames, TOWN.geonames) == (None, 4)


def test_the_class_is_the_letter() -> None:
    assert (SEA.class_, TOWN.class_) == ("H", "P")
