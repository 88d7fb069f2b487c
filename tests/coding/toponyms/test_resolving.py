"""Resolution: names of one text decide for one another."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.toponyms import Hints, Resolution, Resolver, Toponym
from dragoman.world import world
from tests.coding.atlas import Atlas, division, state, town

PARIS = (48.86, 2.35)
TEXAN, DALLAS, TENNESSEAN = (33.66, -95.55), (32.8, -96.8), (36.3, -88.3)
ATLAS = Atlas(
    [
        state(1, "France", "FRA"),
        state(2, "United States", "USA"),
        division(3, "Texas", "USA", "TX"),
        town(10, "Paris", "FRA", "11", PARIS, 2_000_000, "P.PPLC"),
        town(11, "Paris", "USA", "TX", TEXAN, 25_000),
        town(12, "Paris", "USA", "TN", TENNESSEAN, 10_000),
        town(13, "Dallas", "USA", "TX", DALLAS, 1_300_000),
        town(14, "Lyon", "FRA", "84", (45.75, 4.85), 500_000),
        town(15, "Henry County", "USA", "TN", (36.33, -88.3), 32_000, "A.ADM2"),
        town(16, "Henry County", "USA", "VA", (36.7, -79.9), 50_000, "A.ADM2"),
        town(17, "Twin", "USA", "OH", (40.0, -83.0), 9_000),
        town(18, "Twin", "ROU", "33", (45.0, 25.0), 9_000),
    ]
)
NAMES = re.compile("Henry County|Paris|Texas|Dallas|Lyon|France|Twin|Nowhere")


def resolved(
    text: str, hints: Hints | None = None, told: str | None = None
) -> dict[str, Resolution | None]:
    """The places of the known names in a text, by name, all in a country where one is told."""
    toponyms = [Toponym(*match.span(), match.group(), told) for match in NAMES.finditer(text)]
    found = Resolver(ATLAS, world()).resolve(text, toponyms, hints or Hints())
    return {each.name: place for each, place in zip(toponyms, found, strict=True)}


def meant(text: str, name: str, told: str | None = None) -> int | None:
    found = resolved(text, told=told)[name]
    return found.place.id if found else None


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("Talks in Paris.", "Paris", 10),
        ("A fire in Paris, Texas.", "Paris", 11),
        ("Two towns: Lyon and Paris.", "Paris", 10),
        ("A road from Dallas to Paris, both in Texas.", "Paris", 11),
        ("The sheriff of Henry County came to Paris.", "Henry County", 15),
        ("In Paris (Texas). Later, in Paris again.", "Paris", 11),
        ("Nowhere.", "Nowhere", None),
    ],
)
def test_a_name_means_what_its_surroundings_say(text: str, name: str, number: int | None) -> None:
    assert meant(text, name) == number


def test_a_country_that_is_told_decides() -> None:
    assert meant("Talks in Paris.", "Paris", "USA") == 11


def test_a_told_country_without_such_a_place_is_left_aside() -> None:
    assert meant("Talks in Paris.", "Paris", "NOR") == 10


@pytest.mark.parametrize(("country", "number"), [("ROU", 18), ("USA", 17)])
def test_countries_named_besides_count(country: str, number: int) -> None:
    found = resolved("Paris and Twin", Hints({country: 3.0}))["Twin"]
    assert found is not None
    assert found.place.id == number


def test_a_lone_name_is_less_sure_than_one_with_company() -> None:
    alone = resolved("Twin")["Twin"]
    beside = resolved("Dallas and Twin")["Twin"]
    assert alone is not None
    assert beside is not None
    assert alone.probability == pytest.approx(0.5)
    assert beside.probability > alone.probability


def test_a_region_across_countries_is_not_outvoted_by_a_hamlet() -> None:
    region = replace(town(30, "Levant", "", people=0, feature="L.RGN"), country=None, fame=90)
    atlas = Atlas([*ATLAS.places, region, town(31, "Levant", "USA", "TX", DALLAS, 900)])
    text = "From Dallas, Texas, to the Levant"
    toponyms = [
        Toponym(*each.span(), each.group()) for each in re.finditer("Dallas|Texas|Levant", text)
    ]
    found = Resolver(atlas, world()).resolve(text, toponyms)
    assert [each and each.place.id for each in found] == [13, 3, 30]


def test_no_toponyms_give_nothing() -> None:
    assert Resolver(ATLAS, world()).resolve("Nothing.", ()) == ()


def test_very_many_names_are_resolved_all_the_same() -> None:
    towns = [town(number, f"Town {number}", "USA") for number in range(1, 1900)]
    toponyms = [Toponym(0, 1, each.name) for each in towns]
    found = Resolver(Atlas(towns), world()).resolve("x", toponyms)
    assert [each and each.place.id for each in found] == [each.id for each in towns]


@given(st.lists(st.sampled_from(["Paris", "Twin", "Texas", "Dallas"]), max_size=6))
def test_what_comes_out_is_in_order_and_likely(names: list[str]) -> None:
    text = " and ".join(names)
    toponyms = [Toponym(*match.span(), match.group()) for match in NAMES.finditer(text)]
    found = Resolver(ATLAS, world()).resolve(text, toponyms)
    assert [each and each.place.name for each in found] == names
    assert all(each is not None and 0 < each.probability <= 1 for each in found)
