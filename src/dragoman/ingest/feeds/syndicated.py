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
_FAILURES = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


def read_syndicated(document: Document, base: str | None) -> Feed:
    """Return the entries of a feed in RSS or Atom.

    Args:
        document: The whole feed.
        base: The URL of the feed, which relative links start from.
    """
    root = document.root
    bind_prefixes(root)
    gathering = Gathering(base)
    if document.problem is not None:
        gathering.tell(document.problem)
    parsed = _parsed(root)
    if parsed is not None:
        for number, entry in enumerate(parsed.entries, start=1):
            _add(gathering, f"Entry {number}", entry)
    else:
        _one_by_one(root, gathering)
    kind: FeedKind = "atom" if local_name(root) == "feed" else "rss"
    title = plain(_words(parsed.feed, "title"), _LONGEST_TITLE) if parsed is not None else None
    return Feed(kind, title, gathering.entries, problems=gathering.problems)


def _parsed(root: etree._Element) -> Any:
    """Return what feedparser makes of a feed; None where it fails, as some odd entry makes it."""
    data = etree.tostring(root, encoding="utf-8", with_tail=False)
    try:
        return feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except _FAILURES:
        return None


def _one_by_one(root: etree._Element, gathering: Gathering) -> None:
    """Read each entry as a feed of its own, and tell those that cannot be read."""
    entries = [each for each in root.iter() if local_name(each) in {"item", "entry"}]
    for number, entry in enumerate(entries, start=1):
        feed = etree.Element(root.tag)
        parent = etree.SubElement(feed, "channel") if local_name(root) == "rss" else feed
        parent.append(entry)
        parsed = _parsed(feed)
        if parsed is None or not parsed.entries:
            gathering.tell(f"Entry {number} cannot be read.")
        else:
            _add(gathering, f"Entry {number}", parsed.entries[0])


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
