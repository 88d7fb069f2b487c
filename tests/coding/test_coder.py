"""The stages together: a Doc becomes a record that keeps the contract."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from dragoman.coding.coder import Coder
from dragoman.records import Furniture, Record, check
from dragoman.world import world
from tests.coding.articles import article

REPORT = (
    (
        "{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} called=call"
        " {obj {amod Malian@N} President <+Idrissa Keita>} {obl on Friday@T} ."
    ),
    "{nsubj She} said=say {ccomp that {nsubj Denmark@L} would help/VERB {obl in Mali@L}} .",
    "{nsubj a {amod French@N} {compound drone} strike} killed=kill {obj rebels=rebel} .",
)


def coded(doc: Doc) -> Record:
    return Coder(world()).record(doc)


def test_a_record_keeps_the_contract() -> None:
    check(coded(article(*REPORT)))


def test_reading_twice_changes_nothing() -> None:
    assert coded(article(*REPORT)) == coded(article(*REPORT))


def test_a_contact_has_both_sides_and_its_day() -> None:
    record = coded(article(*REPORT))
    names = {actor.id: actor.name for actor in record.actors}
    (contact,) = record.contacts
    assert (names[contact.initiator], names[contact.counterpart]) == ("Ida Holm", "Idrissa Keita")
    assert contact.when is not None
    assert contact.when.earliest == "2020-01-03"


def test_every_actor_of_a_fact_is_in_the_record() -> None:
    record = coded(article(*REPORT))
    known = {actor.id for actor in record.actors}
    named = {actor for event in record.events for actor in (*event.actors, *event.recipients)}
    assert named
    assert named <= known


def test_an_event_that_is_a_contact_names_it() -> None:
    record = coded(article(*REPORT))
    contacts = {event.contact for event in record.events} - {None}
    assert contacts == {contact.id for contact in record.contacts}


def test_furniture_is_never_coded() -> None:
    doc = article(*REPORT)
    start = doc.text.index("Danish")
    end = doc.text.index("She")
    furniture = (Furniture("dateline", doc.text[start:end], (start, end)),)
    doc._.article = replace(doc._.article, furniture=furniture)
    record = coded(doc)
    assert record.contacts == ()
    assert all(span[0] >= end for actor in record.actors for span in actor.mentions)


def test_nobody_in_particular_is_left_out() -> None:
    record = coded(article(REPORT[0], "{nsubj a teacher} waited=wait ."))
    assert "teacher" not in {actor.name for actor in record.actors}


def test_a_state_that_only_qualifies_a_word_is_left_out() -> None:
    record = coded(article(REPORT[0], "{nsubj {amod Bulgarian@N} wine/NOUN} sells=sell ."))
    assert "BGR" not in {actor.country for actor in record.actors}


def test_the_model_is_named() -> None:
    doc = article(*REPORT)
    doc.user_data["model"] = "tiny 3"
    assert coded(doc).reader.model == "tiny 3"


def test_an_empty_article_gives_an_empty_record() -> None:
    record = coded(article("Rain ."))
    assert (record.actors, record.events, record.contacts, record.statements) == ((), (), (), ())
