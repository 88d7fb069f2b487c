"""RSS and Atom of every version → their entries, by feedparser.

feedparser is given well-formed XML alone (see :mod:`~dragoman.ingest.feeds.xml`): its loose reader
of broken markup, whose time does not grow with the length alone, never runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import feedparser
from lxml import etree

from dragoman.ingest.feeds.gathering import Gathering, plain
from dragoman.ingest.feeds.model import Feed, FeedKind
from dragoman.ingest.feeds.xml import Document, bind_prefixes, local_name

ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
"""The names of the root elements of feeds."""

_LONGEST_TITLE = 200


def read_syndicated(document: Document, base: str | None) -> Feed:
    """Return the entries of a feed in RSS or Atom.

    Args:
        document: The whole feed.
        base: The URL of the feed, which relative links start from.
    """
    bind_prefixes(document.root)
    data = etree.tostring(document.root, encoding="utf-8", with_tail=False)
    parsed = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    gathering = Gathering(base)
    if document.problem is not None:
        gathering.tell(document.problem)
    for number, entry in enumerate(parsed.entries, start=1):
        _add(gathering, f"Entry {number}", entry)
    kind: FeedKind = "atom" if local_name(document.root) == "feed" else "rss"
    title = plain(_words(parsed.feed, "title"), _LONGEST_TITLE)
    return Feed(kind, title, gathering.entries, problems=gathering.problems)


def _add(gathering: Gathering, name: str, entry: Mapping[str, Any]) -> None:
    gathering.add(
        name,
        _words(entry, "link"),
        title=_words(entry, "title"),
        published=_words(entry, "published"),
        updated=_words(entry, "updated"),
        summary=_words(entry, "summary"),
    )


def _words(parsed: Mapping[str, Any], key: str) -> str | None:
    """Return what is printed under a key.

    feedparser's own look-up takes a date of publication for one of update; a dict's does not.
    """
    value = dict(parsed).get(key)
    return value if isinstance(value, str) else None
