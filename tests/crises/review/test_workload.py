"""Who reviewed how much, and how far reviewers agree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dragoman.crises import Ledger, review
from dragoman.crises.review.workload import (
    agreement,
    agreements,
    entries_of,
    kappa,
    reviewers,
)
from dragoman.store import Judgement, Store
from tests.crises.questions.telling import add, called

START = datetime(2031, 5, 2, tzinfo=UTC)


def made(*told: tuple[str, Any, str], kind: str = "events") -> list[Judgement]:
    """Return judgements of persons, verdicts and subjects, one a minute."""
    return [
        Judgement(
            verdict=verdict,
            kind=kind,
            subject=subject,
            who=who,
            why="",
            made_at=START + timedelta(minutes=number),
            reader="1",
            undoes="x" if verdict == "undo" else None,
        )
        for number, (who, verdict, subject) in enumerate(told)
    ]


def test_each_fact_counts_once_for_whoever_judged_it() -> None:
    told = made(("ada", "accept", "1"), ("ada", "reject", "1"), ("bob", "correct", "1"))
    told += made(("ada", "accept", "2"), ("ada", "undo", "2"), kind="contacts")
    told += made(("ada", "merge", "3"), kind="stories")
    ada, bob = reviewers(told)
    assert (ada.who, ada.facts, dict(ada.kinds)) == ("ada", 2, {"events": 1, "contacts": 1})
    assert dict(ada.verdicts) == {"accept": 2, "reject": 1}
    assert (ada.first, ada.last) == (START, START + timedelta(minutes=1))
    assert (bob.facts, dict(bob.verdicts)) == (1, {"correct": 1})


def test_the_last_call_of_each_counts() -> None:
    told = made(
        ("ada", "reject", "1"),
        ("ada", "accept", "1"),
        ("bob", "accept", "1"),
        ("ada", "reject", "2"),
        ("bob", "correct", "2"),
        ("ada", "accept", "3"),
        ("bob", "reject", "3"),
        ("ada", "accept", "4"),
        ("cem", "add", "4"),
    )
    (found,) = agreements(told)
    assert (found.one, found.other, found.facts, found.alike) == ("ada", "bob", 3, 2)
    assert found.share == pytest.approx(2 / 3)
    assert agreement(told).facts == 3


def test_without_anything_in_common_there_is_no_agreement() -> None:
    found = agreement(made(("ada", "accept", "1"), ("bob", "accept", "2")))
    assert (found.facts, found.share, found.kappa) == (0, None, None)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),
        ([("a", "a")], None),
        ([], None),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], expected: float | None) -> None:
    found = kappa(pairs)
    assert found == (None if expected is None else pytest.approx(expected))


def test_two_reports_of_one_entry_are_one_fact() -> None:
    told = made(("ada", "accept", "1"), ("bob", "reject", "2"), ("ada", "accept", "3"))
    assert agreements(told) == ()
    (found,) = agreements(told, {("events", "1"): "e", ("events", "2"): "e"})
    assert (found.facts, found.alike) == (1, 0)
    assert agreement(told, {("events", "2"): "e", ("events", "3"): "e"}).facts == 1


@pytest.mark.usefixtures("both_databases")
def test_judged_facts_have_their_entries(store: Store) -> None:
    add(store, called(5), called(5, "post"))
    with store.work() as unit:
        (entry,) = Ledger(unit.view).entries("contacts")
        facts = [each.told.fact.id for each in entry.reports]
        for who, fact in zip(("ada", "bob"), facts, strict=True):
            review.judge(unit, "accept", "contacts", fact, who=who)
        judged = list(unit.view.judgements.all())
        found = entries_of(unit.view, judged)
        (now,) = Ledger(unit.view).entries("contacts")
    assert found == {("contacts", fact): now.id for fact in facts}
    assert agreement(judged, found).facts == 1
