"""A page that lists articles, such as a ministry's readouts → its links, by a CSS selector."""

from __future__ import annotations

from functools import cache

from cssselect import SelectorError
from lxml import etree, html
from lxml.cssselect import CSSSelector

from dragoman.errors import InputError, NotText, SettingError
from dragoman.ingest.clean import clean_line
from dragoman.ingest.dates import find_dates
from dragoman.ingest.feeds.gathering import Gathering, plain
from dragoman.ingest.feeds.model import Feed
from dragoman.ingest.feeds.xml import legal
from dragoman.ingest.guard import check_markup

_LONGEST_TITLE = 200
_LONGEST_AROUND = 1000
_LONGEST_SELECTOR = 300


@cache
def compiled(selector: str) -> CSSSelector:
    """Return a CSS selector, ready for use.

    Raises:
        SettingError: It is none.
    """
    if len(selector) > _LONGEST_SELECTOR:
        raise SettingError(f"The selector has more than {_LONGEST_SELECTOR} characters.")
    try:
        return CSSSelector(selector, translator="html")
    except (SelectorError, etree.XPathError) as error:
        raise SettingError(
            f"{selector!r} is no CSS selector: {error}.",
            hint="Write it as in a style sheet, for instance ul.news li.",
        ) from error


def read_page_of_links(
    markup: str, base: str | None, selector: str, *, max_depth: int, source: str
) -> Feed:
    """Return the links that a selector finds on a page.

    What it finds is a link, or something with a link in it, such as an item of a list; then the
    date printed in it is read too. The words of a link are the entry's title.

    Args:
        markup: The page, decoded.
        base: Its URL, which relative links start from.
        selector: A CSS selector.
        max_depth: How deep elements may be nested.
        source: What to call the page in an error.

    Raises:
        SettingError: The selector is none.
        InputError: The page cannot be read, or the selector finds nothing on it.
    """
    select = compiled(selector)
    check_markup(markup, max_depth=max_depth, source=source)
    tree = _parse(markup, source)
    gathering = Gathering(_base(tree, base))
    found = _found(select, tree)
    if not found:
        message = f"The selector {selector!r} finds nothing on the page."
        raise InputError(message, source=source, hint="See whether the page has changed.")
    for number, element in enumerate(found, start=1):
        _add(gathering, f"Entry {number}", element)
    title = plain(tree.findtext(".//title"), _LONGEST_TITLE)
    return Feed("page", title, gathering.entries, problems=gathering.problems)


def _found(select: CSSSelector, tree: html.HtmlElement) -> list[html.HtmlElement]:
    found = select(tree)
    elements = found if isinstance(found, list) else []
    return [each for each in elements if isinstance(each, html.HtmlElement)]


def _parse(markup: str, source: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        data = legal(markup).encode("utf-8", errors="replace")
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        message = "The page cannot be parsed."
        raise NotText(message, source=source, hint="Check the URL of the page.") from None


def _base(tree: html.HtmlElement, base: str | None) -> str | None:
    """Return where relative links start from: what the page says of itself, or its URL."""
    said = tree.xpath("string(//base/@href)")
    if isinstance(said, str) and said.startswith(("http://", "https://")):
        return said
    return base


def _add(gathering: Gathering, name: str, element: html.HtmlElement) -> None:
    link = element if element.tag == "a" else next(element.iter("a"), None)
    title = "" if link is None else _text(link)
    gathering.add(
        name,
        link.get("href") if link is not None else None,
        title=title or (link.get("title") if link is not None else None),
        published=None if element is link else _date_in(element),
    )


def _date_in(element: html.HtmlElement) -> str | None:
    """Return the date of an item: that of a ``time`` element, else the first one printed."""
    for stated in element.iter("time"):
        return stated.get("datetime") or _text(stated)
    words = _text(element)[:_LONGEST_AROUND]
    dates = find_dates(words)
    return words[slice(*dates[0].span)] if dates else None


def _text(element: html.HtmlElement) -> str:
    return clean_line(" ".join(str(piece) for piece in element.itertext()))
