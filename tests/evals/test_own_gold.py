"""The gold of the repository must be sound: found in its text, coded by the codebook."""

from __future__ import annotations

import json

import pytest

from dragoman.records import codebook
from evals.files import REPOSITORY
from evals.gold_records import GoldRecord, read_gold
from evals.metrics.names import fold
from evals.metrics.passages import passages
from evals.tasks import plover_gsr

FOLDER = REPOSITORY / "evals" / "gold"
RECORDS = read_gold(FOLDER / "records")
SENTENCES = tuple(plover_gsr.read(FOLDER / "plover_gsr.jsonl"))
each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)


def text_of(record: GoldRecord) -> str:
    assert record.article.file is not None
    return record.article.file.read_text(encoding="utf-8")


@each_record
def test_contents_stand_in_the_text_once(record: GoldRecord) -> None:
    text = text_of(record)
    for statement in record.statements or ():
        assert statement.begins
        assert statement.ends
        assert len(list(passages(text, statement.begins, statement.ends))) == 1, statement


@each_record
def test_names_stand_in_the_text(record: GoldRecord) -> None:
    words = " ".join(fold(text_of(record)))
    names = [actor.name for actor in record.actors or ()]
    names += [
        name
        for contact in record.contacts or ()
        for name in (contact.initiator, contact.counterpart)
        if name
    ]
    names += [statement.speaker for statement in record.statements or () if statement.speaker]
    for name in names:
        assert " ".join(fold(name)) in words


@each_record
def test_codes_are_those_of_the_codebook(record: GoldRecord) -> None:
    codes = codebook()
    types = {code for event in record.events or () for code in event.types}
    stances = {code for position in record.positions or () for code in position.stances}
    roles = {actor.role for actor in record.actors or () if actor.role}
    signs = {attitude.sign for attitude in record.attitudes or () if attitude.sign}
    assert types <= set(codes.codes("types"))
    assert stances <= set(codes.codes("stances"))
    assert roles <= set(codes.codes("roles"))
    assert signs <= set(codes.codes("signs"))


@each_record
def test_modes_belong_to_their_types(record: GoldRecord) -> None:
    for event in json.loads(record.path.read_text(encoding="utf-8"))["events"]:
        types = [event["type"], *event.get("type_alt", [])]
        modes = {mode for code in types for mode in codebook().modes(code)}
        assert "mode" not in event or event["mode"] in modes


def test_sentences_have_types_of_the_codebook() -> None:
    assert {each.event.type for each in SENTENCES} == set(codebook().codes("types"))


def test_sentences_have_ids_of_their_own() -> None:
    assert len({each.id for each in SENTENCES}) == len(SENTENCES) == 36
