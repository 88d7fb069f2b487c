"""What actors, sides and events are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.cli.display.names import (
    Names,
    actor_facts,
    code_name,
    context_names,
    joined,
    office_text,
    place_text,
    shortened,
)
from dragoman.records import Actor, Office, Place
from tests.records import examples


@pytest.mark.parametrize(
    ("code", "name"),
    [("FRA", "France"), ("EUR", "European Union"), ("KOS", "Kosovo"), ("XYZ", "XYZ")],
)
def test_a_code_has_the_name_of_its_state_or_body(code: str, name: str) -> None:
    assert code_name(code) == name


@pytest.mark.parametrize(
    ("contexts", "expected"),
    [
        ((), ()),
        (("military", "human-rights"), ("Military", "Human rights")),
        (("pro-democracy",), ("For democracy",)),
    ],
)
def test_contexts_have_names(contexts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    article = replace(examples.record().article, contexts=contexts)
    assert context_names(article) == expected


def test_an_office_comes_with_its_state() -> None:
    office = Office("Foreign Minister", "foreign_minister", 2, "NOR", "print")
    assert office_text(office) == "Foreign Minister, Norway"


def test_an_office_of_nobody_stands_alone() -> None:
    assert office_text(Office("envoy", "special_envoy", 3, None, "print")) == "envoy"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("Oslo", "NOR"), "Oslo, Norway"),
        (Place("Norway", "NOR"), "Norway"),
        (Place("the Gulf"), "the Gulf"),
    ],
)
def test_a_place_comes_with_its_country(place: Place, text: str) -> None:
    assert place_text(place) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], text: str) -> None:
    assert joined(names) == text


def test_text_is_shortened_at_a_blank() -> None:
    assert shortened("the  long\nroad to peace", 15) == "the long road…"


def test_an_actor_goes_with_state_and_level() -> None:
    names = Names(examples.record())
    assert names.with_office("lund", 2) == "Kari Lund (NOR, level 2)"
    assert names.with_office("norway", None) == "Norway"


def test_a_side_is_an_actor_or_a_code() -> None:
    names = Names(examples.record())
    assert (names.side("lund"), names.side("DNK")) == ("Kari Lund", "Denmark")


def test_an_event_is_called_by_type_mode_and_words() -> None:
    assert Names(examples.record()).event(examples.raid()) == "ASSAULT “killed”"


def test_an_office_from_the_table_is_told_as_such() -> None:
    office = Office("President", "head_of_state", 1, "KEN", "table")
    facts = actor_facts(Actor("a", "Amina Otieno", "person", "KEN", office=office))
    assert "from the table of office-holders" in facts


def test_all_offices_of_an_actor_are_told() -> None:
    offices = (
        Office("premier", "head_of_government", 1, "PER", "print"),
        Office("finance minister", "minister", 2, "PER", "print"),
    )
    actor = Actor("a", "Ana Quispe", "person", "PER", office=offices[0], other_offices=offices[1:])
    assert actor_facts(actor)[0] == "premier, Peru"
    assert actor_facts(actor)[-1] == "also finance minister, Peru"
