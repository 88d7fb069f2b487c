"""A watch takes in what is new, once, and goes on after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.batch import Added, Visited, Watch
from dragoman.batch.pages import kept_page, page_bytes
from dragoman.ingest.watch import WatchedSource
from dragoman.store import Store
from tests.batch.articles import OTHER, PARAGRAPHS
from tests.batch.readers import HandReader
from tests.ingest.watch.serving import LOCAL, Site, TestClock, serving


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A file is enough here; that PostgreSQL does the same is for the tests of what is kept."""
    return str(tmp_path / "ledger.sqlite")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.put_article("/1", " ".join(OTHER))
        running.put_article("/2", " ".join(PARAGRAPHS))
        running.put_feed("/feed", "/1")
        yield running


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


def watched(store: Store, site: Site, reader: HandReader, clock: TestClock) -> list[str]:
    """Watch for one round in a program of its own; return what became of each article."""
    sources = [WatchedSource("News", f"{site.url}/feed")]
    with Watch(store, sources, reader, settings=LOCAL, clock=clock) as watching:
        return [each.outcome for each in watching.round() if isinstance(each, Added)]


def test_what_is_new_is_taken_in(
    store: Store, reader: HandReader, site: Site, clock: TestClock
) -> None:
    assert watched(store, site, reader, clock) == ["new"]
    with store.view() as view:
        assert [each.url for each in view.articles()] == [f"{site.url}/1"]


def test_a_restart_doubles_and_loses_nothing(
    store: Store, reader: HandReader, site: Site, clock: TestClock
) -> None:
    watched(store, site, reader, clock)
    assert watched(store, site, reader, clock) == []
    site.put_feed("/feed", "/2", "/1")
    clock.pass_(minutes=31)
    assert watched(store, site, reader, clock) == ["new"]
    assert site.paths() == ["/feed", "/1", "/feed", "/2"]


def test_one_that_was_written_but_not_noted_is_known(
    store: Store, reader: HandReader, site: Site, clock: TestClock
) -> None:
    sources = [WatchedSource("News", f"{site.url}/feed")]
    with Watch(store, sources, reader, settings=LOCAL, clock=clock) as watching:
        given = iter(watching.round())
        assert isinstance(next(given), Visited)
        next(given)
    assert watched(store, site, reader, clock) == ["known"]
    assert watched(store, site, reader, clock) == []


def test_a_watch_rests_until_the_next_visit(
    store: Store, reader: HandReader, site: Site, clock: TestClock
) -> None:
    sources = [WatchedSource("News", f"{site.url}/feed")]
    with Watch(store, sources, reader, settings=LOCAL, clock=clock) as watching:
        list(watching.round())
        watching.rest()
    assert clock.slept[-1] == 300


def test_pages_are_kept_where_a_folder_is_named(
    store: Store, reader: HandReader, site: Site, clock: TestClock, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    sources = [WatchedSource("News", f"{site.url}/feed")]
    settings = replace(LOCAL, pages=folder)
    with Watch(store, sources, reader, settings=settings, clock=clock) as watching:
        (added,) = (each for each in watching.round() if isinstance(each, Added))
    assert added.written is not None
    with store.view() as view:
        kept = kept_page(view.connection, added.written.article)
    assert kept is not None
    assert page_bytes(folder, kept) == site.replies["/1"][2]
