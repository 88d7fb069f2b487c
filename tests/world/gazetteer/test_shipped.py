"""The places that ship with the package are what their tables say they are."""

from __future__ import annotations

import pytest

from dragoman.world import world
from dragoman.world.gazetteer import Gazetteer
from dragoman.world.gazetteer.additions import ALIAS_COLUMNS, PLACE_COLUMNS
from dragoman.world.gazetteer.gazetteer import shipped_places
from dragoman.world.gazetteer.names import key
from dragoman.world.gazetteer.store import Store
from dragoman.world.tables import data_folder, read_table

STORE = Store(shipped_places())
GAZETTEER = Gazetteer([STORE])
PLACES = list(read_table(data_folder(), "places.tsv", PLACE_COLUMNS))
ALIASES = list(read_table(data_folder(), "place_aliases.tsv", ALIAS_COLUMNS))
NEAR = 0.15
"""Degrees within which two towns of one name are one."""


def test_every_alias_is_of_a_place_of_that_name() -> None:
    found = {row["geonames"]: STORE.place(int(row["geonames"])) for row in ALIASES}
    wrong = [row for row in ALIASES if getattr(found[row["geonames"]], "name", "") != row["place"]]
    assert wrong == []


def test_every_alias_stands_in_one_row() -> None:
    numbers = [row["geonames"] for row in ALIASES]
    assert len(numbers) == len(set(numbers))


def test_countries_of_our_places_are_known_codes() -> None:
    countries = {place.country for place in STORE.countries()}
    assert {row.optional("country") for row in PLACES} - {None} <= countries


def test_no_town_of_ours_stands_in_the_large_table_too() -> None:
    twice = [
        row["name"]
        for row in PLACES
        if row["feature"].startswith("P")
        for named in STORE.named(key(row["name"]))
        if named.place.country == row.optional("country")
        and abs((named.place.lat or 0) - float(row["lat"])) < NEAR
        and abs((named.place.lon or 0) - float(row["lon"])) < NEAR
    ]
    assert twice == []


def test_every_state_has_a_place() -> None:
    states = world().states.values()
    assert [state.name for state in states if not GAZETTEER.country(state.code)] == []


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Baghdad", "P.PPLC", "IRQ"),
        ("Strait of Hormuz", "H.STRT", None),
        ("Ain al-Asad", "S.AIRB", "IRQ"),
        ("Calif.", "A.ADM1", "USA"),
        ("Fulton County", "A.ADM2", "USA"),
        ("Kyiv", "P.PPLC", "UKR"),
        ("Kiev", "P.PPLC", "UKR"),
        ("Dagestan", "A.ADM1", "RUS"),
        ("Belgorod region", "A.ADM1", "RUS"),
        ("Gaza Strip", "A.ADM1", "PSE"),
        ("Pristina", "P.PPLC", "KOS"),
        ("the Donbas", "L.RGN", "UKR"),
        ("Turkey", "A.PCLI", "TUR"),
    ],
)
def test_places_of_crises_are_known(name: str, feature: str, country: str | None) -> None:
    found = {(named.place.feature, named.place.country) for named in GAZETTEER.find(name)}
    assert (feature, country) in found


def test_the_table_names_its_source() -> None:
    assert "CC BY 4.0" in STORE.about()["source"]
