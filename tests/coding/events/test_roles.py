"""Sides by the roles that a typer gives to words."""

from __future__ import annotations

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.events.arguments import Arguments
from dragoman.coding.events.readings import readings_of
from dragoman.coding.events.roles import Roles
from dragoman.world import world
from tests.coding.articles import article


def named(role: str, sentence: str, trigger: str, words: tuple[str, ...]) -> list[str]:
    """Who has a role by a typer that is sure of some words."""
    doc = article(sentence)
    cast = build_cast(doc, world())
    token = cast.tree.words.index(trigger)
    shares = {role: {cast.tree.words.index(word): 0.9 for word in words}}
    side = Roles(cast.tree, Arguments(readings_of(cast.tree), cast), shares, token).side(role)
    return [cast.draft(actor).name for actor in side.actors]


BESIDE = [
    "{nsubj Chile@L} arrested=arrest {obj a man} {advcl injuring=injure/VERB {obj Peru@L}} .",
    "{nsubj Chile@L} arrested=arrest {obj a man} {conj and thanked=thank/VERB {obj Peru@L}} .",
]


@pytest.mark.parametrize("sentence", BESIDE)
def test_nobody_from_another_act_is_a_recipient(sentence: str) -> None:
    assert named("recipient", sentence, "arrested", ("Peru",)) == []


INSIDE = [
    "{nsubj Chile@L} arrested=arrest {obj a man {nmod from Peru@L}} .",
    "{nsubj Chile@L} arrested=arrest {obj men} {advcl to please=please/VERB {obj Peru@L}} .",
]


@pytest.mark.parametrize("sentence", INSIDE)
def test_whoever_stands_in_the_act_may_be_a_recipient(sentence: str) -> None:
    assert named("recipient", sentence, "arrested", ("Peru",)) == ["Peru"]


@pytest.mark.parametrize("verb", ["condemned=condemn", "welcomed=welcome", "rejected=reject"])
def test_whoever_judges_an_act_has_not_done_it(verb: str) -> None:
    sentence = f"{{nsubj Chile@L {{conj and Peru@L}}}} {verb} {{obj the seizure}} ."
    assert named("actor", sentence, "seizure", ("Chile", "Peru")) == []


def test_whoever_ordered_an_act_may_have_done_it() -> None:
    sentence = "{nsubj Chile@L} ordered=order {obj the seizure} ."
    assert named("actor", sentence, "seizure", ("Chile",)) == ["Chile"]


def test_the_first_word_of_a_name_stands_for_whom_the_name_is_of() -> None:
    sentence = "{nsubj Chile@L} sank=sink {obj {compound HMS@N} Argyll@N} ."
    assert named("recipient", sentence, "sank", ("HMS",)) == ["HMS Argyll"]
