from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from evals.cli import main
from evals.floors import Entry, read_floors, write_floors
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    {"tokens": ["Goma", "fell"], "tags": ["B-Location", "O"]},
    {"tokens": ["Drones", "struck"], "tags": ["B-Weapon", "O"]},
)
GOLD = "".join(json.dumps(row) + "\n" for row in ROWS)
MODEL = StandIn(tags=lambda words: ["B-Location" if w == "Goma" else "O" for w in words])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "dev.jsonl"
    path.write_text(GOLD, encoding="utf-8")
    return path


@pytest.fixture
def floors(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(data.parent))
    path = data.parent / "floors.json"
    digest = hashlib.sha256(data.read_bytes()).hexdigest()
    write_floors((Entry("re3d", data.name, "shared", digest, {"f1": 0.5}),), path)
    return path


def test_json_stands_alone_on_standard_output(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["re3d", "--data", str(data), "--json"], MODEL) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["task", "data", "sha256", "n", "model", "metrics", "seconds"]
    assert printed["task"] == "re3d"
    assert printed["data"] == "dev.jsonl"
    assert printed["sha256"] == hashlib.sha256(GOLD.encode()).hexdigest()
    assert printed["n"] == 2
    assert printed["model"] == "stand-in"
    assert printed["metrics"]["f1"] == pytest.approx(2 / 3, abs=1e-6)
    assert printed["seconds"] >= 0


def test_a_table_stands_beside_published_figures(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["re3d", "--data", str(data)], MODEL) == 0
    printed = capsys.readouterr().out
    assert "66.7" in printed
    assert "ConfliBERT" in printed
    assert "68.4" in printed
    assert "Location" in printed


def test_what_went_wrong_is_written(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "misses.jsonl"
    main(["re3d", "--data", str(data), "--json", "--errors", str(path)], MODEL)
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["missed"] == ["Weapon: Drones"]


@pytest.mark.parametrize(
    ("task", "message"),
    [
        ("re3dd", "Did you mean re3d?"),
        ("xyzzy", "There is no task 'xyzzy'"),
    ],
)
def test_a_task_that_does_not_run_is_a_clear_error(
    data: Path, capsys: pytest.CaptureFixture[str], task: str, message: str
) -> None:
    assert main([task, "--data", str(data), "--json"], MODEL) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in " ".join(captured.err.split())


def test_a_missing_file_is_a_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["re3d", "--data", str(tmp_path / "none.jsonl")], MODEL) == 1
    assert "cannot be read" in " ".join(capsys.readouterr().err.split())


def test_a_task_without_a_file_is_used_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["re3d"], MODEL)
    assert stopped.value.code == 2
    assert "--data FILE is needed" in capsys.readouterr().err


def test_the_gate_holds(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--floors", str(floors)], MODEL) == 0
    assert "1 held, 0 skipped, 0 failed" in capsys.readouterr().err


def test_the_gate_fails_when_a_floor_breaks(
    floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    worse = StandIn(tags=lambda words: ["O"] * len(words))
    assert main(["gate", "--floors", str(floors)], worse) == 1
    assert "below its floor" in " ".join(capsys.readouterr().err.split())


def test_the_gate_skips_loudly(
    floors: Path, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAGOMAN_STRICT", raising=False)
    data.unlink()
    assert main(["gate", "--floors", str(floors)], MODEL) == 0
    assert "SKIPPED re3d" in capsys.readouterr().err


def test_the_gate_is_strict_where_asked(
    floors: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_STRICT", "1")
    data.unlink()
    assert main(["gate", "--floors", str(floors)], MODEL) == 1


def test_only_the_tasks_asked_for_are_held(floors: Path, data: Path) -> None:
    data.unlink()
    assert main(["gate", "--floors", str(floors), "--only", "polnear"], MODEL) == 0


def test_pin_raises_the_floors(floors: Path) -> None:
    assert main(["pin", "--floors", str(floors)], MODEL) == 0
    (entry,) = read_floors(floors)
    assert entry.floors == {"precision": 0.995, "recall": 0.495, "f1": 0.6617}


def test_pin_writes_nothing_where_a_floor_would_be_lowered(
    floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = floors.read_bytes()
    worse = StandIn(tags=lambda words: ["O"] * len(words))
    assert main(["pin", "--floors", str(floors)], worse) == 1
    assert floors.read_bytes() == before
    assert "--allow-regression" in " ".join(capsys.readouterr().err.split())


def test_pin_lowers_with_leave(floors: Path) -> None:
    worse = StandIn(tags=lambda words: ["O"] * len(words))
    assert main(["pin", "--floors", str(floors), "--allow-regression"], worse) == 0
    assert read_floors(floors)[0].floors["f1"] == 0.0
