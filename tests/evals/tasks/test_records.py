from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Furniture
from evals.gold_records import read_gold
from evals.metrics.facts import KINDS
from evals.tasks import records
from tests.evals.drafting import Draft
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dragoman.records import Article, Record

TEXT = "Peru's minister warned of war. Peru condemned the raid."


def gold(folder: Path, page: Mapping[str, object] | None = None, **kinds: object) -> Path:
    path = folder / "gold.json"
    article = {"text": TEXT, "published": "2031-03-04", **(page or {})}
    path.write_text(json.dumps({"article": article, **kinds}))
    return path


def condemning(article: Article) -> Record:
    draft = Draft(article.text)
    draft.position("PER", "condemnation")
    draft.position("PER", "support")
    furniture = (Furniture("caption", "A harbour at dawn. Photo: agency"),)
    return replace(
        draft.record, article=replace(draft.record.article, title="War!", furniture=furniture)
    )


MODEL = StandIn(records=condemning)
POSITIONS = [{"holder": "PER", "stance": "condemnation"}, {"holder": "PER", "stance": "concern"}]


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = records.run(gold(tmp_path, positions=POSITIONS), MODEL)
    assert outcome.n == 1
    assert [f"{kind}_f1" for kind in KINDS] == list(outcome.metrics)[:5]
    assert outcome.metrics["positions_f1"] == pytest.approx(0.5)


def test_a_kind_without_gold_has_no_figure(tmp_path: Path) -> None:
    assert records.run(gold(tmp_path, positions=[]), MODEL).metrics["events_f1"] is None


def test_counts_add_up_over_articles(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [
        {"article": {"text": TEXT}, "positions": POSITIONS[:1]},
        {"article": {"text": TEXT}, "positions": []},
        {"article": {"text": TEXT}, "events": []},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    by_kind = records.run(path, MODEL).metrics["by_kind"]
    assert isinstance(by_kind, dict)
    assert by_kind["positions"] == {
        "precision": pytest.approx(1 / 4),
        "recall": 1.0,
        "f1": pytest.approx(2 / 5),
        "hits": 1,
        "gold": 1,
        "predicted": 4,
    }


def test_the_page_is_looked_at(tmp_path: Path) -> None:
    page = {
        "title": "War",
        "byline": "A. Writer",
        "not_body": [
            {"kind": "caption", "begins": "A harbour"},
            {"kind": "related", "begins": "A harbour"},
        ],
    }
    outcome = records.run(gold(tmp_path, page=page), MODEL)
    by_kind = outcome.metrics["by_kind"]
    assert isinstance(by_kind, dict)
    assert by_kind["page"] == {"recall": 0.5, "hits": 2, "gold": 4}
    missed = [miss["missed"] for miss in outcome.misses]
    assert missed == ["byline: A. Writer", "related: A harbour"]


def test_contexts_are_compared_where_the_gold_names_them(tmp_path: Path) -> None:
    def about(article: Article) -> Record:
        record = condemning(article)
        return replace(record, article=replace(record.article, contexts=("military", "crime")))

    path = gold(tmp_path, {"contexts": ["diplomatic", "military"]}, positions=[])
    outcome = records.run(path, StandIn(records=about))
    assert outcome.metrics["contexts_f1"] == pytest.approx(0.5)
    assert [miss for miss in outcome.misses if miss["kind"] == "contexts"] == [
        {"article": "gold.json:1", "kind": "contexts", "missed": "diplomatic"},
        {"article": "gold.json:1", "kind": "contexts", "wrong": "crime"},
    ]


def test_contexts_without_gold_have_no_figure(tmp_path: Path) -> None:
    assert records.run(gold(tmp_path, positions=[]), MODEL).metrics["contexts_f1"] is None


def test_misses_hold_gold_and_evidence(tmp_path: Path) -> None:
    misses = records.run(gold(tmp_path, positions=POSITIONS), MODEL).misses
    assert misses[0]["missed"] == {"holder": "PER", "stances": ["concern"]}
    assert misses[1]["wrong"] == {
        "evidence": ["P"],
        "confidence": 1.0,
        "holder": "PER",
        "target": "the act",
        "stance": "support",
        "basis": "own",
    }


def test_a_folder_of_gold_files_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"{name}: {TEXT}")
        content = {"article": {"file": f"{name}.txt"}, "positions": POSITIONS}
        (tmp_path / f"{name}.json").write_text(json.dumps(content))
    model = StandIn(records=condemning)
    assert records.run(tmp_path, model).n == 2
    assert [article.text[0] for article in model.asked] == ["a", "b"]


def test_the_shared_gold_can_be_read(shared: Path) -> None:
    (record,) = read_gold(shared / "gold" / "wion-2020-01-04.json")
    assert record.article.file is not None
    assert [len(getattr(record, kind)) for kind in KINDS] == [1, 3, 8, 6, 3]
    assert len(record.contacts_unnamed) == 4
