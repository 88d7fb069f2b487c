"""What lists articles: RSS, Atom, JSON Feed, sitemaps and pages of links → their entries.

:func:`read_feed` tells by its content what a thing is, and reads it. An entry that is no good is
told in ``problems``; the others are read. Only what cannot be read as a whole is an error.
"""

from dragoman.ingest.feeds.model import Feed, FeedEntry, FeedKind, SitemapLink
from dragoman.ingest.feeds.reading import looks_like_feed, read_feed

__all__ = ["Feed", "FeedEntry", "FeedKind", "SitemapLink", "looks_like_feed", "read_feed"]
