"""Places: where an event took place, and in which country."""

from __future__ import annotations

import pytest

from dragoman.coding.places import Location, Places
from dragoman.world import world
from tests.coding.articles import article

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


class OneTown:
    """A gazetteer of one town."""

    def locate(self, name: str, country: str | None) -> Location | None:
        known = name == "Geneva" and country in (None, "CHE")
        return Location(46.2, 6.15, 2660646, "CHE") if known else None


def test_a_gazetteer_gives_coordinates_and_country() -> None:
    doc = article("{nsubj they} met=meet {obl in Geneva@L} .")
    place = Places(doc, world(), OneTown()).place_of(1)
    assert place is not None
    assert (place.country, place.lat, place.lon, place.geonames) == ("CHE", 46.2, 6.15, 2660646)


def test_the_words_of_a_place_are_kept() -> None:
    doc = article("{nsubj they} met=meet {obl in Oslo@L} .")
    place = Places(doc, world()).place_of(1)
    assert place is not None
    assert [doc.text[slice(*span)] for span in place.text] == ["Oslo"]
