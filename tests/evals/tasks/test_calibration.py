"""The task of calibration: errors of confidences by kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.gold_records import read_gold
from evals.observations import observations
from evals.tasks import calibration
from tests.evals.drafting import Draft
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.records import Article, Record

TEXT = "Peru's minister warned of war. Peru condemned the raid."


def condemning(article: Article) -> Record:
    draft = Draft(article.text)
    draft.position("PER", "condemnation")
    draft.position("PER", "support")
    return draft.record


MODEL = StandIn(records=condemning)


def gold(folder: Path, **kinds: object) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps({"article": {"text": TEXT, "published": "2031-03-04"}, **kinds}))
    return path


RIGHT = [{"holder": "PER", "stance": "condemnation"}]


def test_each_fact_is_an_observation(tmp_path: Path) -> None:
    golds = read_gold(gold(tmp_path, positions=RIGHT))
    found = observations(golds, MODEL, MODEL.reader.pipe)
    assert [right for _, right in found[0]["positions"]] == [True, False]


def test_a_kind_that_is_not_compared_is_not_observed(tmp_path: Path) -> None:
    golds = read_gold(gold(tmp_path, events=[]))
    assert observations(golds, MODEL, MODEL.reader.pipe)[0]["positions"] == []


def test_the_error_is_measured_by_kind(tmp_path: Path) -> None:
    metrics = calibration.run(gold(tmp_path, positions=RIGHT), MODEL).metrics
    record = condemning(MODEL.read_text(TEXT, None))
    given = sum(each.confidence for each in record.positions) / 2
    assert metrics["positions_error"] == pytest.approx(abs(given - 0.5))
    assert metrics["positions_fit"] == pytest.approx(1 - abs(given - 0.5))


def test_a_kind_without_facts_has_no_figure(tmp_path: Path) -> None:
    assert calibration.run(gold(tmp_path, events=[]), MODEL).metrics["events_error"] is None
