from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.files import sha256
from evals.floors import Entry
from evals.gate import Measure, failures, is_strict, judge
from evals.result import Outcome, Result
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from pathlib import Path

    from evals.model import Model

MODEL = StandIn()


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Entry:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    (tmp_path / "dev.jsonl").write_text("gold\n", encoding="utf-8")
    return Entry("re3d", "dev.jsonl", "shared", sha256(tmp_path / "dev.jsonl"), {"f1": 0.64})


def measuring(f1: float) -> Measure:
    def measure(name: str, data: Path, model: Model) -> Result:
        return Result(name, data.name, sha256(data), model.version, 0.0, Outcome(1, {"f1": f1}))

    return measure


def test_a_figure_above_its_floor_passes(entry: Entry) -> None:
    verdict = judge(entry, MODEL, measure=measuring(0.65))
    assert verdict.result is not None
    assert failures([verdict]) == []


def test_a_lowered_figure_fails(entry: Entry) -> None:
    (failure,) = failures([judge(entry, MODEL, measure=measuring(0.63))])
    assert "f1 is 0.6300, below its floor 0.6400" in failure


def test_changed_gold_fails_without_a_run(entry: Entry) -> None:
    entry.path.write_text("gilt\n", encoding="utf-8")
    verdict = judge(entry, MODEL, measure=measuring(1.0))
    assert verdict.result is None
    assert "the gold is not the one" in failures([verdict])[0]


def test_absent_shared_gold_is_skipped_and_named(entry: Entry) -> None:
    entry.path.unlink()
    verdict = judge(entry, MODEL, measure=measuring(1.0))
    assert failures([verdict]) == []
    assert verdict.skipped is not None
    assert "dev.jsonl is not there" in verdict.skipped


def test_absent_shared_gold_fails_where_strict(entry: Entry) -> None:
    entry.path.unlink()
    assert failures([judge(entry, MODEL, strict=True, measure=measuring(1.0))])


def test_absent_gold_of_the_repository_always_fails() -> None:
    own = Entry("re3d", "evals/gold/none.jsonl", "repository", "", {"f1": 0.5})
    assert failures([judge(own, MODEL, measure=measuring(1.0))])


@pytest.mark.parametrize(("value", "strict"), [("1", True), ("0", False), ("", False)])
def test_strictness_is_a_variable(
    monkeypatch: pytest.MonkeyPatch, value: str, strict: bool
) -> None:
    monkeypatch.setenv("DRAGOMAN_STRICT", value)
    assert is_strict() is strict
