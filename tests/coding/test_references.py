"""All that refers to actors without naming them, in one pass."""

from __future__ import annotations

import pytest

from dragoman.coding.actors import build_cast
from dragoman.records import Furniture
from dragoman.world import world
from tests.coding.articles import named, with_article
from tests.coding.casts import PUBLISHED, cast_of
from tests.coding.shorthand import short

NEPAL = "{nsubj Nepal@L} asked=ask ."


def kinds(*sentences: str) -> list[tuple[str, str]]:
    """Words and kinds of all mentions."""
    cast = cast_of(*sentences)
    return [(cast.tree.text[slice(*each.span)], each.kind) for each in cast.mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{nsubj It} waited=wait .", ("It", "pronoun")),
        ("{nsubj The country} waited=wait .", ("The country", "metonym")),
        ("{nsubj rebels=rebel} waited=wait .", ("rebels", "nominal")),
    ],
)
def test_pronouns_and_common_nouns_are_mentions(sentence: str, expected: tuple[str, str]) -> None:
    assert kinds(NEPAL, sentence)[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{nsubj Both countries=country} agreed=agree .", ("Both countries", "group")),
        ("{nsubj Both/NUM} agreed=agree .", ("Both", "group")),
    ],
)
def test_groups_are_mentions(sentence: str, expected: tuple[str, str]) -> None:
    assert kinds("{nsubj Nepal@L} met=meet {obj Bhutan@L} .", sentence)[-1] == expected


def test_what_refers_back_may_be_gone_back_to() -> None:
    cast = cast_of(
        NEPAL,
        "{nsubj The country} waited=wait .",
        "{nsubj rain} fell=fall .",
        "{nsubj wind} rose=rise .",
        "{nsubj The country} agreed=agree .",
    )
    assert {cast.draft(each.actor).name for each in cast.mentions} == {"Nepal"}
    assert len(cast.mentions) == 3


def test_a_pronoun_may_go_back_to_a_common_noun() -> None:
    cast = cast_of("{nsubj rebels=rebel} advanced=advance .", "{nsubj They} left=leave .")
    assert [cast.draft(each.actor).name for each in cast.mentions] == ["rebels", "rebels"]


def test_nothing_goes_back_to_what_comes_later() -> None:
    assert ("The country", "metonym") not in kinds("{nsubj The country} waited=wait .", NEPAL)


def test_furniture_refers_to_nobody() -> None:
    doc = short(*map(named, (NEPAL, "{nsubj The country} waited=wait .")))
    start = doc.text.index("The country")
    words = doc.text[start:]
    furniture = Furniture("caption", words, (start, len(doc.text)))
    cast = build_cast(with_article(doc, PUBLISHED, (furniture,)), world())
    assert [cast.tree.text[slice(*each.span)] for each in cast.mentions] == ["Nepal"]
