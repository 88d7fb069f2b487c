"""Judgements move as lines of JSON, each taken in once, and only if it is whole."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.crises import Ledger, entries, review, stories
from dragoman.crises.review.moving import parse, plain
from dragoman.errors import DragomanError
from dragoman.store import Judgement, Store
from tests.crises.review.test_forgetting import fill
from tests.records.examples import call
from tests.store.changes import at


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(at())
    return store


@pytest.fixture
def lines(filled: Store) -> list[str]:
    """A rejection, which is undone, and a correction; then all of them are erased."""
    with filled.work() as unit:
        made = review.judge(unit, "reject", "contacts", call().id, who="ada", why="A “drill”.")
        review.undo(unit, made.digest, who="bob")
        review.correct(unit, "contacts", call().id, ("channel", "video"), who="ada")
        return list(review.export_lines(unit.view))


def taken_in(store: Store, lines: list[Any]) -> tuple[int, int, list[str]]:
    with store.work() as unit:
        done = review.import_lines(unit, lines, "moved.jsonl")
    return done.new, done.known, [str(each) for each in done.wrong]


@pytest.mark.usefixtures("both_databases")
def test_lines_that_are_known_change_nothing(filled: Store, lines: list[str]) -> None:
    assert taken_in(filled, lines) == (0, 3, [])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_lines_count_elsewhere_as_they_did(
    lines: list[str], tmp_path: Any, order: tuple[int, ...]
) -> None:
    with Store.open(str(tmp_path / "elsewhere.sqlite")) as other:
        with other.work() as unit:
            unit.writer.write(at())
        assert taken_in(other, [lines[each] for each in order]) == (3, 0, [])
        with other.view() as view:
            (told,) = review.applied(view, view.facts("contacts"))
    assert (told.verdict, told.told.fact.channel) == ("corrected", "video")


def test_an_undoing_of_nothing_is_left_out(lines: list[str], tmp_path: Any) -> None:
    with Store.open(str(tmp_path / "elsewhere.sqlite")) as other:
        new, _, wrong = taken_in(other, [lines[1], lines[2]])
    assert (new, wrong) == (1, ["moved.jsonl:1: It undoes a judgement that is not there."])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"who": "eve"}, "its digest"),
        ({"who": ""}, "somebody"),
        ({"verdict": "burn"}, "no verdict"),
        ({"made_at": "2031-05-02"}, "made_at"),
        ({"detail": []}, "no judgement"),
        ({"extra": 1}, "not known"),
        ({"subject": 7}, "subject"),
        ({"detail": {"field": "channel", "value": float("nan")}}, "number"),
    ],
)
def test_a_line_that_was_tampered_with_is_left_out(
    filled: Store, lines: list[str], change: dict[str, Any], fault: str
) -> None:
    line = json.dumps({**json.loads(lines[2]), **change})
    new, known, (wrong,) = taken_in(filled, [line])
    assert (new, known) == (0, 0)
    assert fault in wrong


@pytest.mark.parametrize(
    ("verdict", "detail"),
    [("merge", {"with": 5}), ("split", {"into": [3]}), ("split", {"into": "abc"})],
)
def test_a_merge_or_split_of_something_else_is_left_out(
    filled: Store, verdict: Any, detail: dict[str, Any]
) -> None:
    made = Judgement(
        verdict=verdict,
        kind="entries",
        subject="entry",
        who="eve",
        why="",
        made_at=datetime(2031, 5, 3, tzinfo=UTC),
        reader="1",
        detail=detail,
    )
    new, _, (wrong,) = taken_in(filled, [json.dumps(plain(made))])
    assert (new, "does not list ids" in wrong) == (0, True)


def test_merges_of_entries_and_persons_and_titles_move(filled: Store, tmp_path: Any) -> None:
    other = at("https://other.example/1")
    other = replace(other, contacts=(replace(call(), id="other", channel="letter"),))
    fill(filled, at(), other)
    with filled.work() as unit:
        ids = [each.id for each in Ledger(unit.view).entries("contacts")]
        entries.merge(unit, ids[0], ids[1:], who="ada", reader="1")
        story = next(iter(stories.Stories(unit.view).all()))
        stories.Editor(unit, "ada").name("stories", story.id, "The raid")
        moved = list(review.export_lines(unit.view))
    with Store.open(str(tmp_path / "elsewhere.sqlite")) as elsewhere:
        fill(elsewhere, at(), other)
        assert taken_in(elsewhere, moved) == (2, 0, [])
        with elsewhere.view() as view:
            assert Ledger(view).count("contacts") == 1
            assert [each.title for each in stories.Stories(view).all()] == ["The raid"]


@pytest.mark.usefixtures("both_databases")
def test_what_is_no_json_is_told_with_its_line(filled: Store, lines: list[str]) -> None:
    new, known, wrong = taken_in(filled, ["", lines[0], "[" * 100_000, b"\xff", "{"])
    assert (new, known, len(wrong)) == (0, 1, 3)
    assert wrong[0].startswith("moved.jsonl:3: ")


@given(st.text() | st.binary())
def test_no_line_breaks_the_parser(line: str | bytes) -> None:
    with pytest.raises(DragomanError):
        parse(line)
