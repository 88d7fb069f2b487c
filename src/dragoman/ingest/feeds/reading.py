"""Bytes → a feed: which kind it is, told by its content, and the reader for that kind."""

from __future__ import annotations

import re

from dragoman.errors import EmptyInput, NotText
from dragoman.ingest.encoding import decode
from dragoman.ingest.feeds.model import Feed
from dragoman.ingest.feeds.xml import LARGEST, local_name, parse_xml
from dragoman.ingest.inflate import Body
from dragoman.settings import Settings

_GZIP = b"\x1f\x8b"
_HEAD = 4096
_ROOT = re.compile(r"^\s*(?:<[?!][^>]{0,1000}>\s*){0,10}<(?:\w+:)?(\w+)")


def read_feed(
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    links: str | None = None,
    source: str | None = None,
    settings: Settings | None = None,
) -> Feed:
    """Read a feed: RSS, Atom, JSON Feed, a sitemap or an index of sitemaps, or a page of links.

    Args:
        data: The whole feed, as sent; it may be compressed with gzip, as sitemaps often are.
        url: Its address, which relative links start from.
        charset: Its encoding, where a header tells.
        links: For a page of links: a CSS selector that finds the links, or what holds each.
        source: What to call the feed in an error; by default its address.
        settings: Limits; by default as loaded.

    Raises:
        InputError: It cannot be read as a whole: empty, too large, too complex, broken off, in an
            unknown encoding, or no feed; or the selector finds nothing.
        SettingError: ``links`` is no CSS selector.
    """
    limits = settings if settings is not None else Settings.load()
    name = source or url or "feed"
    text = decode(_inflated(data, limits, name), declared=charset, source=name)
    if not text.strip():
        raise EmptyInput("The feed is empty.", source=name, hint="Check its URL.")
    if links is not None:
        from dragoman.ingest.feeds.pages import read_page_of_links

        return read_page_of_links(text, url, links, max_depth=limits.max_depth, source=name)
    return _of_text(text, url, name)


def looks_like_feed(text: str) -> bool:
    """Tell by its beginning whether text is a feed or a sitemap rather than a page."""
    from dragoman.ingest.feeds import sitemaps, syndicated

    root = _ROOT.search(text[:_HEAD])
    if root is not None:
        return root[1].lower() in (syndicated.ROOTS | sitemaps.ROOTS) - {"channel"}
    start = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and "jsonfeed.org" in start


def _inflated(data: bytes, settings: Settings, name: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    most = min(settings.max_decompressed, 4 * LARGEST)
    body = Body("gzip", max_bytes=settings.max_bytes, max_decompressed=most, source=name)
    body.add(data)
    return body.whole()


def _of_text(text: str, url: str | None, name: str) -> Feed:
    from dragoman.ingest.feeds import json_feed, sitemaps, syndicated

    if json_feed.looks_like_json_feed(text):
        return json_feed.read_json_feed(text, url, name)
    if text.lstrip("\ufeff \t\r\n")[:14].lower().startswith(("<!doctype html", "<html")):
        raise _no_feed("html", name)
    document = parse_xml(text, name)
    root = local_name(document.root)
    if root in sitemaps.ROOTS:
        return sitemaps.read_sitemap(document, url)
    if root in syndicated.ROOTS:
        return syndicated.read_syndicated(document, url)
    raise _no_feed(root, name)


def _no_feed(root: str, name: str) -> NotText:
    if root == "html":
        hint = "To watch a page of links, name a CSS selector that finds them."
        return NotText("It is a web page, not a feed.", source=name, hint=hint)
    return NotText(f"It is XML, but no feed: its root is {root!r}.", source=name)
