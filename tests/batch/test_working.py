"""Workers do the jobs of the store, each once, and hand on what they cannot do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from dragoman.batch import Added, Done, Erased, Worker, portions, queue
from dragoman.batch.alerts import Delivered
from dragoman.crises.questions.saved import SavedQuestions, Wanted
from dragoman.errors import StoreError
from dragoman.settings import Settings
from dragoman.store import Store, jobs
from tests.batch.articles import OTHER, PARAGRAPHS, article, write_lines
from tests.batch.readers import HandReader, OnlySome

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


@pytest.mark.parametrize("suffix", [".html", ".jsonl"])
def test_a_path_that_no_system_takes_is_a_dead_letter(
    store: Store, reader: HandReader, tmp_path: Path, suffix: str
) -> None:
    queue(store, tmp_path / f"{'a' * 300}{suffix}")
    (failed,) = done(store, reader)
    assert (failed.state, "cannot be read" in str(failed.error)) == ("dead", True)


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


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five articles in a file, of which two at a time are a job."""
    monkeypatch.setattr(portions, "PORTION", 2)
    return write_lines(
        tmp_path / "many.jsonl",
        *(article(f"Report {each}.", *OTHER, url=f"https://w.example/{each}") for each in range(5)),
    )


def urls(store: Store) -> list[str]:
    with store.view() as view:
        return sorted(str(each.url)[-1] for each in view.articles())


def test_a_file_of_many_articles_is_added_in_portions(
    store: Store, reader: HandReader, archive: Path
) -> None:
    queue(store, archive)
    assert [(each.state, each.added) for each in done(store, reader)] == [
        ("done", 2),
        ("done", 2),
        ("done", 1),
    ]
    assert urls(store) == list("01234")
    assert len(reader.read) == 5


@pytest.mark.parametrize("times", [1, 2])
def test_a_file_of_many_articles_is_on_its_way_until_its_last_portion_is_done(
    store: Store, reader: HandReader, archive: Path, times: int
) -> None:
    for _ in range(times - 1):
        queue(store, archive)
        done(store, reader)
    queue(store, archive)
    run = Worker(store, reader, settings=SETTINGS).run()
    ended = islice((each for each in run if isinstance(each, Done)), 3)
    assert [queue(store, archive) for _ in ended] == [False, False, True]


def test_a_file_of_many_articles_that_has_grown_is_gone_through_again(
    store: Store, reader: HandReader, archive: Path
) -> None:
    queue(store, archive)
    done(store, reader)
    assert queue(store, archive)
    assert not queue(store, archive)
    assert [each.state for each in done(store, reader)] == ["done", "done", "done"]
    assert urls(store) == list("01234")
    assert len(reader.read) == 5


def test_a_source_that_was_given_up_is_tried_again_when_it_is_put_in_once_more(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    path = tmp_path / "late.jsonl"
    queue(store, path)
    assert [each.state for each in done(store, reader)] == ["dead"]
    write_lines(path, article())
    assert queue(store, path)
    assert [each.added for each in done(store, reader)] == [1]
    assert queue(store, path)


def test_a_worker_that_dies_costs_one_portion(
    store: Store, reader: HandReader, archive: Path
) -> None:
    queue(store, archive)
    dies = Worker(store, OnlySome(3), settings=SETTINGS, lease=timedelta(0)).run()
    with pytest.raises(StoreError):
        list(dies)
    with store.view() as view:
        assert view.jobs.counts() == {"done": 1, "running": 1, "waiting": 1}
    done(store, reader)
    assert len(reader.read) == 3
    assert urls(store) == list("01234")


def test_workers_share_the_portions_of_a_file(store: Store, archive: Path) -> None:
    queue(store, archive)
    first, second = HandReader(), HandReader()
    runs = [
        Worker(store, each, settings=SETTINGS, name=str(number)).run()
        for number, each in enumerate((first, second))
    ]
    for _ in range(8):
        for run in runs:
            next(run, None)
    assert (len(first.read), len(second.read)) == (3, 2)
    assert urls(store) == list("01234")


def test_what_cannot_be_read_in_one_portion_leaves_the_others(
    store: Store, reader: HandReader, archive: Path
) -> None:
    whole = archive.read_text(encoding="utf-8").splitlines()
    archive.write_text("\n".join(["{", "[", *whole]), encoding="utf-8")
    queue(store, archive)
    assert [each.state for each in done(store, reader)] == ["dead", "done", "done", "done"]
    assert urls(store) == list("01234")


def alerted(
    store: Store, reader: HandReader, to: Path, settings: Settings = SETTINGS
) -> list[Delivered]:
    """Save a question, do a job that answers it, and return the alerts of the worker."""
    with store.work() as unit:
        wanted = Wanted(what="statement", of="the ministry", name="the ministry")
        SavedQuestions(unit.connection).save("said", wanted, [f"file:{to}"])
    worker = Worker(store, reader, settings=settings)
    return [each for each in worker.run() if isinstance(each, Delivered)]


def test_alerts_are_delivered_after_jobs(
    store: Store, reader: HandReader, lines: Path, tmp_path: Path
) -> None:
    queue(store, lines)
    (told,) = alerted(store, reader, tmp_path / "alerts.jsonl")
    assert (told.state, told.error) == ("done", None)
    assert "the ministry" in (tmp_path / "alerts.jsonl").read_text(encoding="utf-8")


def test_alerts_after_jobs_can_be_switched_off(
    store: Store, reader: HandReader, lines: Path, tmp_path: Path
) -> None:
    queue(store, lines)
    never = Settings(alert_seconds=0.0)
    assert alerted(store, reader, tmp_path / "alerts.jsonl", never) == []


def test_what_is_too_old_is_erased(store: Store, reader: HandReader, lines: Path) -> None:
    queue(store, lines)
    done(store, reader)
    worker = Worker(store, reader, settings=Settings(keep_days=30))
    assert list(worker.run()) == [Erased(2)]
    assert list(worker.run()) == []
    with store.view() as view:
        assert list(view.articles()) == []
