"""Sectors of actors that no word tells."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dragoman.coding.actors import build_cast
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.casts import actor
from tests.coding.networks import Shares, with_fields

HOLM = "{nsubj <Ida Holm>} spoke=speak ."
BRAZIL = "{nsubj Brazil@L} spoke=speak ."
DELTA = "{nsubj the {compound Delta@O} Collective@O} met=meet ."
MINISTER = "{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak ."


def sectors(told: Mapping[str, Shares], name: str, *sentences: str) -> tuple[str, ...]:
    """The sectors of an actor, where the network says so much of words."""
    doc = with_fields(article(*sentences), told)
    return actor(build_cast(doc, world()), name).sectors


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"BUS": 0.9}, ("BUS",)),
        ({"BUS": 0.4}, ()),
        ({"EDU": 0.6, "BUS": 0.9}, ("BUS", "EDU")),
        ({"EDU": 0.7, "BUS": 0.9, "LAB": 0.8}, ("BUS", "LAB")),
        ({"EDU": 0.7, "BUS": 0.7}, ("BUS", "EDU")),
    ],
)
def test_the_two_likeliest_sectors_are_kept(shares: Shares, expected: tuple[str, ...]) -> None:
    assert sectors({"Ida": shares}, "Ida Holm", HOLM) == expected


def test_an_organisation_nobody_knows_gets_a_sector() -> None:
    assert sectors({"Delta": {"NGO": 0.9}}, "Delta Collective", DELTA) == ("NGO",)


def test_a_title_beats_the_network() -> None:
    assert sectors({"Ida": {"BUS": 0.9}}, "Ida Holm", MINISTER) == ("GOV",)


def test_a_state_has_no_sector() -> None:
    assert sectors({"Brazil": {"BUS": 0.9}}, "Brazil", BRAZIL) == ()


@pytest.mark.parametrize(("other", "expected"), [(0.3, ("BUS",)), (0.1, ())])
def test_the_mean_over_all_names_counts(other: float, expected: tuple[str, ...]) -> None:
    told = {"Ida": {"BUS": 0.8}, "Holm": {"BUS": other}}
    assert sectors(told, "Ida Holm", HOLM, "{nsubj <Holm>} left=leave .") == expected


def test_pronouns_do_not_count() -> None:
    told = {"Ida": {"BUS": 0.8}, "she": {"BUS": 0.0}}
    sentence = "{nsubj <Ida Holm>} said=say {ccomp {nsubj she} agreed=agree} ."
    assert sectors(told, "Ida Holm", sentence) == ("BUS",)


def test_the_description_beside_a_name_is_looked_at() -> None:
    told: Mapping[str, Shares] = {"shipping": {"BUS": 0.9}}
    sentence = "{nsubj {nmod:desc {compound shipping} magnate} <Ida Holm>} spoke=speak ."
    assert sectors(told, "Ida Holm", sentence) == ("BUS",)


def test_a_group_has_the_sectors_of_its_members_only() -> None:
    told: Mapping[str, Shares] = {"Both": {"BUS": 0.9}}
    found = sectors(
        told,
        "Both countries",
        "{nsubj Uganda@L {conj and Rwanda@L}} met=meet .",
        "{nsubj Both countries=country} agreed=agree .",
    )
    assert found == ()


def test_without_a_network_nothing_is_guessed() -> None:
    assert actor(build_cast(article(HOLM), world()), "Ida Holm").sectors == ()
