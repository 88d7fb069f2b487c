"""Programs that write are killed at random moments: nothing is lost, doubled or half written."""

from __future__ import annotations

from pathlib import Path

from dragoman.store import Store
from dragoman.store.checking import check_store
from dragoman.store.jobs import LEASE
from tests.kills import KILLS, kill_often, tell
from tests.store.changes import URL, at, changed

LONGEST = 0.08


def write_on(db: str, told: Path) -> None:
    """Write article after article, each as two versions, until somebody ends it."""
    with Store.open(db) as store:
        for number in range(10_000):
            url = f"{URL}/{number}"
            with store.work() as unit:
                unit.writer.write(at(url))
                unit.writer.write(changed(at(url)))
            tell(told, url)


def work_on(db: str, told: Path) -> None:
    """Do job after job until somebody ends it."""
    with Store.open(db) as store:
        while True:
            with store.work() as unit:
                job = unit.jobs.lease("a worker", lease=LEASE * 0)
            if job is None:
                return
            with store.work() as unit:
                unit.writer.write(at(job.payload))
                unit.jobs.finish(job)
            tell(told, job.payload)


def test_a_writer_that_is_killed_leaves_whole_articles(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    with Store.open(db):
        pass
    kill_often(write_on, db, told, longest=LONGEST)
    with Store.open(db) as store, store.view() as view:
        assert check_store(view).faults == []
        there = [article.url for article in view.articles()]
        assert len(there) == len(set(there))
        assert set(told.read_text(encoding="utf-8").split()) <= set(there)
        assert all(len(view.versions(url or "")) == 2 for url in there)


def test_a_worker_that_is_killed_loses_and_doubles_nothing(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    urls = {f"{URL}/{number}" for number in range(60)}
    with Store.open(db) as store, store.work() as unit:
        for url in sorted(urls):
            unit.jobs.put("read", url, most_attempts=KILLS + 1)
    kill_often(work_on, db, told, longest=LONGEST)
    work_on(db, told)
    with Store.open(db) as store, store.view() as view:
        assert check_store(view).faults == []
        assert sorted(article.url or "" for article in view.articles()) == sorted(urls)
        assert view.jobs.counts() == {"done": len(urls)}
