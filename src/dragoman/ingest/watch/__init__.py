"""Sources that are watched: which they are, when each is visited, and what is new in it.

:func:`read_sources` reads ``sources.toml``; a :class:`Watcher` visits what is due, politely, and
gives the new articles. What it must remember it hands to a :class:`Keeper` as plain frozen data, so
that it goes on after a restart without losing an article.
"""

from dragoman.ingest.watch.clock import Clock, SystemClock
from dragoman.ingest.watch.fetcher import FEEDS, PoliteFetcher, Visit
from dragoman.ingest.watch.keepers import FileKeeper, Keeper, MemoryKeeper
from dragoman.ingest.watch.once import feed_articles
from dragoman.ingest.watch.sources_file import WatchedSource, parse_sources, read_sources
from dragoman.ingest.watch.state import Health, HostState, Pending, SourceState, Validators, health
from dragoman.ingest.watch.watcher import Watcher, article_of

__all__ = [
    "FEEDS",
    "Clock",
    "FileKeeper",
    "Health",
    "HostState",
    "Keeper",
    "MemoryKeeper",
    "Pending",
    "PoliteFetcher",
    "SourceState",
    "SystemClock",
    "Validators",
    "Visit",
    "WatchedSource",
    "Watcher",
    "article_of",
    "feed_articles",
    "health",
    "parse_sources",
    "read_sources",
]
