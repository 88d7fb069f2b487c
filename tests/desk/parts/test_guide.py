"""The codebook on the page of help is the whole codebook."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.crises.questions.certainty import CERTAINTIES
from dragoman.desk.parts.codes import named
from dragoman.desk.parts.guide import Chapter, Meaning, certainties, chapters
from dragoman.records import codebook
from dragoman.records.convert import field_types, json_name, ordered_fields
from dragoman.records.model import Actor, Attitude, Contact, Event, Fact, Position, Statement

RECORDS = {
    "events": Event,
    "contacts": Contact,
    "statements": Statement,
    "positions": Position,
    "attitudes": Attitude,
    "actors": Actor,
}


def chapter(anchor: str) -> Chapter:
    """Return a chapter."""
    (found,) = (each for each in chapters() if each.anchor == anchor)
    return found


def meanings() -> Iterator[Meaning]:
    """Yield what every code means."""
    for each in chapters():
        for section in each.sections:
            for meaning in section.meanings:
                yield meaning
                yield from meaning.modes


@pytest.mark.parametrize("anchor", RECORDS)
def test_every_field_of_a_record_is_told_of(anchor: str) -> None:
    of_all = {"id", *(each for each in field_types(Fact))}
    record = RECORDS[anchor]
    fields = [json_name(each) for each in ordered_fields(record) if json_name(each) not in of_all]
    assert sorted(each.name for each in chapter(anchor).fields) == sorted(fields)


def test_every_code_is_told_of_once() -> None:
    found = [each.anchor for each in meanings()]
    assert len(found) == len(set(found)) == len(codebook().entries)


def test_fields_lead_to_codes_that_are_there() -> None:
    sections = {section.anchor for each in chapters() for section in each.sections}
    asked = {field.codes for each in chapters() for field in each.fields} - {None}
    assert asked <= sections


def test_a_code_knows_where_it_is_explained() -> None:
    anchors = {each.anchor for each in meanings()}
    drone = named("events", "mode", "drone", "ASSAULT")
    assert drone.anchor == "modes-ASSAULT-drone"
    assert named("contacts", "basis", "own words").anchor == "contact_bases-own-words"
    assert {drone.anchor, "contact_bases-own-words"} <= anchors


def test_a_mode_is_that_of_its_type() -> None:
    threat = named("events", "mode", "restrict", "THREATEN")
    coercion = named("events", "mode", "restrict", "COERCE")
    assert threat.definition != coercion.definition
    assert (threat.anchor, coercion.anchor) == ("modes-THREATEN-restrict", "modes-COERCE-restrict")


def test_what_the_codebook_lacks_is_explained_nowhere() -> None:
    assert named("events", "type", "NEVER").anchor is None


def test_every_certainty_is_explained() -> None:
    assert tuple(certainties()) == CERTAINTIES
