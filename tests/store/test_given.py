"""What people give by hand is kept until it is read; what jobs brought is told."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from dragoman.store import Store
from dragoman.store.given import Deposit, Given, Result
from dragoman.store.tables import deposits, job_results, jobs
from tests.records import examples

PASTED = Deposit(name="pasted text", suffix="", data=b"A text.\xff", outlet="Post")


@pytest.fixture
def job(store: Store) -> int:
    """The number of a job with a deposit."""
    with store.work() as unit:
        unit.jobs.put("add", {"deposit": "x"})
        found = unit.jobs.find("add", {"deposit": "x"})
        assert found is not None
        unit.given.deposit(found.id, PASTED)
    return found.id


def test_what_is_given_is_kept_as_it_is(store: Store, job: int) -> None:
    with store.view() as view:
        assert (view.given.of(job), view.given.of(job + 1)) == (PASTED, None)
        assert view.given.names([job, job + 1]) == {job: "pasted text"}


def test_what_was_read_is_let_go(store: Store, job: int) -> None:
    with store.work() as unit:
        unit.given.drop(job)
        assert unit.given.of(job) is None


def test_results_are_told_the_latest_first(store: Store, job: int) -> None:
    with store.work() as unit:
        article = unit.writer.write(examples.record()).article
        unit.given.note(job, 0, [Result(outcome="new", article=article)])
        unit.given.note(job, 1, [Result(outcome="failed", name="a", error="No.")] * 2)
    with store.view() as view:
        assert [each.outcome for each in view.given.results(job)] == ["failed", "failed", "new"]
        assert len(view.given.results(job, limit=1)) == 1
        assert view.given.outcomes(job) == {"failed": 2, "new": 1}


def test_another_attempt_begins_anew(store: Store, job: int) -> None:
    with store.work() as unit:
        unit.given.note(job, 0, [Result(outcome="known")])
        unit.given.begin(job)
        unit.given.note(job, 0, [Result(outcome="new")])
        assert unit.given.outcomes(job) == {"new": 1}


def test_nothing_is_left_of_a_job_that_goes(store: Store, job: int) -> None:
    with store.work() as unit:
        unit.given.note(job, 0, [Result(outcome="failed", name="a")])
        unit.connection.execute(jobs.delete())
        counts: list[Any] = [
            unit.connection.scalar(select(func.count()).select_from(table))
            for table in (deposits, job_results)
        ]
    assert counts == [0, 0]


def test_nothing_to_note_is_no_harm(store: Store, job: int) -> None:
    with store.work() as unit:
        Given(unit.connection).note(job, 0, [])
        assert unit.given.outcomes(job) == {}
