from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.tasks import plover_gsr
from tests.evals.drafting import Draft
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.records import Article, Record

GOLD = [
    {
        "id": "1",
        "text": "The bloc accused Mali of fraud.",
        "event": "ACCUSE",
        "reciprocal": False,
        "actor": [{"text": "The bloc", "code": "IGO", "sector": None}],
        "recipient": [{"text": "Mali", "code": "MLI", "sector": "GOV"}],
    },
    {
        "id": "2",
        "text": "Egypt and Ethiopia met.",
        "event": "CONSULT",
        "reciprocal": True,
        "actor": [{"text": "Egypt", "code": "EGY"}, {"text": "Ethiopia", "code": "ETH"}],
        "recipient": [],
    },
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in GOLD))
    return path


def accusing(article: Article) -> Record:
    draft = Draft(article.text)
    if "Mali" in article.text:
        bloc = draft.actor("ECOWAS", kind="organization", country="ECOWAS")
        draft.event("ACCUSE", [bloc], [draft.actor("Mali", kind="state", country="MLI")])
    else:
        sides = [draft.actor("Ethiopia", country="ETH"), draft.actor("Egypt", country="EGY")]
        draft.event("CONSULT", sides)
        draft.event("AGREE", sides)
    return draft.record


def test_figures_have_the_names_of_the_contract(gold: Path) -> None:
    outcome = plover_gsr.run(gold, StandIn(records=accusing))
    assert outcome.n == 2
    assert outcome.metrics == {
        "type": 1.0,
        "type_precision": pytest.approx(2 / 3),
        "actor": 1.0,
        "recipient": 1.0,
        "all_right": 1.0,
    }
    assert outcome.misses == ()


def test_misses_say_what_is_wrong(gold: Path) -> None:
    outcome = plover_gsr.run(gold, StandIn(records=lambda article: Draft(article.text).record))
    assert outcome.misses[1] == {
        "id": "2",
        "text": "Egypt and Ethiopia met.",
        "wrong": ["type", "actor", "recipient", "all_right"],
        "gold": ["CONSULT", ["EGY", "ETH"], []],
        "predicted": [],
    }


def test_without_the_field_two_actors_alone_are_reciprocal(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    plain = {name: value for name, value in GOLD[1].items() if name != "reciprocal"}
    path.write_text(json.dumps(plain))
    assert next(plover_gsr.read(path)).event.reciprocal


def test_the_shared_sample_can_be_read(shared: Path) -> None:
    sample = tuple(plover_gsr.read(shared / "data" / "plover_gsr" / "sample.jsonl.xz"))
    assert len(sample) == 5
    assert all(each.event.actors for each in sample)
