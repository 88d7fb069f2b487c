"""Programs that write are killed at random moments: nothing is lost, doubled or half written."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import select

from dragoman.crises import take
from dragoman.crises.review.forgetting import forget
from dragoman.store import Store, View
from dragoman.store.checking import check_store
from dragoman.store.jobs import LEASE
from dragoman.store.tables import METADATA
from tests.kills import KILLS, kill_often, tell
from tests.store.changes import URL, at, changed

LONGEST = 0.08
DERIVED = (
    "articles",
    "entries",
    "entry_reports",
    "passages",
    "persons",
    "readings",
    "stories",
    "story_articles",
    "tellings",
    "texts",
)
"""What is empty once all articles are erased."""


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


def forget_on(db: str, told: Path) -> None:
    """Take in article after article and erase each at once, until somebody ends it."""
    with Store.open(db) as store:
        for number in range(10_000):
            url = f"{URL}/{os.getpid()}/{number}"
            record = at(url)
            with store.work() as unit:
                written = unit.writer.write(record)
                take(unit, written, record, origin="nobody")
            with store.work() as unit:
                forget(unit, "article", [written.article], who="ada")
            store.wipe()
            tell(told, url)


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


def test_who_erases_and_is_killed_leaves_articles_whole_or_gone(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    with Store.open(db):
        pass
    kill_often(forget_on, db, told, longest=3 * LONGEST)
    with Store.open(db) as store, store.view() as view:
        assert check_store(view).faults == []
        left = {article.id: article.url for article in view.articles()}
        erased = told.read_text(encoding="utf-8").split()
        assert set(erased).isdisjoint(left.values())
        lines = [each for each in view.audit.entries(10_000) if each.action == "forget"]
        assert len(erased) <= len(lines) <= len(erased) + KILLS
    with Store.open(db) as store:
        with store.work() as unit:
            forget(unit, "article", list(left), who="ada")
        with store.view() as view:
            assert check_store(view).faults == []
            assert [name for name in DERIVED if _holds(view, name)] == []


def _holds(view: View, name: str) -> bool:
    """Tell whether a table holds anything."""
    return view.connection.execute(select(METADATA.tables[name]).limit(1)).first() is not None
