"""``dragoman review``: what it does, what it says, and its exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.crises import review
from dragoman.store import Store
from tests.cli.running import run
from tests.records.examples import call, raid
from tests.store.changes import URL, at, read_by

CALL = call().id[:10]


def facts(kind: str = "contacts") -> list[dict[str, Any]]:
    return [
        each
        for each in json.loads(run("review", "facts", URL, "--json").stdout)
        if each["kind"] == kind
    ]


def judged(*arguments: str) -> str:
    result = run("review", *arguments, "--who", "ada")
    assert result.exit_code == 0, result.output
    return result.stdout.split()[0]


def test_the_facts_of_an_article_are_shown_with_ids_and_words() -> None:
    shown = run("review", "facts", URL).stdout
    assert f"{call().id[:12]}  contacts\n" in shown
    assert "initiator=Kari Lund" in shown
    assert "phoned her Danish counterpart" in shown


def test_a_fact_is_rejected_and_that_is_undone() -> None:
    digest = judged("judge", "reject", "contact", CALL, "--why", "It was a drill.")
    assert facts()[0]["verdict"] == "rejected"
    assert "rejected" in run("review", "facts", URL).stdout
    judged("undo", digest)
    assert facts()[0]["verdict"] is None


def test_fields_are_corrected() -> None:
    judged("judge", "correct", "events", raid().id, "--set", "mode=drone", "--set", "place=")
    (found,) = facts("events")
    assert (found["fact"]["mode"], found["fact"]["place"]) == ("drone", None)
    assert found["corrected"] == ["mode", "place"]


def test_a_fact_is_added() -> None:
    judged(
        *("add", "contacts", URL, "--words", "Foreign Minister Kari Lund phoned"),
        *("--set", "initiator=Kari Lund", "--set", "channel=phone"),
        *("--set", 'counterpart={"name": "Ole Holm", "country": "DNK"}'),
    )
    assert [each["verdict"] for each in facts()] == [None, "added"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("judge", "reject", "contacts", "ffffffff"), 1, "no fact"),
        (("judge", "reject", "contcts", CALL), 2, "Did you mean contacts"),
        (("judge", "correct", "contacts", CALL), 2, "--set"),
        (("judge", "accept", "contacts", CALL, "--set", "mode=x"), 2, "--set"),
        (("judge", "correct", "contacts", CALL, "--set", "mode"), 2, "FIELD=VALUE"),
        (("judge", "correct", "contacts", CALL, "--set", "channel=smoke"), 1, "channel"),
        (("judge", "correct", "contacts", CALL, "--set", "initiator={"), 2, "no JSON"),
        (("add", "contacts", URL, "--words", "Atlantis"), 1, "do not stand"),
        (("undo", "ffffffff"), 1, "no judgement"),
        (("facts", "nowhere"), 1, "no article"),
        (("changes", "nowhere"), 1, "no article"),
        (("import", "nowhere.jsonl"), 1, "cannot be read"),
    ],
)
def test_what_cannot_be_is_told(arguments: tuple[str, ...], code: int, said: str) -> None:
    result = run("review", *arguments)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())


def test_judgements_are_listed() -> None:
    judged("judge", "reject", "contacts", CALL, "--why", "It was a drill.")
    shown = run("review", "list").stdout
    assert "reject contacts" in shown
    assert "ada: It was a drill." in shown
    assert shown.endswith("1 judgement\n")
    assert run("review", "list", "--who", "bob").stdout == "0 judgements\n"


def test_what_was_taken_back_is_listed_when_asked_for() -> None:
    judged("undo", judged("judge", "reject", "contacts", CALL))
    assert json.loads(run("review", "list", "--json").stdout) == []
    told = json.loads(run("review", "list", "--all", "--json").stdout)
    assert [each["standing"] for each in told] == ["undone", "in force"]


def test_judgements_move(tmp_path: Path) -> None:
    judged("judge", "reject", "contacts", CALL)
    file = tmp_path / "judgements.jsonl"
    assert run("review", "export", file).exit_code == 0
    assert file.read_text() == run("review", "export").stdout
    assert run("review", "import", file).stdout == "0 new, 1 known, 0 wrong.\n"
    wrong = run("review", "import", "-", given="{}\n")
    assert (wrong.exit_code, wrong.stdout) == (1, "0 new, 0 known, 1 wrong.\n")


def test_what_a_newer_reader_would_change_is_shown(tmp_path: Path, path: Path) -> None:
    judged("judge", "accept", "contacts", CALL)
    newer = replace(read_by("2", at()), contacts=())
    file = tmp_path / "newer.jsonl"
    file.write_text(newer.to_json())
    shown = run("review", "changes", file).stdout
    assert "4 facts the same, 1 gone" in shown
    assert "lost accept contacts" in shown
    with Store.open(str(path)) as store, store.work() as unit:
        unit.writer.write(newer)
    assert run("review", "changes", URL).stdout == shown
    assert run("review", "list", "--vanished").stdout.endswith("1 judgement\n")
    assert json.loads(run("review", "changes", URL, "--json").stdout)[0]["same"] == 4


def test_all_reports_of_an_entry_are_judged(path: Path) -> None:
    from sqlalchemy import select

    from dragoman.crises.entries.folding import refold
    from dragoman.store.tables import entry_reports

    with Store.open(str(path)) as store, store.work() as unit:
        refold(unit, [article.reading for article in unit.view.articles()])
        entry = unit.connection.scalar(
            select(entry_reports.c.entry_id).where(entry_reports.c.kind == "contacts")
        )
    judged("judge", "reject", "contacts", str(entry))
    with Store.open(str(path)) as store, store.view() as view:
        (told,) = review.applied(view, view.facts("contacts"))
    assert told.verdict == "rejected"
