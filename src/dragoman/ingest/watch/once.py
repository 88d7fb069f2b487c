"""One feed, read now: its articles, without a memory of earlier visits."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import FetchError, InputError
from dragoman.ingest.watch.fetcher import PoliteFetcher
from dragoman.ingest.watch.keepers import Keeper, MemoryKeeper
from dragoman.ingest.watch.sources_file import WatchedSource
from dragoman.ingest.watch.watcher import Watcher
from dragoman.records import Article
from dragoman.settings import Settings


def feed_articles(
    url: str,
    *,
    links: str | None = None,
    most: int = 50,
    settings: Settings | None = None,
    keeper: Keeper | None = None,
) -> Iterator[Article | InputError]:
    """Yield the articles that a feed, a sitemap or a page of links names, the newest first.

    An error comes in place of an article that cannot be read, or of the feed.

    Args:
        url: The address of the feed.
        links: For a page of links, the CSS selector that finds them.
        most: Articles that are read at most.
        settings: Limits, and how the network may be used; by default as loaded.
        keeper: Remembers the pace of each host, where more than one feed is read.

    Raises:
        SettingError: ``links`` is no CSS selector.
    """
    limits = settings if settings is not None else Settings.load()
    hosts = keeper if keeper is not None else MemoryKeeper()
    source = WatchedSource(url, url, links=links, most=most)
    memory = MemoryKeeper()
    watcher = Watcher([source], memory, settings=limits, fetcher=PoliteFetcher(limits, hosts))
    state = watcher.visit(source)
    if state.error is not None:
        yield FetchError(state.error.removeprefix(f"{url}: "), source=url)
    yield from watcher.articles(source)
    for entry in memory.source(url).pending:
        message = "Its server did not give it."
        yield FetchError(message, source=entry.url, hint="Try again later.")
