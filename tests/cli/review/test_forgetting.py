"""``dragoman forget``: it shows, asks, and erases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.store import Store
from dragoman.store.given import Result
from tests.cli.running import run
from tests.records.examples import TITLE
from tests.store.changes import URL, at, published


def count(path: Path) -> int:
    with Store.open(str(path)) as store, store.view() as view:
        return len(list(view.articles()))


def test_a_dry_run_erases_nothing(path: Path) -> None:
    shown = run("forget", "article", URL, "--dry-run").stdout
    assert shown.startswith("1 article, 5 facts would be erased.\n")
    assert TITLE in shown
    assert count(path) == 1


@pytest.mark.parametrize("option", ["--dry-run", "--yes", "--db=elsewhere", "--older-than=9"])
def test_options_before_a_subcommand_are_refused(path: Path, option: str) -> None:
    refused = run("forget", option, "article", URL, "--yes")
    assert refused.exit_code == 2
    assert "Give it after the subcommand" in " ".join(refused.stderr.split())
    assert count(path) == 1


def test_it_asks_first(path: Path) -> None:
    refused = run("forget", "article", URL, given="n\n")
    assert (refused.exit_code, count(path)) == (1, 1)
    done = run("forget", "article", URL, given="y\n")
    assert (done.exit_code, count(path)) == (0, 0)
    assert done.stdout.endswith("1 article, 5 facts erased.\n")


def test_a_source_is_erased(path: Path) -> None:
    told = json.loads(run("forget", "source", "wire.example", "--yes", "--json").stdout)
    assert (told["erased"], told["scope"], told["rows"]["contacts"]) == (True, "source", 1)
    assert count(path) == 0


def test_a_person_is_erased(path: Path) -> None:
    shown = run("forget", "person", "Kari Lund", "--dry-run").stdout
    assert "Names: Kari Lund" in shown
    assert run("forget", "person", "Kari Lund", "--yes").exit_code == 0
    assert count(path) == 1
    assert run("forget", "person", "Kari Lund", "--yes").exit_code == 1


def test_what_jobs_name_is_told(path: Path) -> None:
    with Store.open(str(path)) as store, store.work() as unit:
        unit.jobs.put("add", {"source": "https://wire.example/ole-holm-resigns"})
        unit.jobs.put("add", {"source": "https://wire.example/feed"})
        job = unit.jobs.find("add", {"source": "https://wire.example/feed"})
        assert job is not None
        unit.given.note(job.id, 0, [Result(outcome="failed", name="ole-holm.html", error="No.")])
    shown = run("forget", "person", "Ole Holm", "--dry-run").stdout
    assert shown.startswith("0 articles, 0 facts, 1 job would be erased.\n")
    assert shown.endswith("In what jobs told of 1 input the names would be blanked.\n")


def test_what_is_older_is_erased(path: Path) -> None:
    with Store.open(str(path)) as store, store.work() as unit:
        unit.writer.write(published(at("https://old.example/1"), 2001, 1, 1))
    assert run("forget", "--older-than", "365", "--yes").stdout == "1 article, 5 facts erased.\n"
    assert count(path) == 1


def test_the_age_may_be_a_setting(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "keep_days is not set" in run("forget", "--older-than", "0").stderr
    monkeypatch.setenv("DRAGOMAN_KEEP_DAYS", "365")
    result = run("forget", "--older-than", "0", "--yes")
    assert result.stdout == "0 articles, 0 facts erased.\n"
    assert count(path) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Usage"),
        (("article", "nowhere"), 1, "no article"),
        (("source", "nowhere"), 1, "nothing of a source"),
        (("--yes",), 2, "Say what to forget"),
    ],
)
def test_what_cannot_be_is_told(arguments: tuple[str, ...], code: int, said: str) -> None:
    result = run("forget", *arguments)
    assert result.exit_code == code
    assert said in result.output
