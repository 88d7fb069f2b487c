"""Several actors under one word."""

from __future__ import annotations

import pytest

from dragoman.coding.discourse import Discourse
from dragoman.coding.groups import actor_of, met_before
from dragoman.coding.scene import Scene
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.casts import PUBLISHED, actor, cast_of
from tests.coding.shorthand import person

JOINED = "{nsubj Uganda@L {conj and Rwanda@L}} met=meet ."
MET = "{nsubj Uganda@L} met=meet {obj Rwanda@L} ."
PAIR = "{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} ."
THREE = "{nsubj Uganda@L {conj , Rwanda@L} {conj and Kenya@L}} met=meet ."
PRESIDENTS = (
    "{nsubj {amod Ugandan@N} President <+Joy Okello>} met=meet "
    "{obj {amod Rwandan@N} President <+Paul Kayumba>} ."
)
RAIN = "{nsubj rain} fell=fall ."


def members(words: str, *sentences: str) -> list[str]:
    """The names of the members of the group that words stand for."""
    cast = cast_of(*sentences)
    return [cast.draft(each).name for each in actor(cast, words).members]


GROUPS = [
    (JOINED, "Both countries=country", ["Uganda", "Rwanda"]),
    (MET, "The {nummod two/NUM} sides=side", ["Uganda", "Rwanda"]),
    (MET, "The neighbours=neighbour", ["Uganda", "Rwanda"]),
    (MET, "The rivals=rival", ["Uganda", "Rwanda"]),
    (THREE, "The {nummod three/NUM} countries=country", ["Uganda", "Rwanda", "Kenya"]),
    (JOINED, "Both armies=army", ["Uganda", "Rwanda"]),
    (JOINED, "The {nummod two/NUM} governments=government", ["Uganda", "Rwanda"]),
    (JOINED, "{det Neither/DET} side", ["Uganda", "Rwanda"]),
    (MET, "The {nummod two/NUM} presidents=president", ["Uganda", "Rwanda"]),
    (PAIR, "The pair", ["Ida Holm", "Lars Bo"]),
    (PAIR, "The two/NUM", ["Ida Holm", "Lars Bo"]),
    (PAIR, "Both/NUM", ["Ida Holm", "Lars Bo"]),
    (PRESIDENTS, "The {nummod two/NUM} presidents=president", ["Joy Okello", "Paul Kayumba"]),
    (PRESIDENTS, "The presidents=president", ["Joy Okello", "Paul Kayumba"]),
    (PRESIDENTS, "The leaders=leader", ["Joy Okello", "Paul Kayumba"]),
]


def printed(shorthand: str) -> str:
    """The words of a phrase in shorthand."""
    return cast_of(f"{{nsubj {shorthand}}} agreed=agree .").tree.text.removesuffix(" agreed.")


def test_the_sides_of_an_affair_stay_who_they_are() -> None:
    others = ("{nsubj Kenya@L} spoke=speak .", RAIN, "{nsubj Ghana@L} spoke=speak .")
    first = "{nsubj Both sides=side} agreed=agree ."
    told = (MET, RAIN, first, RAIN, RAIN, RAIN, *others, RAIN)
    cast = cast_of(*told, "{nsubj Both governments=government} agreed=agree .")
    (group,) = cast.at(cast.tree.words.index("governments"))
    names = [cast.draft(each).name for each in cast.draft(group).members]
    assert names == ["Uganda", "Rwanda"]


def test_people_who_are_called_by_their_work_are_no_group_of_others() -> None:
    told = (PRESIDENTS, "{nsubj The {nummod two/NUM} fishermen=fisherman} left=leave .")
    assert members("two fishermen", *told) == []


def test_two_who_just_met_go_before_those_of_whom_more_is_told() -> None:
    told = (PRESIDENTS, PRESIDENTS, RAIN, PAIR)
    phrase = "{nsubj The {nummod two/NUM} leaders=leader} agreed=agree ."
    assert members("The two leaders", *told, phrase) == ["Ida Holm", "Lars Bo"]


@pytest.mark.parametrize(("before", "phrase", "names"), GROUPS)
def test_a_group_is_those_named_before(before: str, phrase: str, names: list[str]) -> None:
    found = members(printed(phrase), before, f"{{nsubj {phrase}}} agreed=agree .")
    assert found == names


def test_countries_are_known_by_their_people() -> None:
    sentence = "{nsubj The {nummod two/NUM} countries=country} agreed=agree ."
    assert members("The two countries", PRESIDENTS, sentence) == ["Uganda", "Rwanda"]


