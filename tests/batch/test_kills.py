"""Adding, working and watching are killed at random moments: nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from dragoman.batch import Added, StoreKeeper, Watch, Worker, add, queue
from dragoman.ingest.watch import WatchedSource
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.store import Store, tables
from dragoman.store.checking import check_store
from tests.batch.articles import article, write_lines
from tests.batch.readers import HandReader
from tests.ingest.watch.serving import LOCAL, serving
from tests.kills import KILLS, fork, kill_often, tell

COUNT = 24
LONGEST = 0.25
SETTINGS = Settings()
WORDS = (
    "On day {0} of the tour the envoy came to village {0} in the {0}. year of the drought there.",
    "In hall {0} sat {0} fishermen, who had {0} questions about ban {0} and heard {0} answers.",
)


def articles() -> list[Article]:
    """Return articles, each of which comes twice: at a wire's URL and as a copy at a paper's."""
    words = [tuple(each.format(n) for each in WORDS) for n in range(COUNT // 2)]
    wire = [article(*each, url=f"https://wire.example/{n}") for n, each in enumerate(words)]
    paper = [
        article(*each, url=f"https://paper.example/{n}", published="2024-05-09")
        for n, each in enumerate(words)
    ]
    return wire + paper


def add_on(db: str, source: Path, told: Path) -> None:
    with Store.open(db) as store:
        for each in add(store, source, HandReader(), settings=SETTINGS, at_once=2):
            tell(told, str(each.article.url if each.article else each.error))


def work_on(db: str, _: Path, told: Path) -> None:
    with Store.open(db) as store:
        worker = Worker(store, HandReader(), settings=SETTINGS, lease=timedelta(0))
        for each in worker.run():
            if isinstance(each, Added):
                tell(told, str(each.article.url if each.article else each.error))


def work_beside(db: str, told: Path) -> None:
    with Store.open(db) as store:
        for each in Worker(store, HandReader(), settings=SETTINGS).run():
            if isinstance(each, Added):
                tell(told, str(each.article.url if each.article else each.error))


def hold(store: Store, told: Path, urls: set[str]) -> None:
    """Hold the store to having each URL once, with all that belongs to it."""
    with store.view() as view:
        assert check_store(view).faults == []
        assert sorted(each.url or "" for each in view.articles()) == sorted(urls)
        rows = select(func.count()).select_from(tables.origins)
        assert view.connection.scalar(rows) == len(urls)
    assert set(told.read_text(encoding="utf-8").split()) <= urls


def test_adding_loses_and_doubles_nothing(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    source = write_lines(tmp_path / "articles.jsonl", *articles())
    with Store.open(db):
        pass
    kill_often(add_on, db, source, told, longest=LONGEST)
    add_on(db, source, told)
    with Store.open(db) as store:
        hold(store, told, {each.url or "" for each in articles()})
        with store.view() as view:
            copies = {each.url for each in view.articles() if each.copy_of}
    assert copies == {f"https://paper.example/{n}" for n in range(COUNT // 2)}


def test_working_loses_and_doubles_nothing(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    several = articles()
    with Store.open(db) as store:
        for number, each in enumerate(several):
            queue(store, write_lines(tmp_path / f"{number}.jsonl", each))
        with store.work() as unit:
            often = tables.jobs.update().values(most_attempts=KILLS + 1)
            unit.connection.execute(often)
    kill_often(work_on, db, tmp_path, told, longest=LONGEST)
    work_on(db, tmp_path, told)
    with Store.open(db) as store:
        hold(store, told, {each.url or "" for each in several})
        with store.view() as view:
            assert view.jobs.counts() == {"done": COUNT}


def test_two_workers_at_once_lose_and_double_nothing(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    several = articles()
    with Store.open(db) as store:
        for number, each in enumerate(several):
            queue(store, write_lines(tmp_path / f"{number}.jsonl", each))
    workers = [fork.Process(target=work_beside, args=(db, told)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    with Store.open(db) as store:
        hold(store, told, {each.url or "" for each in several})
    assert len(told.read_text(encoding="utf-8").split()) == COUNT


def serve(pipe: Any) -> None:
    """Serve a feed until somebody ends it."""
    with serving() as site:
        paths = [f"/{number}" for number in range(COUNT)]
        for path in paths:
            site.put_article(path, " ".join(each.format(path[1:]) for each in WORDS))
        site.put_feed("/feed", *paths)
        pipe.send(site.url)
        pipe.recv()


@contextmanager
def served() -> Iterator[str]:
    """Run a server in a process of its own, so that this one has no threads when it forks."""
    ours, theirs = fork.Pipe()
    process = fork.Process(target=serve, args=(theirs,))
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def watch_on(db: str, url: str, told: Path) -> None:
    sources = [WatchedSource("News", f"{url}/feed")]
    with (
        Store.open(db) as store,
        Watch(store, sources, HandReader(), settings=LOCAL, delay=0.001) as watching,
    ):
        for each in watching.round():
            if isinstance(each, Added):
                tell(told, str(each.article.url if each.article else each.error))


def test_watching_loses_and_doubles_nothing(db: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    with Store.open(db):
        pass
    with served() as url:
        kill_often(watch_on, db, url, told, longest=2 * LONGEST)
        watch_on(db, url, told)
        urls = {f"{url}/{number}" for number in range(COUNT)}
    with Store.open(db) as store:
        hold(store, told, urls)
        state = StoreKeeper(store).source("News")
    assert (state.pending, state.articles, state.dead) == ((), COUNT, 0)
