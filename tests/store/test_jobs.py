"""Jobs are handed out once at a time, tried again, and end as done or dead."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.store import Job, Store
from dragoman.store.columns import now
from dragoman.store.jobs import LONGEST_WAIT, wait

PAST = timedelta(seconds=-1)


def put(store: Store, number: int = 1, **options: Any) -> None:
    with store.work() as unit:
        for each in range(number):
            unit.jobs.put("read", {"url": f"https://wire.example/{each}"}, **options)


def lease(store: Store, worker: str = "one", lasting: timedelta = timedelta(minutes=1)) -> Job:
    with store.work() as unit:
        job = unit.jobs.lease(worker, lease=lasting)
    assert job is not None
    return job


def none_due(store: Store) -> bool:
    with store.work() as unit:
        return unit.jobs.lease("another") is None


def test_a_job_is_put_in_once(store: Store) -> None:
    with store.work() as unit:
        assert [unit.jobs.put("read", {"url": "a"}) for _ in range(2)] == [True, False]


def test_a_leased_job_is_not_handed_out_again(store: Store) -> None:
    put(store)
    job = lease(store)
    assert (job.payload, job.state, job.attempts) == (
        {"url": "https://wire.example/0"},
        "running",
        1,
    )
    assert none_due(store)


def test_a_job_whose_worker_died_is_handed_out_again(store: Store) -> None:
    put(store)
    lease(store, "one", PAST)
    assert lease(store, "two").worker == "two"


def test_who_lost_the_lease_cannot_finish(store: Store) -> None:
    put(store)
    lost = lease(store, "one", PAST)
    lease(store, "two")
    with pytest.raises(StoreError, match="lease"), store.work() as unit:
        unit.jobs.finish(lost)


def test_a_renewed_lease_holds(store: Store) -> None:
    put(store)
    job = lease(store, "one", PAST)
    with store.work() as unit:
        unit.jobs.renew(job)
    assert none_due(store)


def test_a_finished_job_is_done(store: Store) -> None:
    put(store)
    job = lease(store)
    with store.work() as unit:
        unit.jobs.finish(job)
    with store.view() as view:
        assert view.jobs.counts() == {"done": 1}
    assert none_due(store)


def test_a_failed_job_rests_before_it_is_tried_again(store: Store) -> None:
    put(store)
    job = lease(store)
    with store.work() as unit:
        assert unit.jobs.fail(job, "503") == "waiting"
    assert none_due(store)
    with store.view() as view:
        rested = view.jobs.get(job.id)
    assert rested is not None
    assert rested.error == "503"
    assert rested.due_at > now()


def test_a_job_that_fails_for_good_is_a_dead_letter(store: Store) -> None:
    put(store)
    job = lease(store)
    with store.work() as unit:
        assert unit.jobs.fail(job, "404", again=False) == "dead"
    with store.view() as view:
        assert [(each.id, each.error) for each in view.jobs.dead()] == [(job.id, "404")]


def test_the_last_attempt_ends_in_a_dead_letter(store: Store) -> None:
    put(store, most_attempts=1)
    job = lease(store)
    with store.work() as unit:
        assert unit.jobs.fail(job, "503") == "dead"


def test_a_job_that_kills_its_workers_is_a_dead_letter(store: Store) -> None:
    put(store, most_attempts=2)
    lease(store, "one", PAST)
    lease(store, "two", PAST)
    assert none_due(store)
    with store.view() as view:
        assert [each.error for each in view.jobs.dead()] == [
            "The worker went away at every attempt."
        ]


def test_a_dead_letter_can_be_revived(store: Store) -> None:
    put(store)
    job = lease(store)
    with store.work() as unit:
        unit.jobs.fail(job, "404", again=False)
        unit.jobs.revive(job.id)
    assert lease(store).attempts == 1


def test_only_dead_letters_are_revived(store: Store) -> None:
    put(store)
    with pytest.raises(StoreError, match="no dead letter"), store.work() as unit:
        unit.jobs.revive(1)


def test_jobs_are_listed_the_latest_first(store: Store) -> None:
    put(store, 3)
    lease(store)
    with store.view() as view:
        ids = [each.id for each in view.jobs.listed()]
        assert ids == sorted(ids, reverse=True)
        assert [each.id for each in view.jobs.listed(before=ids[0], limit=1)] == [ids[1]]
        assert [each.id for each in view.jobs.listed(states=["running"])] == [ids[2]]
        assert view.jobs.listed(kinds=["forget"]) == []


def test_a_job_is_found_by_what_it_is_to_do(store: Store) -> None:
    put(store, 2)
    with store.view() as view:
        found = view.jobs.find("read", {"url": "https://wire.example/1"})
        assert found is not None
        assert found == view.jobs.get(found.id)
        assert view.jobs.find("forget", {"url": "https://wire.example/1"}) is None


def test_what_is_urgent_comes_first(store: Store) -> None:
    with store.work() as unit:
        unit.jobs.put("read", "later")
        unit.jobs.put("read", "now", priority=5)
    assert lease(store).payload == "now"


def test_a_worker_gets_the_kinds_it_can_do(store: Store) -> None:
    put(store)
    with store.work() as unit:
        assert unit.jobs.lease("one", kinds=["forget"]) is None
        assert unit.jobs.lease("one", kinds=["read"]) is not None


def test_workers_beside_one_another_never_get_the_same_job(store: Store) -> None:
    put(store, 12)
    got: list[int] = []

    def work(name: str) -> None:
        for _ in range(4):
            with store.work() as unit:
                job = unit.jobs.lease(name)
                if job is not None:
                    got.append(job.id)

    workers = [threading.Thread(target=work, args=(f"worker {n}",)) for n in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert len(got) == len(set(got)) == 12


def test_the_waiting_grows_and_has_an_end() -> None:
    waits = [wait(attempts) for attempts in range(1, 100)]
    assert waits == sorted(waits)
    assert waits[1] == 2 * waits[0]
    assert waits[-1] == LONGEST_WAIT
