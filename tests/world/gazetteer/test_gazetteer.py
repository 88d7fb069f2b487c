"""The gazetteer: tables one upon another, forms of names, our own additions."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.world.gazetteer import Gazetteer, Named
from dragoman.world.gazetteer.additions import Additions
from dragoman.world.gazetteer.folders import imported_places
from tests.world.gazetteer.places import place, store

SHIPPED = [
    (place(1, "Norway", "A.PCLI"), []),
    (place(2, "Saint Olav"), ["Olavsby"]),
    (place(3, "Bergen", "A.ADM1"), []),
    (place(4, "Bergen"), []),
    (place(5, "Gjøvik"), []),
]
OWN = Additions(
    {"the narrows": (Named(place(-1, "The Narrows", "H.STRT"), own=True),)}, {"olavsby": (2,)}, 1
)


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    return Gazetteer([store(tmp_path / "shipped", SHIPPED)], OWN)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("St. Olav", [2]),
        ("SAINT OLAV", [2]),
        ("the Bergen", [3, 4]),
        ("Bergen", [3, 4]),
        ("Bergen province", [3]),
        ("Bergen city", [4]),
        ("Norway county", []),
        ("Gjovik", [5]),
        ("The Narrows", [-1]),
        ("Hamar", []),
        ("", []),
        ("?", []),
    ],
)
def test_names_are_found_in_their_forms(gazetteer: Gazetteer, name: str, ids: list[int]) -> None:
    assert sorted(named.place.id for named in gazetteer.find(name)) == ids


def test_an_alias_of_our_own_counts_as_own_name(gazetteer: Gazetteer) -> None:
    assert [named.own for named in gazetteer.find("Olavsby")] == [True]


def test_a_country_is_known_by_its_code(gazetteer: Gazetteer) -> None:
    found = gazetteer.country("NOR")
    assert found is not None
    assert found.name == "Norway"
    assert gazetteer.country("XXX") is None


def test_the_later_table_counts(tmp_path: Path) -> None:
    tables = [
        store(tmp_path / "shipped", [(place(1, "Oslo", country="NOR"), [])]),
        store(tmp_path / "imported", [(place(1, "Oslo", country="SWE"), [])]),
    ]
    found = Gazetteer(tables, OWN).find("Oslo")
    assert [named.place.country for named in found] == ["SWE"]


def test_what_was_imported_is_used(tmp_path: Path) -> None:
    store(imported_places(tmp_path), [(place(-8, "Lake Test", "H.LK"), [])])
    assert [named.place.id for named in Gazetteer.load(tmp_path).find("Lake Test")] == [-8]


def test_without_an_import_the_shipped_table_is_used_alone(tmp_path: Path) -> None:
    assert len(Gazetteer.load(tmp_path).stores) == 1
