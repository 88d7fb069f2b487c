from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.errors import FloorError
from evals.floors import Entry, raised, read_floors, write_floors
from evals.registry import TASKS
from evals.result import Metrics, Outcome, Result

if TYPE_CHECKING:
    from pathlib import Path

GOLD = "a" * 64
ENTRY = Entry("re3d", "data/re3d/dev.jsonl.xz", "shared", GOLD, {"f1": 0.64, "recall": 0.6})


def result(sha256: str = GOLD, **figures: float) -> Result:
    metrics: Metrics = {"f1": 0.7, "recall": 0.7, **figures, "by_label": {}}
    return Result("re3d", "dev.jsonl.xz", sha256, "m", 1.0, Outcome(3, metrics))


def test_figures_above_their_floors_hold() -> None:
    assert ENTRY.broken(result()) == []


def test_a_figure_at_its_floor_holds() -> None:
    assert ENTRY.broken(result(f1=0.64)) == []


def test_a_figure_below_its_floor_breaks_it() -> None:
    (line,) = ENTRY.broken(result(f1=0.6399))
    assert "f1 is 0.6399, below its floor 0.6400" in line


def test_a_figure_that_is_gone_breaks_its_floor() -> None:
    gone = Result("re3d", "d", GOLD, "m", 1.0, Outcome(3, {"f1": 0.9, "recall": None}))
    assert ENTRY.broken(gone) == [f"{ENTRY.name}: recall was not measured"]


def test_floors_are_raised_to_the_figures_less_the_margin() -> None:
    assert raised(ENTRY, result()).floors == {"f1": 0.695, "recall": 0.695}


def test_a_new_figure_gets_a_floor() -> None:
    assert raised(ENTRY, result(precision=0.8)).floors["precision"] == pytest.approx(0.795)


def test_a_floor_within_the_margin_stays() -> None:
    assert raised(ENTRY, result(f1=0.641)).floors["f1"] == pytest.approx(0.64)


def test_no_floor_is_lowered_without_leave() -> None:
    with pytest.raises(FloorError, match=r"f1 is 0\.5000.*--allow-regression"):
        raised(ENTRY, result(f1=0.5))


def test_a_floor_is_lowered_with_leave() -> None:
    assert raised(ENTRY, result(f1=0.5), allow_regression=True).floors["f1"] == pytest.approx(0.495)


def test_a_floor_never_goes_below_zero() -> None:
    lowered = raised(ENTRY, result(f1=0.0), allow_regression=True)
    assert lowered.floors["f1"] == 0.0


def test_changed_gold_is_refused_without_leave() -> None:
    with pytest.raises(FloorError, match="--accept-gold"):
        raised(ENTRY, result("b" * 64))


def test_changed_gold_is_taken_over_with_leave() -> None:
    assert raised(ENTRY, result("b" * 64), accept_gold=True).sha256 == "b" * 64


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    write_floors((ENTRY,), path)
    assert read_floors(path) == (ENTRY,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "must hold a list"),
        ('[{"task": "re3d"}]', "entry 1 must have"),
        (
            json.dumps([{"task": "t", "data": "d", "root": "home", "sha256": "", "floors": {}}]),
            "entry 1 must have",
        ),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FloorError, match=message):
        read_floors(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FloorError, match="cannot be read"):
        read_floors(tmp_path / "none.json")


def test_every_entry_of_the_project_has_a_task_and_floors() -> None:
    for entry in read_floors():
        assert entry.task in TASKS
        assert entry.floors, entry.name


def test_gold_of_the_repository_is_there() -> None:
    own = [entry for entry in read_floors() if entry.root == "repository"]
    assert own
    assert all(entry.path.exists() for entry in own)
