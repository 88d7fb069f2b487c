"""Names, short forms and bare titles of one person are gathered."""

from __future__ import annotations

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.tree import tree_of
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.casts import PUBLISHED, Who, actor, cast_of, words_of
from tests.coding.networks import with_links

GATHERED = [
    (
        [
            "{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak .",
            "{nsubj <Holm>} left=leave .",
        ],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        ["{nsubj <Holm>} spoke=speak .", "{nsubj <Ida Holm>} left=leave ."],
        "Ida Holm",
        ["Holm", "Ida Holm"],
    ),
    (
        ["{nsubj <Ida Holm>} spoke=speak .", "{nsubj Ms. <+Holm>} left=leave ."],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        [
            "{nsubj <Ida Holm>} spoke=speak .",
            "{nsubj {amod Foreign} Minister <+Holm>} left=leave .",
        ],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        [
            "{nsubj <Ida Holm>} spoke=speak .",
            "{nsubj {nmod:poss <Holm> 's} aides=aide} left=leave .",
        ],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        ["{nsubj <Ida Marie Holm>} spoke=speak .", "{nsubj <Ida Holm>} left=leave ."],
        "Ida Marie Holm",
        ["Ida Marie Holm", "Ida Holm"],
    ),
    (
        ["{nsubj <Salem al-Zwai>} spoke=speak .", "{nsubj <Zwai>} left=leave ."],
        "Salem al-Zwai",
        ["Salem al-Zwai", "Zwai"],
    ),
    (
        ["{nsubj <Pieter van den Hoek>} spoke=speak .", "{nsubj <Van den Hoek>} left=leave ."],
        "Pieter van den Hoek",
        ["Pieter van den Hoek", "Van den Hoek"],
    ),
    (
        ["{nsubj <Ida Holm>} spoke=speak .", "{nsubj Holm} left=leave ."],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
]


@pytest.mark.parametrize(("sentences", "name", "words"), GATHERED)
def test_short_forms_are_gathered_under_the_fullest(
    sentences: list[str], name: str, words: list[str]
) -> None:
    assert words_of(cast_of(*sentences), name) == words


def test_two_persons_with_one_family_name_stay_two() -> None:
    cast = cast_of("{nsubj <Ida Holm>} met=meet {obj <Lars Holm>} .", "{nsubj <Holm>} left=leave .")
    assert words_of(cast, "Ida Holm") == ["Ida Holm"]
    assert words_of(cast, "Lars Holm") == ["Lars Holm", "Holm"]


# Titles that stand alone ---------------------------------------------------------------------

ALONE = [
    (
        [
            "{nsubj {compound US@L} Secretary {nmod of State} <+Roy Keller>} spoke=speak .",
            "{nsubj the secretary {nmod of state}} left=leave .",
        ],
        "Roy Keller",
        "the secretary of state",
    ),
    (
        [
            "{nsubj {amod Ghanaian@N} President <+Esi Badu>} spoke=speak .",
            "{nsubj the president} left=leave .",
        ],
        "Esi Badu",
        "the president",
    ),
    (
        [
            (
                "{nsubj {amod Ghanaian@N} President <+Esi Badu>} met=meet {obj {amod "
                "Malian@N} President <+Idrissa Keita>} ."
            ),
            "{nsubj the {amod Ghanaian@N} president} left=leave .",
        ],
        "Esi Badu",
        "the Ghanaian president",
    ),
    (
        [
            "{nsubj {amod Libyan@N} commander <+Salem Zwai>} spoke=speak .",
            "{nsubj the commander} left=leave .",
        ],
        "Salem Zwai",
        "the commander",
    ),
]


@pytest.mark.parametrize(("sentences", "name", "words"), ALONE)
def test_a_bare_title_is_the_one_who_holds_it(sentences: list[str], name: str, words: str) -> None:
    cast = cast_of(*sentences)
    found = [
        mention
        for mention in cast.mentions
        if cast.tree.text[slice(*mention.span)].lower() == words.lower()
    ]
    assert [cast.draft(mention.actor).name for mention in found] == [name]
    assert found[0].kind == "title"
    assert found[0].certainty < 1


LIND_SPOKE = "{nsubj <Ida Lind>} spoke=speak ."
LATER = "{nsubj {amod Kenyan@N} premier <+Juma Otieno>} replied=reply ."


def bare(*sentences: str) -> str:
    """Whom "the premier" goes back to in an article that ends with another premier's word."""
    doc = article(*sentences, LATER, published=PUBLISHED)
    cast = build_cast(with_links(doc, {"premier": {"Ida": 0.3}}), world())
    (found,) = cast.at(tree_of(doc).words.index("premier"))
    return cast.draft(found).name


def test_a_title_goes_back_to_who_was_named_last_without_one() -> None:
    assert bare(LIND_SPOKE, "{nsubj the premier} left=leave .") == "Ida Lind"


def test_who_has_another_title_does_not_hold_a_bare_one() -> None:
    spoke = "{nsubj minister <+Ida Lind>} spoke=speak ."
    assert bare(spoke, "{nsubj the premier} left=leave .") == "Juma Otieno"


def test_who_was_named_long_before_does_not_hold_a_bare_title() -> None:
    rain = "{nsubj rain} fell=fall ."
    assert bare(LIND_SPOKE, rain, "{nsubj the premier} left=leave .") == "Juma Otieno"


UNNAMED = [
    (
        "{nsubj the {amod Omani@N} {amod foreign} minister} spoke=speak .",
        Who("Omani foreign minister", "person", "OMN", "foreign_minister"),
    ),
    (
        "{nsubj an {amod Iranian@N} diplomat} spoke=speak .",
        Who("Iranian diplomat", "unnamed", "IRN", None, ("GOV",)),
    ),
    (
        "{nsubj {amod American@N} officials=official} spoke=speak .",
        Who("American officials", "unnamed", "USA", None, ("GOV",)),
    ),
    (
        "{nsubj a {amod senior} {compound UN@O} official} spoke=speak .",
        Who("senior UN official", "unnamed", "UNO", "igo_official"),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), UNNAMED)
def test_a_title_without_a_person_is_an_actor_without_a_name(sentence: str, expected: Who) -> None:
    cast = cast_of(sentence)
    draft = actor(cast, expected.name)
    assert (draft.kind, draft.country) == (expected.kind, expected.country)
    if expected.role is not None:
        assert draft.office is not None
        assert draft.office.role == expected.role


# States --------------------------------------------------------------------------------------
