"""Workers do the jobs of the store, each once, and hand on what they cannot do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dragoman.batch import Added, Done, Erased, Worker, queue
from dragoman.settings import Settings
from dragoman.store import Store, jobs
from tests.batch.articles import OTHER, PARAGRAPHS, article, write_lines
from tests.batch.readers import HandReader

SETTINGS = Settings()


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return write_lines(
        tmp_path / "a.jsonl", article(), article(*OTHER, url="https://wire.example/2")
    )


def done(store: Store, reader: HandReader) -> list[Done]:
    worker = Worker(store, reader, settings=SETTINGS)
    return [each for each in worker.run() if isinstance(each, Done)]


def test_a_job_is_done_once(store: Store, reader: HandReader, lines: Path) -> None:
    assert queue(store, lines)
    assert not queue(store, lines)
    (first,) = done(store, reader)
    assert (first.state, first.added, first.error) == ("done", 2, None)
    assert done(store, reader) == []


def test_a_date_goes_with_the_job(store: Store, reader: HandReader, lines: Path) -> None:
    queue(store, lines, published="2024-01-02")
    done(store, reader)
    with store.view() as view:
        assert {str(each.told_on) for each in view.articles()} == {"2024-01-02"}


def test_a_file_that_is_not_there_is_a_dead_letter(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    queue(store, tmp_path / "gone.html")
    (failed,) = done(store, reader)
    with store.view() as view:
        (letter,) = view.jobs.dead()
    assert (failed.state, letter.error) == ("dead", failed.error)
    assert "no such file" in str(letter.error)


def test_a_server_that_does_not_answer_is_asked_again(store: Store, reader: HandReader) -> None:
    queue(store, "http://127.0.0.1:9/")
    settings = Settings(allowed_networks=("127.0.0.0/8",))
    worker = Worker(store, reader, settings=settings)
    states = [each.state for each in worker.run() if isinstance(each, Done)]
    assert states == ["waiting"]


@pytest.mark.parametrize("payload", [None, "x", {"source": 3}, {"source": "a", "more": 1}])
def test_a_job_that_names_no_source_is_a_dead_letter(
    store: Store, reader: HandReader, payload: object
) -> None:
    with store.work() as unit:
        unit.jobs.put("add", payload)
    (failed,) = done(store, reader)
    assert failed.state == "dead"


def test_jobs_of_other_kinds_are_left_alone(store: Store, reader: HandReader) -> None:
    with store.work() as unit:
        unit.jobs.put("cook", {})
    assert done(store, reader) == []


def test_a_job_that_another_worker_has_by_now_is_let_go(
    store: Store, reader: HandReader, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue(store, lines)
    slow = Worker(store, reader, settings=SETTINGS, name="slow", lease=timedelta(0)).run()
    assert isinstance(next(slow), Added)
    later = datetime.now(UTC) + timedelta(minutes=1)
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "now", lambda: later)
        with store.work() as unit:
            taken = unit.jobs.lease("quick")
    assert taken is not None
    assert [each for each in slow if isinstance(each, Done)] == []


def test_several_workers_share_the_work(store: Store, tmp_path: Path) -> None:
    for number in range(6):
        words = PARAGRAPHS if number % 2 else OTHER
        each = article(*words, url=f"https://wire.example/{number}")
        queue(store, write_lines(tmp_path / f"{number}.jsonl", each))
    first, second = HandReader(), HandReader()
    runs = [
        Worker(store, each, settings=SETTINGS, name=str(each)).run() for each in (first, second)
    ]
    for _ in range(12):
        for run in runs:
            next(run, None)
    assert (len(first.read), len(second.read)) == (3, 3)
    with store.view() as view:
        assert view.jobs.counts() == {"done": 6}


def test_what_is_too_old_is_erased(store: Store, reader: HandReader, lines: Path) -> None:
    queue(store, lines)
    done(store, reader)
    worker = Worker(store, reader, settings=Settings(keep_days=30))
    assert list(worker.run()) == [Erased(2)]
    assert list(worker.run()) == []
    with store.view() as view:
        assert list(view.articles()) == []
