"""Pronouns go to the actors they stand for."""

from __future__ import annotations

import pytest

from tests.coding.casts import actor, cast_of

PRONOUNS = [
    pytest.param(
        ["{nsubj <Ida Holm>} said=say {ccomp {nsubj she} agreed=agree} ."],
        "she",
        "Ida Holm",
        id="subject of the sentence",
    ),
    pytest.param(
        ["{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .", "{nsubj She} smiled=smile ."],
        "She",
        "Ida Holm",
        id="subject before object",
    ),
    pytest.param(
        ["{nsubj Ms. <+Holm>} met=meet {obj Mr. <+Bo>} .", "{nsubj He} smiled=smile ."],
        "He",
        "Bo",
        id="gender where it is printed",
    ),
    pytest.param(
        [
            "{nsubj <Ida Holm>} spoke=speak .",
            "{nsubj <Lars Bo>} told=tell {obj ^her} {ccomp {nsubj he} agreed=agree} .",
        ],
        "her",
        "Ida Holm",
        id="object is not the subject",
    ),
    pytest.param(
        ["{nsubj <Ida Holm>} praised=praise {obj {nmod:poss her} team} ."],
        "her",
        "Ida Holm",
        id="possessive",
    ),
    pytest.param(
        [
            "{nsubj rebels=rebel} advanced=advance .",
            "{nsubj They} burned=burn {obj houses=house} .",
        ],
        "They",
        "rebels",
        id="plural",
    ),
    pytest.param(
        ["{nsubj Norway@L} said=say {ccomp {nsubj it} agreed=agree} ."],
        "it",
        "Norway",
        id="a state",
    ),
    pytest.param(
        ["{nsubj Norway@L} recalled=recall {obj {nmod:poss its} envoy} ."],
        "its",
        "Norway",
        id="of a state",
    ),
    pytest.param(
        ["{nsubj <Ida Holm> {conj and <Lars Bo>}} met=meet .", "{nsubj They} agreed=agree ."],
        "They",
        "Ida Holm and Lars Bo",
        id="two joined",
    ),
    pytest.param(
        [
            "{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .",
            "{nsubj Both leaders=leader/NOUN} agreed=agree .",
        ],
        "Both leaders",
        "Both leaders",
        id="both",
    ),
]


@pytest.mark.parametrize(("sentences", "pronoun", "name"), PRONOUNS)
def test_a_pronoun_goes_to_the_salient_actor(sentences: list[str], pronoun: str, name: str) -> None:
    cast = cast_of(*sentences)
    found = {
        cast.tree.text[slice(*mention.span)]: cast.draft(mention.actor).name
        for mention in cast.mentions
        if mention.kind in {"pronoun", "group"}
    }
    assert found.get(pronoun) == name


UNLINKED = [
    "{nsubj It} rained=rain .",
    "{nsubj It} {cop is} unclear/ADJ {csubj {mark whether} {nsubj talks=talk} failed=fail} .",
    "{nsubj He} left=leave .",
    "{nsubj Mr. <+Bo>} told=tell {obj ^her} .",
]


@pytest.mark.parametrize("sentence", UNLINKED)
def test_a_pronoun_without_an_antecedent_stays_unlinked(sentence: str) -> None:
    assert [mention for mention in cast_of(sentence).mentions if mention.kind == "pronoun"] == []


def test_both_leaders_are_the_two_named_before() -> None:
    cast = cast_of(
        "{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .",
        "{nsubj Both leaders=leader/NOUN} agreed=agree .",
    )
    members = actor(cast, "Both leaders").members
    assert [cast.draft(member).name for member in members] == ["Ida Holm", "Lars Bo"]


def test_inside_a_quotation_he_is_not_its_speaker() -> None:
    cast = cast_of(
        "{nsubj <Lars Bo>} spoke=speak .",
        '{ccomp " {nsubj He} lied=lie , "} {nsubj <Jon Dal>} said=say .',
    )
    found = {
        mention.start: cast.draft(mention.actor).name
        for mention in cast.mentions
        if mention.kind == "pronoun"
    }
    assert list(found.values()) == ["Lars Bo"]
