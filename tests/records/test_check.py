from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from dragoman.errors import RecordError
from dragoman.records import Furniture, Office, Place, Record, When, check, faults
from tests.records import examples
from tests.records.strategies import records as any_record

END = len(examples.TEXT)
UNKNOWN = "0" * 64
NAIVE = datetime.fromisoformat("2031-05-02")
CASES: list[tuple[str, dict[str, Any], str]] = [
    ("events", {"evidence": ((0, END + 1),)}, "$.events[0].evidence"),
    ("events", {"evidence": ((5, 9), (1, 2))}, "$.events[0].evidence"),
    ("events", {"evidence": ((5, 5),)}, "$.events[0].evidence"),
    ("events", {"trigger": ((-3, 2),)}, "$.events[0].trigger"),
    ("events", {"type": "SING"}, "$.events[0].type"),
    ("events", {"type": "AID", "mode": "drone"}, "$.events[0].mode"),
    ("events", {"actors": ("nobody",)}, "$.events[0].actors"),
    ("events", {"recipients": ("NOR",)}, "$.events[0].recipients"),
    ("events", {"statement": UNKNOWN}, "$.events[0].statement"),
    ("events", {"contact": UNKNOWN}, "$.events[0].contact"),
    ("events", {"reported_by": "nobody"}, "$.events[0].reported_by"),
    ("events", {"field_evidence": {"colour": ((0, 1),)}}, "$.events[0].field_evidence.colour"),
    ("events", {"field_evidence": {"when": ((9, 1),)}}, "$.events[0].field_evidence.when"),
    ("events", {"when": When("Friday", None)}, "$.events[0].when"),
    ("events", {"when": When("2031-02-30", None)}, "$.events[0].when"),
    ("events", {"when": When(None, None)}, "$.events[0].when"),
    ("events", {"when": When("2031-05-02", "2031-05-01")}, "$.events[0].when"),
    ("events", {"when": When("2031", "2031", ((0, END + 1),))}, "$.events[0].when.text"),
    ("events", {"place": Place("Oslo", text=((2, 1),))}, "$.events[0].place.text"),
    ("events", {"place": Place("Oslo", lat=91.0)}, "$.events[0].place.lat"),
    ("events", {"place": Place("Oslo", lon=-181.0)}, "$.events[0].place.lon"),
    ("contacts", {"initiator": "NOR"}, "$.contacts[0].initiator"),
    ("contacts", {"counterpart": "nobody"}, "$.contacts[0].counterpart"),
    ("contacts", {"counterpart_level": 5}, "$.contacts[0].counterpart_level"),
    ("contacts", {"initiator_level": 0}, "$.contacts[0].initiator_level"),
    ("statements", {"speakers": ("NOR",)}, "$.statements[0].speakers"),
    ("statements", {"on_behalf_of": ("norway ",)}, "$.statements[0].on_behalf_of"),
    ("statements", {"content": ((0, END + 1),)}, "$.statements[0].content"),
    ("statements", {"cue": ((3, 3),)}, "$.statements[0].cue"),
    ("positions", {"holder": "Norwegian"}, "$.positions[0].holder"),
    ("positions", {"reporter": "somebody"}, "$.positions[0].reporter"),
    ("positions", {"target": UNKNOWN}, "$.positions[0].target"),
    ("positions", {"statement": UNKNOWN}, "$.positions[0].statement"),
    ("attitudes", {"from_": "us"}, "$.attitudes[0].from"),
    ("attitudes", {"toward": "them"}, "$.attitudes[0].toward"),
    ("actors", {"mentions": ((0, END + 9),)}, "$.actors[0].mentions"),
    ("actors", {"sectors": ("XYZ",)}, "$.actors[0].sectors"),
    ("actors", {"class_": "GOV"}, "$.actors[0].class"),
    ("actors", {"country": "Norway"}, "$.actors[0].country"),
    ("actors", {"members": ("nobody",)}, "$.actors[0].members"),
    ("actors", {"office": Office("Bard", "bard", 4, None, "print")}, "$.actors[0].office.role"),
    (
        "actors",
        {"other_offices": (Office("Envoy", "special_envoy", 1, None, "table"),)},
        "$.actors[0].other_offices[0].level",
    ),
    ("article", {"title_span": (0, 5)}, "$.article.title_span"),
    ("article", {"paragraphs": ((0, END + 1),)}, "$.article.paragraphs"),
    ("article", {"contexts": ("weather",)}, "$.article.contexts"),
    ("article", {"published_at": NAIVE}, "$.article.published_at"),
    (
        "article",
        {"furniture": (Furniture("caption", "x", (0, END + 1)),)},
        "$.article.furniture[0].span",
    ),
]


def _changed(kind: str, changes: dict[str, Any]) -> Record:
    """Return the example with changes to its article, or to the first thing of a list."""
    record: Any = examples.record()
    value = getattr(record, kind)
    if not isinstance(value, tuple):
        return replaced(record, **{kind: dataclasses.replace(value, **changes)})
    return replaced(record, **{kind: (dataclasses.replace(value[0], **changes), *value[1:])})


def replaced(record: Any, **changes: Any) -> Record:
    changed: Record = dataclasses.replace(record, **changes)
    return changed


def test_the_example_keeps_the_contract() -> None:
    assert list(faults(examples.record())) == []


@given(any_record())
def test_every_drawn_record_keeps_the_contract(record: Record) -> None:
    assert list(faults(record)) == []


@pytest.mark.parametrize(("kind", "changes", "path"), CASES)
def test_a_fault_is_found_at_its_path(kind: str, changes: dict[str, Any], path: str) -> None:
    assert path in [found for found, _ in faults(_changed(kind, changes))]


def test_check_raises_the_first_fault() -> None:
    with pytest.raises(RecordError, match=r"^\$\.article\.contexts: 'weather' does not stand"):
        check(_changed("article", {"contexts": ("weather",)}))


@pytest.mark.parametrize("kind", ["actors", "events", "contacts", "statements"])
def test_an_id_that_stands_twice_is_a_fault(kind: str) -> None:
    record = examples.record()
    twice = replaced(record, **{kind: getattr(record, kind) * 2})
    assert f"$.{kind}" in [path for path, _ in faults(twice)]


def test_a_position_on_a_policy_names_it_in_words() -> None:
    assert list(faults(_changed("positions", {"target": "the fishing ban"}))) == []


def test_an_event_may_be_reported_by_a_statement_without_a_speaker() -> None:
    reported = _changed("events", {"reported_by": examples.appeal().id})
    assert list(faults(reported)) == []


def test_words_for_a_date_stand_without_a_date() -> None:
    assert list(faults(_changed("events", {"when": When(None, None, ((0, 4),))}))) == []
