"""Markup → a draft, by trafilatura; the network is never touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape

import trafilatura
from lxml import etree, html
from trafilatura.metadata import extract_metadata

from dragoman.errors import NoBody, NotText, TooLarge
from dragoman.ingest.clean import clean, clean_line
from dragoman.ingest.draft import Draft
from dragoman.ingest.guard import check_markup
from dragoman.ingest.head import read_head_line
from dragoman.ingest.lines import Line
from dragoman.ingest.outlets import outlets
from dragoman.ingest.page_dates import page_dates
from dragoman.ingest.parts import Part, take_parts
from dragoman.ingest.patterns import match_line
from dragoman.ingest.plain import without_title
from dragoman.ingest.sift import sift
from dragoman.ingest.title import same_words, without_site
from dragoman.settings import Settings

_TAGS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|div|section|p|br|h[1-6]|span|table|meta|title|script)\b[^<]*?>",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_ILLEGAL = re.compile("[^\\t\\n\\r -~\\u00a0-\\ud7ff\\ue000-\\ufffc\\U00010000-\\U0010ffff]")
_ODD_REFERENCE = re.compile(
    r"&#(?:0*(?:\d|[12]\d|3[01]|12[7-9]|1[345]\d)|x0*(?:[01]?[0-9a-f]|7f|[89][0-9a-f])"
    r"|\d{5,}|x[0-9a-f]{4,})(?:;|(?![0-9a-f]))",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"script", "style"})
_BLOCKS = frozenset({"p", "head", "item", "quote", "ab", "cell", "row", "list", "table", "div"})
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError)
_LONGEST_TITLE = 300
_LARGEST_TEXT = 5_000_000


def looks_like_markup(text: str) -> bool:
    """Tell whether text is a web page, or a piece of one, rather than plain text."""
    start = text[:2000].lstrip("\ufeff \t\r\n")
    if start[:9].lower() == "<!doctype" or start[:5].lower() in {"<html", "<?xml"}:
        return True
    return start.startswith("<") and _TAGS.match(start) is not None


def read_page(markup: str, draft: Draft, settings: Settings) -> None:
    """Fill a draft from a page's markup.

    What the draft knows already (a title, a publisher told from outside) stays.

    Raises:
        TooComplex: The page is nested too deep or has too many tags.
        NoBody: The page holds no article.
    """
    check_markup(markup, max_depth=settings.max_depth, source=draft.source)
    tree = _parse(markup, draft.source)
    _check_size(tree, draft.source)
    author = _read_metadata(tree, draft)
    draft.dates += page_dates(tree, draft.url)
    for part in take_parts(tree):
        _take_part(part, draft)
    lines = _body_lines(tree, draft)
    if draft.title:
        lines = without_title(lines, draft.title)
    sift(lines, draft)
    draft.byline = draft.byline or author


def _parse(markup: str, source: str) -> html.HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = legal_characters(_DECLARATION.sub("", markup)).encode("utf-8", errors="replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        message = "The page cannot be parsed."
        raise NotText(message, source=source, hint="Save its text and read that.") from None


def legal_characters(markup: str) -> str:
    """Return markup without characters that no page may hold, printed or as numeric references.

    References to 128–159 mean the characters of cp1252 there, as browsers have it.
    """
    return _ILLEGAL.sub("", _ODD_REFERENCE.sub(lambda found: unescape(found[0]), markup))


def _check_size(tree: html.HtmlElement, source: str) -> None:
    """Refuse a page with more text than any article's page has, before it is worked on."""
    elements = (element for element in tree.iter() if element.tag not in _UNSEEN)
    size = sum(len(element.text or "") + len(element.tail or "") for element in elements)
    if size > _LARGEST_TEXT:
        message = f"The page has {size} characters of text."
        raise TooLarge(message, source=source, hint="Give the page of one article.")


def _read_metadata(tree: html.HtmlElement, draft: Draft) -> str | None:
    """Read title, site and address from what the page states about itself; return the author."""
    try:
        stated = extract_metadata(
            deepcopy(tree), default_url=draft.url, date_config={"extensive_search": False}
        )
    except _FAILURES:
        return None
    draft.url = draft.url or stated.url
    draft.title = draft.title or _title(tree, stated.title)
    site = stated.sitename
    if draft.publisher is None and site and ("." not in site or outlets().named(site)):
        draft.publisher = clean_line(site)
    sites = (without_site(clean_line(each.text_content()))[1] for each in tree.iter("title"))
    author = clean_line((stated.author or "").replace("; ", ", "))
    draft.hints += [name for name in (*sites, author) if name]
    return author if " " in author else None


def _title(tree: html.HtmlElement, stated: str | None) -> str | None:
    """Return the headline as printed: the page's one ``h1``, else what the page states."""
    headings = [clean_line(each.text_content()) for each in tree.iter("h1")]
    headings = [each for each in headings if 0 < len(each) <= _LONGEST_TITLE]
    told = clean_line(stated or "")
    if len(headings) == 1 and (len(headings[0].split()) > 2 or not told):
        return headings[0]
    same = next((each for each in headings if told and same_words(each, told)), None)
    return same or without_site(told)[0] or None


def _take_part(part: Part, draft: Draft) -> None:
    """Keep a part, and read from it what its text tells of author, place and date."""
    kind, text = part.kind, part.text
    matched = match_line(text, "any") if kind == "highlight" else None
    if matched is not None and matched.heads is not None:
        draft.add(matched.kind, text)
        return
    read = read_head_line(text) if kind in {"byline", "dateline"} else None
    if read is not None:
        read.tell(draft)
        text = read.byline if kind == "byline" and read.byline and not read.dates else text
    draft.add(kind, text)


def _body_lines(tree: html.HtmlElement, draft: Draft) -> list[Line]:
    try:
        document = trafilatura.bare_extraction(
            tree, url=draft.url, include_comments=False, include_tables=False
        )
    except _FAILURES:
        document = None
    body = getattr(document, "body", None)
    texts = list(_texts(body)) if body is not None else []
    if not texts:
        message = "The page holds no article text."
        raise NoBody(message, source=draft.source, hint="Give the page of one article.")
    return [Line(text, number) for number, text in enumerate(texts)]


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the text of each block of trafilatura's tree; a line break parts two."""
    if any(child.tag in _BLOCKS for child in element):
        yield from _lines(element.text)
        for child in element:
            yield from _texts(child)
            yield from _lines(child.tail)
        return
    for gap in element.iter("lb"):
        gap.tail = "\n" + (gap.tail or "")
    yield from _lines("".join(map(str, element.itertext())))


def _lines(text: str | None) -> Iterator[str]:
    yield from (line for line in clean(text or "").split("\n") if line)
