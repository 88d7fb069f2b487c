"""The gold of the repository must be sound: found in its text, coded by the codebook."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dragoman.records import codebook
from dragoman.world import world
from evals.files import REPOSITORY
from evals.gold_records import GoldRecord, read_gold
from evals.metrics.names import fold
from evals.metrics.passages import passages
from evals.tasks import plover_gsr

FOLDER = REPOSITORY / "evals" / "records"
PARTS = {part: read_gold(FOLDER / part) for part in ("train", "dev")}
RECORDS = [record for records in PARTS.values() for record in records]
SENTENCE_FILE = REPOSITORY / "evals" / "gold" / "plover_gsr.jsonl"
SENTENCES = tuple(plover_gsr.read(SENTENCE_FILE))
SENTENCE_LINES = SENTENCE_FILE.read_text(encoding="utf-8").splitlines()
each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)


def text_of(record: GoldRecord) -> str:
    assert record.article.file is not None
    return record.article.file.read_text(encoding="utf-8")


def facts(record: GoldRecord, kind: str) -> list[dict[str, Any]]:
    """Return the facts of a kind as they are printed, with the fields that are not compared."""
    whole = json.loads(record.path.read_text(encoding="utf-8"))
    printed: list[dict[str, Any]] = whole.get(kind, [])
    return printed


def parties(record: GoldRecord) -> list[str]:
    """Return the names and descriptions of all who take part in a fact."""
    fields = ("actor", "recipient", "initiator", "counterpart", "speaker")
    texts = ("initiator_text", "counterpart_text", "holder_text", "from_text", "toward_text")
    names = [actor.name for actor in record.actors or ()]
    for kind in ("events", "contacts", "contacts_unnamed", "statements", "positions", "attitudes"):
        for fact in facts(record, kind):
            for field in (*fields, *texts):
                value = fact.get(field) or []
                names += [value] if isinstance(value, str) else value
    return names


@each_record
def test_contents_stand_in_the_text_once(record: GoldRecord) -> None:
    text = text_of(record)
    for statement in record.statements or ():
        assert statement.begins
        assert statement.ends
        assert len(list(passages(text, statement.begins, statement.ends))) == 1, statement


@each_record
def test_parties_stand_in_the_text(record: GoldRecord) -> None:
    words = " ".join(fold(text_of(record)))
    for name in parties(record):
        assert " ".join(fold(name)) in words


@each_record
def test_triggers_and_evidence_stand_in_the_text(record: GoldRecord) -> None:
    text = text_of(record)
    quoted = [fact["trigger"] for fact in facts(record, "events")]
    quoted += [fact["evidence"] for fact in facts(record, "attitudes")]
    quoted += [part.begins for part in record.article.not_body]
    for words in quoted:
        assert list(passages(text, words, words)), words


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
@pytest.mark.parametrize(
    ("kind", "field", "section"),
    [
        ("events", "modality", "modalities"),
        ("contacts", "channel", "channels"),
        ("contacts", "status", "contact_statuses"),
        ("statements", "kind", "statement_kinds"),
        ("positions", "basis", "bases"),
        ("attitudes", "basis", "bases"),
    ],
)
def test_codes_for_information_are_those_of_the_codebook(
    record: GoldRecord, kind: str, field: str, section: str
) -> None:
    found = {fact[field] for fact in facts(record, kind) if field in fact}
    assert found <= set(codebook().codes(section))


@each_record
def test_contexts_are_those_of_the_codebook(record: GoldRecord) -> None:
    article = json.loads(record.path.read_text(encoding="utf-8"))["article"]
    assert set(article["contexts"]) <= set(codebook().codes("contexts"))


@each_record
def test_modes_belong_to_their_types(record: GoldRecord) -> None:
    for event in facts(record, "events"):
        types = [event["type"], *event.get("type_alt", [])]
        modes = {mode for code in types for mode in codebook().modes(code)}
        assert "mode" not in event or event["mode"] in modes


@each_record
def test_an_article_has_a_date(record: GoldRecord) -> None:
    assert record.article.published
    assert date.fromisoformat(record.article.published) > date(2000, 1, 1)


@pytest.mark.parametrize("part", ["train", "dev"])
def test_each_part_holds_twenty_articles(part: str) -> None:
    texts = {path.stem for path in (FOLDER / part).glob("*.txt")}
    assert {record.path.stem for record in PARTS[part]} == texts
    assert len(texts) == 20


def test_no_person_stands_in_both_parts() -> None:
    train, dev = (
        {actor.name for record in records for actor in record.actors or ()}
        for records in PARTS.values()
    )
    assert not train & dev


def test_sentences_have_types_of_the_codebook() -> None:
    assert {each.event.type for each in SENTENCES} == set(codebook().codes("types"))


def test_sentences_have_ids_and_texts_of_their_own() -> None:
    assert len({each.id for each in SENTENCES}) == len(SENTENCES) >= 330
    assert len({each.text for each in SENTENCES}) == len(SENTENCES)


def test_parties_stand_in_their_sentence() -> None:
    for row in map(json.loads, SENTENCE_LINES):
        assert any(party["code"] for party in (*row["actor"], *row["recipient"]))
        assert all(party["text"] in row["text"] for party in (*row["actor"], *row["recipient"]))


def test_codes_of_sentences_are_of_states_or_of_bodies_in_general() -> None:
    codes = {
        code for each in SENTENCES for code in (*each.event.actors, *each.event.recipients) if code
    }
    assert {code for code in codes if world().state(code) is None} == {"IGO"}
