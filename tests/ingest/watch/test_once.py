"""A feed is read at once, and what cannot be read of it is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.errors import FetchError, InputError, SettingError
from dragoman.ingest.watch import HostState, MemoryKeeper, feed_articles
from dragoman.records import Article
from tests.ingest.watch.serving import LOCAL, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


class Hurried(MemoryKeeper):
    """Remembers no pace, so that the tests need not wait."""

    def host(self, origin: str) -> HostState:
        return HostState(origin)


def test_the_newest_articles_are_read(site: Site) -> None:
    for number in (1, 2, 3):
        site.put_article(f"/{number}", f"The envoy made stop number {number} of the tour.")
    site.put_feed("/feed", "/1", "/2", "/3")
    found = list(feed_articles(f"{site.url}/feed", most=2, settings=LOCAL, keeper=Hurried()))
    assert [each.url for each in found if isinstance(each, Article)] == [
        f"{site.url}/1",
        f"{site.url}/2",
    ]


def test_a_feed_that_cannot_be_read_is_told(site: Site) -> None:
    (error,) = feed_articles(f"{site.url}/feed", settings=LOCAL, keeper=Hurried())
    assert isinstance(error, FetchError)
    assert (error.source, "answered 404" in error.message) == (f"{site.url}/feed", True)


def test_an_article_that_its_server_does_not_give_is_told(site: Site) -> None:
    site.put("/1", status=503)
    site.put_feed("/feed", "/1")
    (error,) = feed_articles(f"{site.url}/feed", settings=LOCAL, keeper=Hurried())
    assert isinstance(error, InputError)
    assert error.source == f"{site.url}/1"


def test_the_links_of_a_page_are_read(site: Site) -> None:
    site.put_article("/1", "The envoy made his first stop of the tour on Sunday.")
    site.put("/page", "<html><body><ul><li><a href='/1'>Stop</a></ul></body></html>")
    (article,) = feed_articles(f"{site.url}/page", links="li", settings=LOCAL, keeper=Hurried())
    assert isinstance(article, Article)


def test_a_selector_that_is_none_is_a_wrong_setting(site: Site) -> None:
    site.put("/page", "<html><body></body></html>")
    with pytest.raises(SettingError, match="no CSS selector"):
        list(feed_articles(f"{site.url}/page", links="li >", settings=LOCAL, keeper=Hurried()))
