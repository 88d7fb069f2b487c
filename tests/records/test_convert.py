from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dragoman.errors import SchemaError
from dragoman.records import Actor, Casualties, Record
from dragoman.records.convert import from_plain, to_plain
from tests.records import examples

WRONG = [
    ("events.0.type", 7, "$.events[0].type: expected a string, found 7"),
    ("events.0.type", None, "$.events[0].type: expected a string, found None"),
    ("events.0.confidence", "high", "$.events[0].confidence: expected a number"),
    ("events.0.confidence", True, "$.events[0].confidence: expected a number"),
    ("events.0.confidence", 1.5, "$.events[0]: A confidence lies in [0, 1]"),
    ("events.0.evidence", [], "$.events[0]: A fact needs evidence"),
    ("events.0.evidence", None, "$.events[0].evidence: expected a list"),
    ("events.0.evidence", [[1, 2, 3]], "$.events[0].evidence[0]: expected a list of 2"),
    ("events.0.evidence", [[1, "2"]], "$.events[0].evidence[0][1]: expected a whole number"),
    ("events.0.evidence", [[1, 2.5]], "$.events[0].evidence[0][1]: expected a whole number"),
    ("events.0.modality", "perhaps", "$.events[0].modality: expected one of asserted, negated"),
    ("events.0.modality", ["future"], "$.events[0].modality: expected one of asserted"),
    ("events.0.field_evidence", [], "$.events[0].field_evidence: expected an object"),
    ("events.0.field_evidence", {"when": 1}, "$.events[0].field_evidence.when: expected a list"),
    ("events.0.casualties.killed", "many", "$.events[0].casualties.killed: expected"),
    ("events.0.place", "Oslo", "$.events[0].place: expected an object, found 'Oslo'"),
    ("events.0.place.lat", "59", "$.events[0].place.lat: expected a number"),
    ("article.published_at", "2031-05-02", "$.article.published_at: expected a date and time"),
    ("article.published_at", "yesterday", "$.article.published_at: expected a date and time"),
    ("article.published_at", 20310502, "$.article.published_at: expected a date and time"),
    ("article.title_span", [0], "$.article.title_span: expected a list of 2"),
    ("actors", {}, "$.actors: expected a list"),
    ("actors.0.colour", "red", "$.actors[0].colour: this key is not known"),
    ("actors.0.class_", None, "$.actors[0].class_: this key is not known"),
]
MISSING = ["schema", "reader", "article", "actors.0.class", "events.0.mode", "events.0.confidence"]


def _at(data: Any, path: list[str]) -> Any:
    for step in path:
        data = data[int(step)] if step.isdigit() else data[step]
    return data


@pytest.mark.parametrize(("where", "value", "message"), WRONG)
def test_a_wrong_value_is_refused_by_its_path(where: str, value: object, message: str) -> None:
    data = examples.record().to_dict()
    *path, last = where.split(".")
    _at(data, path)[last] = value
    with pytest.raises(SchemaError) as caught:
        Record.from_dict(data)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("where", MISSING)
def test_a_missing_key_is_refused(where: str) -> None:
    data = examples.record().to_dict()
    *path, last = where.split(".")
    del _at(data, path)[last]
    with pytest.raises(SchemaError, match=last):
        Record.from_dict(data)


@pytest.mark.parametrize("data", [None, [], "record", 3, [{}]])
def test_a_record_is_an_object(data: object) -> None:
    with pytest.raises(SchemaError, match=r"\$: expected an object"):
        Record.from_dict(data)


@pytest.mark.parametrize("killed", [0, 12, "some", None])
def test_casualties_are_a_number_or_some(killed: object) -> None:
    data = {"killed": killed, "injured": None}
    assert from_plain(Casualties, data).killed == killed


def test_a_whole_number_serves_as_a_number() -> None:
    data = examples.record().to_dict()
    data["events"][0]["confidence"] = 1
    confidence = Record.from_dict(data).events[0].confidence
    assert (confidence, type(confidence)) == (1.0, float)


def test_names_lose_their_trailing_underscore() -> None:
    assert to_plain(Actor("a", "Some body", "organization", class_="NGO"))["class"] == "NGO"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        ((1, (2, "a")), [1, [2, "a"]]),
        ({"b": (1,)}, {"b": [1]}),
        (date(2031, 5, 2), "2031-05-02"),
        (datetime(2031, 5, 2, tzinfo=UTC), "2031-05-02T00:00:00+00:00"),
    ],
)
def test_values_become_plain(value: object, plain: object) -> None:
    assert to_plain(value) == plain


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", object, 1j])
def test_what_has_no_json_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        to_plain(value)


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(SchemaError) as caught:
        from_plain(Casualties, "x" * 500)
    assert len(str(caught.value)) < 100
