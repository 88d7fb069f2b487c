"""What a feed, a sitemap or a page of links tells: its entries, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

FeedKind = Literal["rss", "atom", "json", "sitemap", "sitemap index", "page"]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article that is listed.

    ``published`` and ``updated`` are aware; a day without a time stands at midnight in
    :data:`~dragoman.world.zones.DATE_ONLY`. ``summary`` is plain text.
    """

    url: str
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class SitemapLink:
    """One sitemap that an index of sitemaps names."""

    url: str
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What was read: the entries as listed, each URL once, and what could not be read of it.

    An index of sitemaps has no entries; it names other ``sitemaps``.
    """

    kind: FeedKind
    title: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    sitemaps: tuple[SitemapLink, ...] = ()
    problems: tuple[str, ...] = ()
