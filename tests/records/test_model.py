from __future__ import annotations

import dataclasses
import json
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given

from dragoman.errors import RecordError, SchemaError
from dragoman.records import Event, Furniture, ReaderInfo, Record, codebook, model
from tests.records import examples
from tests.records.strategies import records as any_record

KEYS = {
    "article": (
        "id url title title_span publisher byline dateline published_at updated_at language text "
        "paragraphs contexts furniture"
    ),
    "actors": "id name kind country class sectors members office other_offices mentions",
    "events": (
        "id type mode actors recipients place when trigger casualties modality reported_by "
        "statement contact evidence field_evidence confidence"
    ),
    "contacts": (
        "id initiator initiator_level initiative counterpart counterpart_level channel status when "
        "place topics outcome basis evidence field_evidence confidence"
    ),
    "statements": (
        "id speakers on_behalf_of kind source cue content medium addressee when evidence "
        "field_evidence confidence"
    ),
    "positions": (
        "id holder target stance basis reporter statement evidence field_evidence confidence"
    ),
    "attitudes": "id from toward sign basis evidence field_evidence confidence",
}
LITERALS = [
    ("actor_kinds", model.ActorKind),
    ("bases", model.Basis),
    ("channels", model.Channel),
    ("contact_bases", model.ContactBasis),
    ("contact_statuses", model.ContactStatus),
    ("furniture_kinds", model.FurnitureKind),
    ("initiatives", model.Initiative),
    ("modalities", model.Modality),
    ("office_bases", model.OfficeBasis),
    ("signs", model.Sign),
    ("stances", model.Stance),
    ("statement_kinds", model.StatementKind),
]


def _first(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data[name]
    first: dict[str, Any] = value[0] if isinstance(value, list) else value
    return first


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_json_has_the_contract_s_keys_in_order(name: str, keys: str) -> None:
    assert list(_first(examples.record().to_dict(), name)) == keys.split()


def test_json_has_the_contract_s_lists_in_order() -> None:
    assert list(examples.record().to_dict()) == ["schema", "reader", *KEYS]


def test_json_names_the_contract() -> None:
    assert examples.record().to_dict()["schema"] == "dragoman/record/1"


def test_spans_are_pairs_in_lists() -> None:
    event = examples.record().to_dict()["events"][0]
    assert event["trigger"] == [list(examples.spans("killed")[0])]


def test_times_keep_their_zone() -> None:
    article = examples.record().to_dict()["article"]
    assert article["published_at"] == "2031-05-02T18:30:00+00:00"


def test_furniture_shows_its_span_only_where_it_has_one() -> None:
    dateline, caption = examples.record().to_dict()["article"]["furniture"]
    assert (list(dateline), list(caption)) == (["kind", "text", "span"], ["kind", "text"])


def test_json_keeps_letters_as_they_are() -> None:
    record = dataclasses.replace(examples.record(), reader=ReaderInfo("1", "Élysée"))
    assert '"Élysée"' in record.to_json()


def test_one_record_is_one_line() -> None:
    assert "\n" not in examples.record().to_json()


def test_the_example_comes_back_from_json() -> None:
    assert Record.from_json(examples.record().to_json()) == examples.record()


@given(any_record())
def test_every_record_comes_back_from_json(record: Record) -> None:
    assert Record.from_json(record.to_json()) == record


@given(any_record())
def test_writing_twice_gives_the_same_json(record: Record) -> None:
    assert Record.from_json(record.to_json()).to_json() == record.to_json()


@pytest.mark.parametrize("text", ["", "{", "[1, 2", "{'schema': 1}", b"\xff\xfe\x00"])
def test_what_is_not_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(SchemaError, match="not JSON"):
        Record.from_json(text)


@pytest.mark.parametrize("schema", [None, 1, "dragoman/record/2", ""])
def test_another_contract_is_refused(schema: object) -> None:
    data = {**examples.record().to_dict(), "schema": schema}
    with pytest.raises(SchemaError, match=r"\$\.schema"):
        Record.from_dict(data)


def test_json_that_contradicts_itself_is_refused() -> None:
    data = json.loads(examples.record().to_json())
    data["events"][0]["actors"] = ["nobody"]
    with pytest.raises(RecordError, match=r"\$\.events\[0\]\.actors.*'nobody'"):
        Record.from_dict(data)


def test_a_fact_without_evidence_cannot_be_made() -> None:
    with pytest.raises(RecordError, match="evidence"):
        Event(id="x", type="AID", evidence=(), confidence=0.5)


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_confidence_outside_of_0_and_1_cannot_be_given(confidence: float) -> None:
    with pytest.raises(RecordError, match="confidence"):
        Event(id="x", type="AID", evidence=((0, 1),), confidence=confidence)


@pytest.mark.parametrize(("section", "literal"), LITERALS)
def test_types_and_codebook_list_the_same_codes(section: str, literal: object) -> None:
    assert get_args(literal) == codebook().codes(section)


def test_every_type_is_frozen_and_slotted() -> None:
    types = [each for each in vars(model).values() if dataclasses.is_dataclass(each)]
    contents = [vars(each) for each in types if isinstance(each, type)]
    assert all("__slots__" in each for each in contents)
    assert all(each["__dataclass_params__"].frozen for each in contents)


def test_absent_values_are_null_or_empty() -> None:
    """No field of a record's types invents a value where the reader gave none."""
    allowed = {
        ("Article", "language"): "en",
        ("Event", "modality"): "asserted",
        ("Contact", "initiative"): "unknown",
        ("Contact", "channel"): "unspecified",
        ("Contact", "status"): "held",
        ("Contact", "basis"): "reported",
    }
    types = [each for each in vars(model).values() if dataclasses.is_dataclass(each)]
    defaults = {
        (each.__name__, field.name): field.default
        for each in types
        if isinstance(each, type)
        for field in dataclasses.fields(each)
        if field.default not in (dataclasses.MISSING, None, ())
    }
    assert defaults == allowed


def test_every_list_of_a_record_is_a_tuple() -> None:
    hints = get_type_hints(Record)
    lists = [name for name, hint in hints.items() if get_origin(hint) is tuple]
    assert lists == [name for name in KEYS if name != "article"]


def test_furniture_may_lack_a_span() -> None:
    assert Furniture("caption", "words").span is None
