"""``dragoman alerts``: saving questions, and being told what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.crises.stories import Stories
from dragoman.store import Store
from tests.cli.running import run
from tests.crises.questions.telling import add, called, told


@pytest.fixture
def crisis(path: Path) -> Path:
    """A store that is written to as well."""
    with Store.open(str(path)) as store:
        add(store, told("wire", 2))
    return path


def test_a_question_is_saved_and_told_of(crisis: Path, tmp_path: Path) -> None:
    to = f"file:{tmp_path / 'a.jsonl'}"
    saved = run("alerts", "add", "calls", "--contact-with", "Norway", "--to", to)
    assert saved.stdout == ("calls: new contact with Norway. 1 known already, which is not told.\n")
    assert run("alerts", "run").stdout == ""
    with Store.open(str(crisis)) as store:
        add(store, called(9))
    result = run("alerts", "run")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"calls → {to}: A phone call by Kari Lund (Norway")
    assert run("alerts", "run").stdout == ""
    assert "“Foreign Minister Kari Lund phoned" in run("alerts", "show", "calls").stdout
    (row,) = json.loads(run("alerts", "list", "--json").stdout)
    assert (row["name"], row["alerts"], row["destinations"]) == ("calls", 1, [to])


@pytest.mark.usefixtures("crisis")
def test_persons_can_be_asked_for(tmp_path: Path) -> None:
    to = f"file:{tmp_path / 'a.jsonl'}"
    saved = run("alerts", "add", "l", "--statement-by", "Kari Lund", "--to", to, "--known-too")
    assert saved.stdout == "l: first statement by Kari Lund.\n"
    assert "Kari Lund (Norway, foreign minister) is quoted." in run("alerts", "run").stdout


@pytest.mark.usefixtures("crisis")
def test_what_cannot_be_delivered_is_told(tmp_path: Path) -> None:
    options = ("--position-of", "NOR", "--to", f"file:{tmp_path}", "--known-too")
    assert run("alerts", "add", "n", *options).exit_code == 0
    assert run("alerts", "run").exit_code == 0
    run("alerts", "add", "m", "--contact-with", "NOR", "--to", f"file:{tmp_path}", "--known-too")
    result = run("alerts", "run")
    assert result.exit_code == 1
    assert "it will be tried again" in result.stderr
    assert run("alerts", "retry").stdout == "0 deliveries will be tried again.\n"


@pytest.mark.usefixtures("crisis")
def test_questions_are_listed_and_removed(tmp_path: Path) -> None:
    run("alerts", "add", "n", "--position-of", "NOR", "--to", f"file:{tmp_path / 'a'}")
    assert "change of position of Norway" in run("alerts", "list").stdout
    assert run("alerts", "remove", "n").stdout == "n: removed.\n"
    assert run("alerts", "remove", "n").exit_code == 1


def test_contacts_of_two_alone_are_told_of(crisis: Path, tmp_path: Path) -> None:
    to = f"file:{tmp_path / 'a.jsonl'}"
    for name, other in (("near", "Denmark"), ("far", "Kenya")):
        options = ("--contact-with", "Norway", "--and", other, "--to", to, "--known-too")
        saved = run("alerts", "add", name, *options)
        assert saved.stdout == f"{name}: new contact of Norway with {other}.\n"
    with Store.open(str(crisis)) as store:
        add(store, called(9))
    told = run("alerts", "run").stdout
    assert "near → " in told
    assert "far → " not in told


def test_a_question_keeps_to_a_story_or_a_crisis(crisis: Path, tmp_path: Path) -> None:
    to = f"file:{tmp_path / 'a.jsonl'}"
    with Store.open(str(crisis)) as store, store.view() as view:
        (story, *_) = Stories(view).all()
    for option, name in (("--story", story.id), ("--crisis", str(story.crisis))):
        done = run("alerts", "add", option[2:], "--contact-with", "NOR", option, name, "--to", to)
        assert f"new contact with Norway, within one {option[2:]}." in done.stdout
    refused = run("alerts", "add", "n", "--contact-with", "NOR", "--story", "No such", "--to", to)
    assert refused.exit_code == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--to", "file:/tmp/a", "--position-of", "NOR", "--and", "DNK"], 2),
        (["--to", "file:/tmp/a", "--contact-with", "NOR", "--and", "Norway"], 2),
        (["--to", "file:/tmp/a"], 2),
        (["--to", "file:/tmp/a", "--contact-with", "NOR", "--position-of", "NOR"], 2),
        (["--contact-with", "NOR"], 2),
        (["--to", "a@b.example", "--contact-with", "NOR"], 1),
        (["--to", "file:/tmp/a", "--contact-with", "Nobody Atall"], 1),
    ],
)
def test_what_cannot_be_asked_is_refused(filled: Path, options: list[str], code: int) -> None:
    assert run("alerts", "add", "n", *options, "--db", filled).exit_code == code
