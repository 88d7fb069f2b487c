"""``dragoman review``: stories, crises and entries are named, merged, split and pinned."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.crises import Ledger, take
from dragoman.records import Actor, Record, content_id
from dragoman.store import Store
from tests.cli.running import run
from tests.records.examples import call
from tests.store.changes import at

OTHER = "https://other.example/1"


def unlike() -> Record:
    """Return a record of an article that tells of something else."""
    text = "Storm floods Peru\n\nPeru sent Chile a letter about the dam on Tuesday."
    whole = at(OTHER)
    article = replace(whole.article, id=content_id(text), text=text, title=None, title_span=None)
    article = replace(article, paragraphs=(), furniture=(), dateline=None)
    article = replace(article, published_at=datetime(2041, 3, 5, 12, tzinfo=UTC))
    actors = (Actor("peru", "Peru", "state", "PER"), Actor("chile", "Chile", "state", "CHL"))
    sides: dict[str, Any] = {
        "initiator": "peru",
        "counterpart": "chile",
        "evidence": ((19, 40),),
        "when": None,
    }
    written = replace(call(), id="letter-of-peru", channel="letter", **sides)
    return Record(whole.reader, article, actors, contacts=(written,))


@pytest.fixture(autouse=True)
def taken(path: Path) -> Path:
    with Store.open(str(path)) as store:
        for record in (at(), unlike()):
            with store.work() as unit:
                take(unit, unit.writer.write(record), record, origin=str(record.article.url))
    return path


def listed(kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("review", kind, "--json").stdout)
    return found


def judged(*arguments: str) -> str:
    result = run("review", *arguments, "--who", "ada")
    assert result.exit_code == 0, result.output
    return result.stdout.split()[0]


def contacts(path: Path) -> list[str]:
    with Store.open(str(path)) as store, store.view() as view:
        return [each.id for each in Ledger(view).entries("contacts")]


def test_stories_are_listed_and_named() -> None:
    first = listed("stories")[0]
    digest = judged("name", "stories", first["id"][:10], "The raid")
    assert "The raid" in run("review", "stories").stdout
    judged("undo", digest)
    assert [each["title"] for each in listed("stories") if each["named"]] == []


def test_stories_are_merged_and_split() -> None:
    ids = [each["id"] for each in listed("stories")]
    assert len(ids) == 2
    judged("merge", "stories", *ids)
    (story,) = listed("stories")
    assert story["articles"] == 2
    judged("split", "stories", story["id"], OTHER)
    assert [each["articles"] for each in listed("stories")] == [1, 1]


def test_an_article_is_pinned_to_a_story() -> None:
    with_raid = next(each for each in listed("stories") if "raid" in each["title"].casefold())
    judged("pin", "stories", with_raid["id"], OTHER)
    assert [each["articles"] for each in listed("stories")] == [2]


def test_a_crisis_is_made_of_stories() -> None:
    judged("make", "Spring crisis", *(each["id"] for each in listed("stories")))
    (crisis,) = (each for each in listed("crises") if each["title"] == "Spring crisis")
    assert crisis["stories"] == 2
    assert "Spring crisis" in run("review", "crises").stdout
    shown = run("review", "stories", "--crisis", crisis["id"][:10]).stdout
    assert shown.endswith("2 stories\n")


def test_entries_are_merged_and_split(taken: Path) -> None:
    ids = contacts(taken)
    assert len(ids) == 2
    judged("merge", "entries", *ids)
    (entry,) = contacts(taken)
    judged("split", "entries", entry, "letter-of-peru")
    assert len(contacts(taken)) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("name", "stories", "ffffffff", "The raid"), 1, "nothing of the id"),
        (("merge", "entries", "ffffffff", "eeeeeeee"), 1, "nothing of the id"),
        (("merge", "facts", "ffffffff", "eeeeeeee"), 2, "facts"),
        (("stories", "--since", "soon"), 2, "is no day"),
        (("stories", "--crisis", "ff"), 1, "nothing of the id"),
    ],
)
def test_what_cannot_be_is_told(arguments: tuple[str, ...], code: int, said: str) -> None:
    result = run("review", *arguments)
    assert result.exit_code == code
    assert said in result.stderr
