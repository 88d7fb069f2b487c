from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from benchmarks import cli
from benchmarks.report import tables

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = cli.Corpus("generated", 3, 3, 600)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Workers that answer at once, and the list of those that were started."""
    started: list[tuple[str, int]] = []

    def worker(kind: str, threads: int, *_: str) -> dict[str, object]:
        started.append((kind, threads))
        answers: dict[str, Callable[[], dict[str, object]]] = {
            "start": lambda: {"at": time.monotonic() + 2},
            "spacy": lambda: {"full": [0.5, 0.5]},
            "speed": lambda: {
                "full": [2.0, 2.0],
                "bare": [1.0, 1.0],
                "pieces": 800,
                "peak_megabytes": 512.0,
            },
        }
        return answers[kind]()

    monkeypatch.setattr(cli, "worker", worker)
    return started


def run(*arguments: str) -> int:
    return cli.main(["read", "--data", "generated", "--limit", "3", "--repeat", "2", *arguments])


def test_rates_are_over_the_words_and_pieces(told: list[tuple[str, int]]) -> None:
    measured = cli.reader(CORPUS, 2, 2)
    assert measured.words.mean == 300
    assert measured.pieces.mean == 400
    assert measured.articles.mean == 1.5
    assert measured.bare_pieces.mean == 800
    assert measured.ratio.mean == 0.5
    assert measured.start_seconds.mean == pytest.approx(2, abs=0.1)
    assert told == [("start", 2), ("start", 2), ("speed", 2)]


def test_json_holds_every_figure(
    told: list[tuple[str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--json", "--threads", "1", "2") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["articles"] == 3
    assert [each["threads"] for each in printed["reader"]] == [1, 2]
    assert set(printed["reader"][0]) == {
        "threads",
        "words_per_second",
        "pieces_per_second",
        "articles_per_second",
        "bare_encoder_pieces_per_second",
        "ratio",
        "peak_megabytes",
        "start_seconds",
    }
    assert printed["spacy"][0]["words_per_second"]["mean"] > 0
    assert ("spacy", 1) in told


@pytest.mark.usefixtures("told")
def test_the_tables_fit_a_narrow_terminal() -> None:
    options = cli.parser().parse_args(["read", "--data", "generated", "--limit", "3"])
    console = Console(width=60, record=True, file=sys.stderr)
    for table in tables(cli.measure(options)):
        console.print(table)
    printed = console.export_text()
    assert "full record / bare encoder" in " ".join(printed.split())
    assert max(map(len, printed.splitlines())) <= 60


def test_a_missing_file_is_a_clear_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", "--data", "none.jsonl"]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_worker_that_fails_is_a_clear_error() -> None:
    with pytest.raises(cli.WorkerError, match="exit code 1"):
        cli.worker("spacy", 1, "--data", "none.jsonl")


def test_a_worker_runs_in_a_process_of_its_own() -> None:
    found = cli.worker("spacy", 1, "--data", "generated", "--limit", "2", "--repeat", "1")
    assert len(found["full"]) == 1
