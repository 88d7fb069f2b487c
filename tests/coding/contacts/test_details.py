"""What a contact carries: levels, topics, outcome, basis, evidence; and told twice is one."""

from __future__ import annotations

import pytest

from dragoman.coding.contacts import contacts
from dragoman.coding.statements import statements
from dragoman.records import Place, When
from tests.coding.scenes import contact_line, scene
from tests.coding.sentences import texts


def test_levels_come_from_the_offices() -> None:
    doc, cast = scene("{nsubj Lavrov} called=call {obj Fidan} .")
    (contact,) = contacts(doc, cast)
    assert (contact.initiator_level, contact.counterpart_level) == (2, 2)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        (
            "{nsubj Wang} discussed=discuss {obj the tariffs=tariff} {obl with Modi} .",
            "the tariffs",
        ),
        (
            "{nsubj Wang} spoke=speak {obl to Modi} {obl {case about} {det the} border} .",
            "the border",
        ),
        ("{nsubj Wang} met=meet {obj Modi} {advcl to discuss {obj trade}} .", "trade"),
    ],
)
def test_topics_are_words_of_the_text(sentence: str, topic: str) -> None:
    doc, cast = scene(sentence)
    (contact,) = contacts(doc, cast)
    assert contact.topics == (topic,)
    assert texts(doc, contact.field_evidence["topics"]) == topic


def test_what_was_agreed_is_the_outcome() -> None:
    doc, cast = scene(
        "{nsubj Wang} met=meet {obj Modi} {conj and agreed=agree/VERB {xcomp to trade {obj oil}}} ."
    )
    contact = contacts(doc, cast)[0]
    assert contact.outcome == ("agreed to trade oil",)


def test_a_side_that_tells_of_its_own_contact_gives_own_words() -> None:
    doc, cast = scene(
        "{nsubj Fidan} said=say {ccomp that {nsubj he} met=meet {obj Lavrov}} .",
    )
    he = [token.text for token in doc].index("he")
    fidan = cast.at(0)[0]
    cast.add_mention(fidan, he, he + 1, kind="pronoun")
    (contact,) = contacts(doc, cast, statements(doc, cast))
    assert contact.basis == "own words"


def test_talks_in_a_statement_are_the_speakers() -> None:
    doc, cast = scene(
        "{nsubj Fidan} said=say {ccomp that {nsubj talks=talk {nmod with Lavrov}} "
        "{cop were} hard/ADJ} ."
    )
    (contact,) = contacts(doc, cast, statements(doc, cast))
    assert contact_line(cast, contact) == "Fidan > Lavrov unspecified held unknown"
    assert contact.basis == "own words"


def test_a_call_told_twice_is_one_contact() -> None:
    doc, cast = scene(
        "{nsubj Lula} spoke=speak {obl with Petro} .",
        "{nsubj Lula} called=call {obj Petro} {obl {case about} {det the} forest} .",
    )
    (contact,) = contacts(doc, cast)
    assert contact.channel == "phone"
    assert contact.initiative == "known"
    assert contact.topics == ("the forest",)
    told = "Lula spoke with Petro. … Lula called Petro about the forest."
    assert texts(doc, contact.evidence) == told


def test_time_and_place_are_asked_of_the_word() -> None:
    doc, cast = scene("{nsubj Lula} met=meet {obj Petro} .")
    when, place = When("2024-05-01", "2024-05-01", ((0, 4),)), Place("Leticia", text=((0, 4),))
    (contact,) = contacts(doc, cast, when_of=lambda _: when, place_of=lambda _: place)
    assert (contact.when, contact.place) == (when, place)


def test_evidence_is_the_sentence() -> None:
    doc, cast = scene("{nsubj Modi} slept=sleep .", "{nsubj Lula} met=meet {obj Petro} .")
    (contact,) = contacts(doc, cast)
    assert texts(doc, contact.evidence) == "Lula met Petro."
