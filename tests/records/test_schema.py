from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from dragoman.records import Record, record_schema
from tests.records import examples
from tests.records.strategies import records as any_record

VALIDATOR = Draft202012Validator(record_schema())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_the_example_fits() -> None:
    assert list(VALIDATOR.iter_errors(examples.record().to_dict())) == []


@given(any_record())
def test_every_record_fits(record: Record) -> None:
    assert list(VALIDATOR.iter_errors(record.to_dict())) == []


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("events", "evidence", []),
        ("events", "evidence", [[1, 2, 3]]),
        ("events", "evidence", [[-1, 2]]),
        ("events", "confidence", 1.1),
        ("events", "type", "SING"),
        ("events", "mode", "phone"),
        ("events", "modality", None),
        ("events", "colour", "red"),
        ("contacts", "channel", "pigeon"),
        ("contacts", "counterpart_level", 5),
        ("contacts", "when", {"earliest": "Friday", "latest": None, "text": []}),
        ("statements", "kind", "sung"),
        ("positions", "stance", "love"),
        ("attitudes", "sign", "neutral"),
        ("actors", "class", "GOV"),
        ("actors", "sectors", ["XYZ"]),
        ("actors", "mentions", None),
    ],
)
def test_a_wrong_record_does_not_fit(kind: str, name: str, value: object) -> None:
    data: dict[str, Any] = examples.record().to_dict()
    data[kind][0][name] = value
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("key", ["schema", "reader", "article", "attitudes"])
def test_every_key_is_asked_for(key: str) -> None:
    data = examples.record().to_dict()
    del data[key]
    assert not VALIDATOR.is_valid(data)


def test_furniture_need_not_have_a_span() -> None:
    assert record_schema()["$defs"]["Furniture"]["required"] == ["kind", "text"]


def test_every_object_is_described() -> None:
    definitions = record_schema()["$defs"].values()
    assert all(each["description"].endswith((".", ":")) for each in definitions)
