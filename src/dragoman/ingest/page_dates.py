"""The dates a page states: in JSON-LD, meta tags, ``time`` elements, and its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement

from dragoman.ingest.clean import clean_line
from dragoman.ingest.dates import Label, PrintedDate, find_dates
from dragoman.ingest.tables import read_toml

_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:/|-|$)", re.IGNORECASE)
_DEEPEST = 6
_LABELS: tuple[Label, ...] = ("published", "updated")


def page_dates(tree: HtmlElement, url: str | None) -> list[PrintedDate]:
    """Return the dates a page states about itself, the surest first, each with its label."""
    stated = [*_in_json(tree), *_in_meta(tree), *_in_time_elements(tree)]
    return stated or _in_url(url)


def json_ld(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a page's JSON-LD, nested ones too; what is no JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data, 0)


def _objects(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data[:100]:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for value in data.values():
            if isinstance(value, dict | list):
                yield from _objects(value, depth + 1)


def _in_json(tree: HtmlElement) -> Iterator[PrintedDate]:
    for item in json_ld(tree):
        kind = str(item.get("@type", ""))
        if "Article" in kind or "Posting" in kind or "Report" in kind:
            yield from _labelled("datePublished", item.get("datePublished"))
            yield from _labelled("dateModified", item.get("dateModified"))


def _in_meta(tree: HtmlElement) -> Iterator[PrintedDate]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield from _labelled(name, meta.get("content"))


def _labelled(name: str, value: object) -> Iterator[PrintedDate]:
    """Yield the date that a named value states, where the name is one of ``page_dates.toml``."""
    names = read_toml("page_dates.toml")
    label = next((each for each in _LABELS if name.lower() in names[each]), None)
    if label is not None and isinstance(value, str):
        for printed in find_dates(clean_line(value))[:1]:
            yield replace(printed, label=label)


def _in_time_elements(tree: HtmlElement) -> Iterator[PrintedDate]:
    for element in list(tree.iter("time"))[:10]:
        about = f"{element.get('class', '')} {element.get('itemprop', '')} {_before(element)}"
        label: Label = "updated" if re.search("updat|modif", about, re.IGNORECASE) else "published"
        stated = element.get("datetime") or element.get("content") or element.text_content()
        for printed in find_dates(clean_line(stated))[:1]:
            yield replace(printed, label=label)


def _before(element: HtmlElement) -> str:
    """Return the words right before an element, where "Updated" may stand."""
    previous, parent = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    return (text or "")[-40:]


def _in_url(url: str | None) -> list[PrintedDate]:
    match = _IN_URL.search(url or "")
    if match is None:
        return []
    year, month, day = match.groups()
    return list(find_dates(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"))
