"""Places: where an event took place, and in which country."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Span

from dragoman.coding.places import Places
from dragoman.records import Place
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.atlas import Atlas, state, town

PLACES = [
    ("{nsubj they} met=meet {obl in Geneva@L} .", "met", ("Geneva", None)),
    ("{nsubj they} met=meet {obl in Oslo@L} .", "met", ("Oslo", "NOR")),
    ("{nsubj they} met=meet {obl in Norway@L} .", "met", ("Norway", "NOR")),
    ("{nsubj they} met=meet {obl in Tromso@L , {appos Norway@L}} .", "met", ("Tromso", "NOR")),
    (
        (
            "{nsubj they} hit=hit {obj a base {nmod {case near} Tal@L {flat Afar@L}}"
            " {nmod in Iraq@L}} ."
        ),
        "hit",
        ("Tal Afar", "IRQ"),
    ),
    ("{nsubj a raid {nmod in Mali@L}} failed=fail .", "raid", ("Mali", "MLI")),
    ("{nsubj the raid} took=take {obj place} {obl in Mali@L} .", "raid", ("Mali", "MLI")),
    (
        "{nsubj the minister} visited=visit {obj Paris@L} .",
        "visited",
        ("Paris", "FRA"),
    ),
    ("{nsubj they} flew=fly {obl to Cairo@L} .", "flew", ("Cairo", "EGY")),
    ("{nsubj they} sent=send {obj aid} {obl to Cairo@L} .", "sent", None),
    ("{nsubj Norway@L} spoke=speak .", "spoke", None),
    ("{nsubj they} met=meet {obl in {nmod:poss Iraq@L 's} north} .", "met", ("Iraq", "IRQ")),
    ("{nsubj they} met=meet {obl in {nmod:poss Iraq@L 's} case} .", "met", None),
    ("{nsubj they} waited=wait {obl in silence} .", "waited", None),
    ("{nsubj they} came=come {obl in Oslo@L} {conj and spoke=speak} .", "spoke", ("Oslo", "NOR")),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), PLACES)
def test_an_event_is_where_the_tree_puts_it(
    sentence: str, word: str, expected: tuple[str, str | None] | None
) -> None:
    doc = article(sentence)
    token = next(token.i for token in doc if token.text == word)
    place = Places(doc, world()).place_of(token)
    assert (place and (place.name, place.country)) == expected


GENEVA = town(2660646, "Geneva", "CHE", "GE", (46.2, 6.15), 180_000)
SMALL_GENEVA = town(4893591, "Geneva", "USA", "IL", (41.9, -88.3), 2_000)
SOUR = town(268064, "Tyre", "LBN", "06", (33.27, 35.2), 3_000)
LEBANON = state(272103, "Lebanon", "LBN")
GULF = replace(town(7, "Gulf", "OMN", people=0, feature="H.GULF"), country=None, fame=90)
VILLAGE = town(8, "Gulf", "USA", "NC", people=600)
ATLAS = Atlas([GULF, VILLAGE, GENEVA, SMALL_GENEVA, SOUR, LEBANON])


def _where(*sentences: str, word: str = "met") -> Place | None:
    doc = article(*sentences)
    token = next(token.i for token in doc if token.text == word)
    return Places(doc, world(), ATLAS).place_of(token)


def test_a_gazetteer_gives_coordinates_country_class_and_id() -> None:
    place = _where("{nsubj they} met=meet {obl in Geneva@L} .")
    assert place is not None
    assert (place.country, place.lat, place.lon) == ("CHE", 46.2, 6.15)
    assert (place.geonames, place.class_) == (2660646, "P")


def test_a_country_printed_with_a_place_decides_between_places() -> None:
    beside = "{nsubj they} met=meet {obl in Geneva@L , {appos USA@L}} ."
    place = _where(beside)
    assert (place and place.geonames) == 4893591


def test_a_country_nearby_does_not_make_a_region_a_village() -> None:
    place = _where("{nsubj {compound USA@L} troops} met=meet {obl in Gulf@L} {obl in USA@L} .")
    assert (place and place.geonames) == 7


def test_a_small_place_is_not_known_in_an_article_that_does_not_speak_of_its_country() -> None:
    place = _where("{nsubj they} met=meet {obl in Tyre@L} .")
    assert place is not None
    assert (place.country, place.lat, place.geonames) == (None, None, None)


def test_a_small_place_is_known_in_an_article_that_speaks_of_its_country() -> None:
    place = _where("{nsubj they} met=meet {obl in Tyre@L} .", "{nsubj Lebanon@L} spoke=speak .")
    assert (place and place.geonames) == 268064


def test_a_building_is_not_taken_for_a_town() -> None:
    doc = article("{nsubj they} met=meet {obl in Geneva@L} .")
    doc.set_ents([Span(doc, 3, 4, label="FACILITY")])
    place = Places(doc, world(), ATLAS).place_of(1)
    assert place is not None
    assert (place.name, place.lat) == ("Geneva", None)


def test_the_words_of_a_place_are_kept() -> None:
    doc = article("{nsubj they} met=meet {obl in Oslo@L} .")
    place = Places(doc, world()).place_of(1)
    assert place is not None
    assert [doc.text[slice(*span)] for span in place.text] == ["Oslo"]
