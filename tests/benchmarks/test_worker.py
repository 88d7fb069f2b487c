from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest

from benchmarks.worker import main, seconds, timed


@dataclass
class Recorded:
    """Passes that note in which order they are asked for."""

    calls: list[str] = field(default_factory=list)

    def warm_up(self, count: int) -> None:
        self.calls.append(f"warm up {count}")

    def full(self) -> None:
        self.calls.append("full")

    def warm_up_bare(self, count: int) -> None:
        self.calls.append(f"warm up bare {count}")

    def bare(self) -> int:
        self.calls.append("bare")
        return 7


def test_passes_take_turns_after_a_warm_up() -> None:
    passes = Recorded()
    timed(passes, 2)
    assert passes.calls == ["warm up 8", "full", "warm up bare 8", "bare", "full", "bare"]


def test_every_pass_is_told() -> None:
    told = timed(Recorded(), 3)
    assert told["pieces"] == 7
    assert [len(told[name]) for name in ("full", "bare")] == [3, 3]  # type: ignore[arg-type]


def test_seconds_come_with_the_value() -> None:
    took, value = seconds(lambda: "done")
    assert value == "done"
    assert took >= 0


def test_blank_spacy_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["spacy", "--data", "generated", "--limit", "2", "--repeat", "2"]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["full"]) == 2
    assert all(took > 0 for took in told["full"])
