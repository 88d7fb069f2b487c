"""What is new in a source is given once, whatever happens in between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.ingest.watch import FileKeeper, PoliteFetcher, WatchedSource, Watcher, health
from dragoman.records import Article
from tests.ingest.watch.serving import LOCAL, START, Site, TestClock, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


class Desk:
    """A watcher of one source, which can be started anew."""

    def __init__(self, site: Site, clock: TestClock, folder: Path, **more: Any) -> None:
        self.source = replace(WatchedSource("News", f"{site.url}/feed"), **more)
        self.clock = clock
        self.folder = folder
        self.start()

    def start(self) -> None:
        self.keeper = FileKeeper(self.folder)
        fetcher = PoliteFetcher(LOCAL, self.keeper, clock=self.clock)
        self.watcher = Watcher(
            [self.source], self.keeper, settings=LOCAL, fetcher=fetcher, clock=self.clock
        )

    def read(self) -> list[Article | InputError]:
        return list(self.watcher.articles(self.source))

    def texts(self) -> list[str]:
        return [each.text.split("\n\n")[1] for each in self.read() if isinstance(each, Article)]


def fill(site: Site, *numbers: int) -> None:
    for number in numbers:
        site.put_article(f"/{number}", f"The envoy made stop number {number} of the tour.")
    site.put_feed("/feed", *(f"/{number}" for number in numbers), etag=f'"{numbers}"')


def stops(*numbers: int) -> list[str]:
    return [f"The envoy made stop number {number} of the tour." for number in numbers]


def test_new_articles_are_given_once(site: Site, clock: TestClock, tmp_path: Path) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 2, 1)
    state = desk.watcher.visit(desk.source)
    assert (len(state.pending), health(state)) == (2, "well")
    assert desk.texts() == stops(2, 1)
    fill(site, 3, 2, 1)
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(3)
    state = desk.watcher.visit(desk.source)
    assert (state.pending, state.articles) == ((), 3)


def test_an_article_has_its_address_and_the_date_of_the_feed(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 1)
    desk.watcher.visit(desk.source)
    (article,) = desk.read()
    assert isinstance(article, Article)
    assert article.url == f"{site.url}/1"
    assert article.published_at == START - timedelta(hours=1)


def test_a_feed_that_has_not_changed_is_not_sent(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 1)
    desk.watcher.visit(desk.source)
    desk.start()
    state = desk.watcher.visit(desk.source)
    assert site.asked[-1][1]["if-none-match"] == '"(1,)"'
    assert (len(state.pending), state.failures) == (1, 0)


def test_a_watcher_that_is_killed_goes_on_where_it_was(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 3, 2, 1)
    desk.watcher.visit(desk.source)
    taken = list(islice(desk.watcher.articles(desk.source), 2))
    assert len(taken) == 2
    desk.start()
    assert desk.texts() == stops(2, 1)
    assert desk.watcher.visit(desk.source).pending == ()


def test_what_cannot_be_read_is_told_and_not_asked_for_again(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 1)
    site.put_feed("/feed", "/gone", "/1")
    desk.watcher.visit(desk.source)
    gone, article = desk.read()
    assert isinstance(gone, InputError)
    assert gone.source == f"{site.url}/gone"
    assert isinstance(article, Article)
    state = desk.watcher.visit(desk.source)
    assert (state.pending, state.articles, state.dead) == ((), 1, 1)


def test_an_article_of_a_busy_server_waits_and_is_given_up_in_the_end(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 1)
    site.put("/1", status=503)
    desk.watcher.visit(desk.source)
    for _ in range(4):
        assert desk.read() == []
        clock.pass_(hours=1)
    (error,) = desk.read()
    assert isinstance(error, InputError)
    assert site.paths().count("/1") == 5


def test_a_host_that_is_to_be_left_alone_is_not_asked(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 2, 1)
    desk.watcher.visit(desk.source)
    desk.keeper.keep(
        replace(desk.keeper.host(site.url), next_request=clock.now() + timedelta(hours=1))
    )
    assert desk.read() == []
    assert site.paths() == ["/feed"]
    clock.pass_(hours=1)
    assert desk.texts() == stops(2, 1)


def test_a_visit_that_fails_is_told_and_made_later_and_later(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    site.put("/feed", "<rss><channel>", Content_Type="text/xml")
    waits = []
    for _ in range(8):
        state = desk.watcher.visit(desk.source)
        assert state.next_visit is not None
        waits.append(round((state.next_visit - clock.now()) / timedelta(minutes=30)))
        clock.moment = state.next_visit
    assert waits == [1, 2, 4, 8, 16, 24, 24, 24]
    assert "breaks off" in (state.error or "")
    assert (health(state), state.failures) == ("failing", 8)
    fill(site, 1)
    assert health(desk.watcher.visit(desk.source)) == "well"


def test_a_bad_entry_shows_in_the_health(site: Site, clock: TestClock, tmp_path: Path) -> None:
    desk = Desk(site, clock, tmp_path)
    site.put("/feed", "<rss><channel><item></item></channel></rss>", Content_Type="text/xml")
    state = desk.watcher.visit(desk.source)
    assert (health(state), state.problems) == ("in part", ("Entry 1 has no link.",))


def test_the_first_visit_takes_the_newest_only(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path, most=2)
    fill(site, 4, 3, 2, 1)
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(4, 3)
    assert desk.watcher.visit(desk.source).pending == ()


def test_a_backlog_is_read_bit_by_bit(site: Site, clock: TestClock, tmp_path: Path) -> None:
    desk = Desk(site, clock, tmp_path, most=2, backlog=True)
    fill(site, 3, 2, 1)
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(3, 2)
    assert desk.texts() == stops(1)


def test_after_the_first_visit_nothing_new_is_passed_over(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path, most=2)
    fill(site, 1)
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(1)
    fill(site, 5, 4, 3, 2)
    desk.watcher.visit(desk.source)
    site.put_feed("/feed")
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(5, 4)
    assert desk.texts() == stops(3, 2)


def test_of_very_many_new_entries_some_are_taken_in_later(
    site: Site, clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.ingest.watch.watcher.MOST_PENDING", 3)
    desk = Desk(site, clock, tmp_path, backlog=True)
    fill(site, 4, 3, 2, 1)
    assert len(desk.watcher.visit(desk.source).pending) == 3
    assert desk.texts() == stops(4, 3, 2)
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(1)


def test_only_what_matches_is_taken(site: Site, clock: TestClock, tmp_path: Path) -> None:
    desk = Desk(site, clock, tmp_path, match=re.compile("/[13]$"))
    fill(site, 3, 2, 1)
    desk.watcher.visit(desk.source)
    assert desk.texts() == stops(3, 1)


def sitemap(site: Site, *links: str, updated: str = "2020-05-04") -> str:
    urls = "".join(
        f"<url><loc>{site.url}{link}</loc><lastmod>{updated}</lastmod></url>" for link in links
    )
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>"


def test_an_article_that_was_updated_is_given_again(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    desk = Desk(site, clock, tmp_path)
    fill(site, 1)
    for day in ("2020-05-03", "2020-05-04"):
        site.put("/feed", sitemap(site, "/1", updated=day), Content_Type="text/xml")
        desk.watcher.visit(desk.source)
        assert desk.texts() == stops(1)
    assert desk.watcher.visit(desk.source).pending == ()


def test_of_an_index_the_sitemaps_that_changed_last_are_read(
    site: Site, clock: TestClock, tmp_path: Path
) -> None:
    fill(site, 1)
    maps = [f"/{day:02}.xml" for day in range(1, 10)]
    listed = "".join(
        f"<sitemap><loc>{site.url}{path}</loc><lastmod>2020-04-{path[1:3]}</lastmod></sitemap>"
        for path in maps
    )
    site.put("/feed", f"<sitemapindex>{listed}</sitemapindex>", Content_Type="text/xml")
    for path in maps:
        site.put(path, sitemap(site, f"/a{path}"), Content_Type="text/xml")
    site.put("/09.xml", status=404)
    desk = Desk(site, clock, tmp_path)
    state = desk.watcher.visit(desk.source)
    assert [each.url.removeprefix(site.url) for each in state.pending] == [
        f"/a/0{day}.xml" for day in (8, 7, 6, 5)
    ]
    assert "404" in state.problems[0]


def test_sources_are_due_by_their_own_pace(site: Site, clock: TestClock, tmp_path: Path) -> None:
    fill(site, 1)
    slow = WatchedSource("Slow", f"{site.url}/feed", every=timedelta(hours=2))
    fast = WatchedSource("Fast", f"{site.url}/feed", every=timedelta(minutes=10))
    watcher = Watcher([slow, fast], FileKeeper(tmp_path), settings=LOCAL, clock=clock)
    assert (watcher.due(), watcher.next_visit()) == ((slow, fast), None)
    watcher.visit(slow)
    watcher.visit(fast)
    assert watcher.due() == ()
    clock.pass_(minutes=11)
    assert watcher.due() == (fast,)
    clock.pass_(hours=2)
    assert watcher.due() == (fast, slow)
