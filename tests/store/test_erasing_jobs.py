"""What jobs hold of erased articles goes; what they were to do besides goes on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from dragoman.store import Job, Store
from dragoman.store.erasing_jobs import erase_jobs
from dragoman.store.given import Deposit, Result

URL = "https://wire.example/1"
FEED = {"source": "https://wire.example/feed"}


def put(store: Store, payload: Any) -> Job:
    with store.work() as unit:
        unit.jobs.put("add", payload)
        job = unit.jobs.find("add", payload)
        assert job is not None
        return job


def erase(store: Store, *urls: str, named: Collection[str] = ()) -> dict[str, int]:
    with store.work() as unit:
        return dict(+erase_jobs(unit.connection, named, urls))


def left(store: Store) -> list[Any]:
    with store.view() as view:
        return [each.payload for each in view.jobs.listed()]


@pytest.mark.parametrize("payload", [{"source": URL}, {"some": [{"article": "a1"}]}])
def test_what_asks_for_an_erased_article_goes(store: Store, payload: Any) -> None:
    put(store, payload)
    put(store, FEED)
    assert erase(store, URL, named=["a1"]) == {"jobs": 1}
    assert left(store) == [FEED]


def test_what_was_given_of_an_erased_address_goes(store: Store) -> None:
    job = put(store, {"deposit": "one"})
    with store.work() as unit:
        unit.given.deposit(job.id, Deposit(name="pasted", suffix="", data=b"A text.", url=URL))
    erase(store, URL)
    with store.view() as view:
        assert (left(store), view.given.of(job.id)) == ([], None)


def failed(store: Store, error: str) -> Job:
    put(store, FEED)
    with store.work() as unit:
        job = unit.jobs.lease("worker")
        assert job is not None
        unit.jobs.fail(job, error)
        unit.given.note(job.id, 0, [Result(outcome="failed", name=URL, error=error)])
    return job


def test_what_only_failed_there_goes_on_without_the_address(store: Store) -> None:
    job = failed(store, f"No answer from {URL}.")
    assert erase(store, URL) == {"job_results": 1}
    with store.view() as view:
        told = view.jobs.get(job.id)
        (result,) = view.given.results(job.id)
    assert told is not None
    assert (told.state, told.error) == ("waiting", "No answer from █.")
    assert (result.name, result.error) == ("█", "No answer from █.")


@pytest.mark.parametrize("other", [f"{URL}0", f"{URL}.html", f"{URL}/more", f"{URL}?page=2"])
def test_a_longer_address_is_another_one(store: Store, other: str) -> None:
    job = failed(store, f"No answer from {other}.")
    erase(store, URL)
    with store.view() as view:
        told = view.jobs.get(job.id)
    assert told is not None
    assert told.error == f"No answer from {other}."
