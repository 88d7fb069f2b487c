"""The dates a page states about itself."""

from __future__ import annotations

import json

import pytest
from lxml import html

from dragoman.ingest.page_dates import json_ld, page_dates


def dates(head: str = "", body: str = "", url: str | None = None) -> list[tuple[str | None, int]]:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    return [(printed.label, printed.day) for printed in page_dates(tree, url)]


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {"@type": "NewsArticle", "datePublished": "2021-03-09", "dateModified": "2021-03-10"}


@pytest.mark.parametrize("data", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebPage"}, ARTICLE]}])
def test_json_ld_is_read_wherever_the_article_stands(data: object) -> None:
    assert dates(script(data)) == [("published", 9), ("updated", 10)]


def test_json_ld_of_other_things_is_passed_over() -> None:
    assert dates(script({"@type": "Event", "datePublished": "2021-03-09"})) == []


@pytest.mark.parametrize("text", ["{not json", "[" * 5000, ""])
def test_broken_json_ld_is_passed_over(text: str) -> None:
    tree = html.document_fromstring(
        f'<html><body><script type="application/ld+json">{text}</script></body></html>'
    )
    assert list(json_ld(tree)) == []


@pytest.mark.parametrize(
    ("meta", "label"),
    [
        ('<meta property="article:published_time" content="2021-03-09T10:00:00Z">', "published"),
        ('<meta property="article:modified_time" content="2021-03-09">', "updated"),
        ('<meta name="pubdate" content="9 March 2021">', "published"),
        ('<meta itemprop="dateModified" content="2021-03-09">', "updated"),
    ],
)
def test_meta_tags_are_read(meta: str, label: str) -> None:
    assert dates(meta) == [(label, 9)]


def test_meta_tags_of_other_names_are_passed_over() -> None:
    assert dates('<meta name="expires" content="2021-03-09">') == []


@pytest.mark.parametrize(
    ("element", "label"),
    [
        ('<time datetime="2021-03-09T10:00Z">yesterday</time>', "published"),
        ("<time>9 March 2021</time>", "published"),
        ('<time itemprop="dateModified" datetime="2021-03-09">x</time>', "updated"),
        ('<p>Last updated <time datetime="2021-03-09">x</time></p>', "updated"),
    ],
)
def test_time_elements_are_read(element: str, label: str) -> None:
    assert dates(body=element) == [(label, 9)]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2021/03/09/talks",
        "https://example.org/world/2021/mar/09/talks",
        "https://example.org/talks/2021-03-09/",
    ],
)
def test_the_address_is_the_last_resort(url: str) -> None:
    assert dates(url=url) == [(None, 9)]
    assert dates(script({**ARTICLE, "datePublished": "2021-03-08"}), url=url)[0] == ("published", 8)


def test_an_address_without_a_date_tells_none() -> None:
    assert dates(url="https://example.org/2021/talks") == []
