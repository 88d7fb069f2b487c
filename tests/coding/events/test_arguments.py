"""Parties out of phrases."""

from __future__ import annotations

from dragoman.coding.actors import build_cast
from dragoman.coding.events.arguments import Arguments
from dragoman.coding.events.readings import readings_of
from dragoman.world import world
from tests.coding.articles import article


def parties(sentence: str, word: str) -> list[str]:
    """Whom a word of a sentence denotes."""
    cast = build_cast(article(sentence), world())
    arguments = Arguments(readings_of(cast.tree), cast)
    side = arguments.parties([cast.tree.words.index(word)])
    return [cast.draft(actor).name for actor in side.actors]


def test_a_clause_that_leads_back_to_its_verb_is_looked_into_once() -> None:
    sentence = "{nsubj Plans} grew=grow/VERB {acl in shunned=shun/VERB {obl:agent by Peru@L}} ."

    assert parties(sentence, "grew") == []


def test_an_act_denotes_whom_it_is_done_to() -> None:
    assert parties("{nsubj Chile@L} feeds=feed/VERB {obj Peru@L} .", "feeds") == ["Peru"]
