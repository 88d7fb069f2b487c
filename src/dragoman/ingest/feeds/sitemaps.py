"""Sitemaps, those of news among them, and indexes of sitemaps → their entries."""

from __future__ import annotations

from lxml import etree

from dragoman.ingest.feeds.gathering import MOST_ENTRIES, Gathering
from dragoman.ingest.feeds.model import Feed, SitemapLink
from dragoman.ingest.feeds.xml import Document, local_name

ROOTS = frozenset({"urlset", "sitemapindex"})
"""The names of the root elements of sitemaps."""

_NEWS = "sitemap-news"


def read_sitemap(document: Document, base: str | None) -> Feed:
    """Return the entries of a sitemap, or the sitemaps that an index names.

    Args:
        document: The whole sitemap.
        base: Its URL, which relative links start from.
    """
    gathering = Gathering(base)
    if document.problem is not None:
        gathering.tell(document.problem)
    if local_name(document.root) == "sitemapindex":
        sitemaps = _sitemaps(document.root, gathering)
        return Feed("sitemap index", sitemaps=sitemaps, problems=gathering.problems)
    elements = (each for each in document.root if local_name(each) == "url")
    for number, element in enumerate(elements, start=1):
        _add(gathering, f"Entry {number}", element)
    return Feed("sitemap", entries=gathering.entries, problems=gathering.problems)


def _sitemaps(root: etree._Element, gathering: Gathering) -> tuple[SitemapLink, ...]:
    links: dict[str, SitemapLink] = {}
    elements = (each for each in root if local_name(each) == "sitemap")
    for number, element in enumerate(elements, start=1):
        name = f"Sitemap {number}"
        told = _texts(element)
        url = gathering.link(name, told.get("loc"))
        if url is not None and len(links) < MOST_ENTRIES:
            links.setdefault(url, SitemapLink(url, gathering.moment(name, told.get("lastmod"))))
    return tuple(links.values())


def _add(gathering: Gathering, name: str, element: etree._Element) -> None:
    told = _texts(element)
    news: dict[str, str] = {}
    for child in element:
        if local_name(child) == "news" and _NEWS in str(child.tag):
            news = _texts(child)
    gathering.add(
        name,
        told.get("loc"),
        title=news.get("title"),
        published=news.get("publication_date"),
        updated=told.get("lastmod"),
    )


def _texts(element: etree._Element) -> dict[str, str]:
    """Return the texts of an element's children by their names, the first of each name."""
    texts: dict[str, str] = {}
    for child in element:
        texts.setdefault(local_name(child), (child.text or "").strip())
    return texts
