"""What is to be added → articles: files of every kind, pages and feeds by URL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.batch.fetching import ANYTHING, Fetcher, is_page
from dragoman.batch.model import Found
from dragoman.errors import FetchError, InputError, NotText
from dragoman.ingest import Published, Source, articles, name_of
from dragoman.ingest.encoding import decode
from dragoman.ingest.feeds import looks_like_feed
from dragoman.ingest.fetch import Fetched
from dragoman.ingest.files import holds_archive, holds_lines, read_bytes
from dragoman.ingest.folders import expanded
from dragoman.ingest.watch import (
    Keeper,
    MemoryKeeper,
    Validators,
    Visit,
    WatchedSource,
    Watcher,
    article_of,
)
from dragoman.ingest.watch.watcher import MOST_PENDING
from dragoman.settings import Settings

DELAY = 2.0
"""Seconds between two requests to one host, where its robots.txt does not ask for more."""

_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
    }
)
_GZIP = b"\x1f\x8b"
_HEAD = 4096


def is_url(source: str) -> bool:
    """Tell whether a source is a URL that can be fetched."""
    return _URL.fullmatch(source.strip()) is not None


class Sources:
    """Reads what is named, one source after the other.

    Args:
        settings: Limits, and how the network may be used.
        hosts: Remembers the pace of each host.
        published: When the articles were published; beats what they say.
    """

    def __init__(
        self, settings: Settings, hosts: Keeper | None = None, *, published: Published = None
    ) -> None:
        self._settings = settings
        self._published = published
        keeper = hosts if hosts is not None else MemoryKeeper()
        self._fetcher = Fetcher(settings, keeper, delay=DELAY)

    def found(self, sources: Iterable[Source]) -> Iterator[Found]:
        """Yield the articles of all sources; an error in place of each that cannot be read."""
        for source in expanded(sources):
            name = name_of(source)
            try:
                yield from self._of(source, name)
            except InputError as error:
                error.source = error.source or name
                yield Found(name, error)

    def _of(self, source: Source, name: str) -> Iterator[Found]:
        if isinstance(source, str) and is_url(source):
            yield from self._of_url(source.strip())
        elif isinstance(source, Path) and _holds_feed(source):
            yield from self._of_feed(name, Visit(self._file(source), Validators(name)))
        else:
            found = articles(source, published=self._published, settings=self._settings)
            named = not isinstance(source, Path) or not holds_many(source)
            yield from (Found(name, each, named=named) for each in found)

    def _of_url(self, url: str) -> Iterator[Found]:
        visit = self._fetcher.fetch(url, ANYTHING)
        page = visit.page
        if page is None:
            raise NotText("The server gave no page.", source=url)
        if _is_feed(page):
            yield from self._of_feed(url, visit)
        elif is_page(page):
            article = article_of(page, self._settings, published=self._published)
            yield Found(url, article, page, named=True)
        else:
            message = f"The URL gives {page.content_type}, which is neither a page nor a feed."
            raise NotText(message, source=url, hint=ANYTHING.hint)

    def _of_feed(self, name: str, visit: Visit) -> Iterator[Found]:
        """Yield the articles that a feed names, which was fetched or read already."""
        self._fetcher.hand_out(name, visit)
        memory = MemoryKeeper()
        source = WatchedSource(name, name, most=MOST_PENDING, backlog=True)
        watcher = Watcher([source], memory, settings=self._settings, fetcher=self._fetcher)
        state = watcher.visit(source)
        if state.error is not None:
            raise FetchError(state.error.removeprefix(f"{name}: "), source=name)
        for problem in state.problems:
            yield Found(name, InputError(problem, source=name))
        for each in watcher.articles(source):
            yield Found(name, each, self._fetcher.page)
        for entry in memory.source(name).pending:
            error = FetchError("Its server did not give it.", source=entry.url)
            yield Found(name, error)

    def _file(self, path: Path) -> Fetched:
        limits = self._settings
        data = read_bytes(
            path, max_bytes=limits.max_bytes, max_decompressed=limits.max_decompressed
        )
        return Fetched(data, "", "application/xml", None)


def holds_many(path: Path) -> bool:
    """Tell by its name whether a file holds many articles: JSON lines, or a web archive."""
    return holds_lines(path) or holds_archive(path)


def _holds_feed(path: Path) -> bool:
    """Tell whether a file holds a feed that was saved."""
    if holds_many(path):
        return False
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return looks_like_feed(file.read(_HEAD).decode("utf-8", errors="replace"))
    except OSError:
        return False


def _is_feed(page: Fetched) -> bool:
    if page.content_type in _FEED_TYPES or page.data.startswith(_GZIP):
        return True
    return looks_like_feed(decode(page.data, declared=page.charset, source=page.url))