@pytest.mark.parametrize("before", [JOINED, MET])
def test_who_does_something_to_both_is_neither(before: str) -> None:
    sentence = "{nsubj Kenya@L} warned=warn {obj both sides=side} ."
    assert members("both sides", before, sentence) == ["Uganda", "Rwanda"]


def test_what_a_country_urges_both_to_do_it_urges_others_to_do() -> None:
    sentence = "{nsubj Kenya@L} urged=urge {obj both sides=side} {xcomp to talk} ."
    assert members("both sides", MET, sentence) == ["Uganda", "Rwanda"]


def test_the_last_two_are_meant_rather_than_the_first() -> None:
    sentence = "{nsubj The {nummod two/NUM} sides=side} agreed=agree ."
    far = "{nsubj Peru@L {conj and Chile@L}} spoke=speak ."
    assert members("The two sides", far, *[RAIN] * 5, MET, sentence) == ["Uganda", "Rwanda"]


UNKNOWN = [
    pytest.param(RAIN, "The {nummod two/NUM} sides=side", "two sides", id="nobody before"),
    pytest.param(PAIR, "The {nummod three/NUM} leaders=leader", "three leaders", id="too few"),
    pytest.param(
        JOINED, "The {nummod two/NUM} {amod Kenyan@N} envoys=envoy", "two Kenyan envoys", id="told"
    ),
    pytest.param(JOINED, "{nummod Two/NUM} countries=country", "Two countries", id="indefinite"),
    pytest.param(MET, "Neighbours=neighbour/NOUN", "Neighbours", id="bare"),
]


@pytest.mark.parametrize(("before", "phrase", "name"), UNKNOWN)
def test_a_group_of_others_has_no_members(before: str, phrase: str, name: str) -> None:
    assert members(name, before, f"{{nsubj {phrase}}} agreed=agree .") == []


def test_a_joined_pair_is_surer_than_two_who_met() -> None:
    sentence = "{nsubj Both countries=country} agreed=agree ."
    sure = [
        next(each.certainty for each in cast_of(before, sentence).mentions if each.kind == "group")
        for before in (JOINED, MET)
    ]
    assert sure[0] > sure[1]


def test_both_as_an_object_is_left_alone() -> None:
    cast = cast_of(PAIR, "{nsubj rain} soaked=soak {obj ^both/NUM} .")
    assert [each for each in cast.mentions if each.kind == "group"] == []


# Without a noun ------------------------------------------------------------------------------


def discourse(*sentences: str) -> Discourse:
    """A discourse about Holm and Bo, wherever they stand."""
    found = Discourse(Scene(article(*sentences, published=PUBLISHED), world()))
    for name in ("Holm", "Bo"):
        who = found.cast.add_actor(person(name))
        for token, word in enumerate(found.tree.words):
            if word == name:
                mention = found.cast.add_mention(who, token, token + 1, kind="name")
                found.mentions.append(mention)
    return found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("{nsubj Holm@P} met=meet {obj Bo@P} .", ["Holm", "Bo"]),
        ("{nsubj Holm@P} spoke=speak {obl with Bo@P} .", ["Holm", "Bo"]),
        ("{nsubj Holm@P} spoke=speak {obl about Bo@P} .", []),
        ("{nsubj Holm@P} left=leave .", []),
        ("{nsubj rain} soaked=soak {obj Bo@P} .", []),
    ],
)
def test_two_whom_a_verb_joined_are_found(sentence: str, names: list[str]) -> None:
    found = discourse(sentence, "{nsubj They} agreed=agree .")
    they = found.tree.words.index("They")
    assert [found.cast.draft(each).name for each in met_before(found, they)] == names


def test_those_who_met_long_ago_are_not_they() -> None:
    found = discourse("{nsubj Holm@P} met=meet {obj Bo@P} .", RAIN, "{nsubj They} agreed=agree .")
    assert met_before(found, found.tree.words.index("They")) == ()


def test_one_alone_is_no_group() -> None:
    assert actor_of(discourse(RAIN).cast, (1,)) == 1


def test_a_group_without_words_is_called_by_its_members() -> None:
    found = discourse(RAIN)
    assert found.cast.draft(actor_of(found.cast, (0, 1))).name == "Holm and Bo"


def test_the_same_members_are_the_same_group() -> None:
    found = discourse(RAIN)
    assert actor_of(found.cast, (0, 1)) == actor_of(found.cast, (1, 0))
