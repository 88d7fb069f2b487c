"""Furniture among the elements of a page."""

from __future__ import annotations

import pytest
from lxml import html

from dragoman.errors import DataError
from dragoman.ingest import parts
from dragoman.ingest.parts import Part, part_rules, take_parts

PROSE = "<p>" + "The envoy left the capital without a word to the press. " * 6 + "</p>"


def taken(element: str) -> list[Part]:
    return take_parts(html.document_fromstring(f"<html><body>{PROSE}{element}</body></html>"))


@pytest.mark.parametrize(
    ("element", "kind", "text"),
    [
        ("<figcaption>A flag</figcaption>", "caption", "A flag"),
        ("<div class='wp-caption-text'>A flag</div>", "caption", "A flag"),
        ("<span class='photo-credit'>Jo Writer</span>", "credit", "Jo Writer"),
        ("<div class='Byline--author'>By Jo Writer</div>", "byline", "By Jo Writer"),
        ("<a rel='author'>Jo Writer</a>", "byline", "Jo Writer"),
        ("<span itemprop='author'>Jo Writer</span>", "byline", "Jo Writer"),
        ("<div class='article-meta__author-bureau'>Desk</div>", "byline", "Desk"),
        ("<div class='storyTimestamp timestamp'>March 9</div>", "dateline", "March 9"),
        ("<time>March 9</time>", "dateline", "March 9"),
        ("<div id='newsletter-signup'>Sign up</div>", "boilerplate", "Sign up"),
        ("<div class='ShareBar'>Tweet</div>", "boilerplate", "Tweet"),
    ],
)
def test_a_part_is_taken_out_by_kind(element: str, kind: str, text: str) -> None:
    assert [(part.kind, part.text) for part in taken(element)] == [(kind, text)]


@pytest.mark.parametrize(
    "element",
    [
        "<div class='story-body'>Text</div>",
        "<div class='authoritative'>Text</div>",
        "<div class='shareholders'>Text</div>",
        "<div class='captioned-article-body'>Text</div>",
        "<main class='related'>Text</main>",
        "<article class='author'>Text</article>",
    ],
)
def test_other_elements_stay(element: str) -> None:
    assert taken(element) == []


def text(page: html.HtmlElement) -> str:
    return "".join(map(str, page.itertext()))


def test_an_element_that_holds_the_article_is_never_taken() -> None:
    page = html.document_fromstring(f"<html><body><div class='related'>{PROSE}</div></body></html>")
    assert take_parts(page) == []
    assert "envoy" in text(page)


def test_a_taken_part_is_gone_from_the_page() -> None:
    page = html.document_fromstring(
        f"<html><body>{PROSE}<figcaption>A flag</figcaption> tail</body></html>"
    )
    take_parts(page)
    assert "A flag" not in text(page)
    assert "tail" in text(page)


def test_lists_are_taken_item_by_item() -> None:
    found = taken("<ul class='story-highlights'><li>One</li><li>Two</li></ul>")
    assert [part.text for part in found] == ["One", "Two"]


def test_what_is_inside_a_taken_part_is_taken_once() -> None:
    found = taken("<figcaption>A flag <span class='photo-credit'>Jo</span></figcaption>")
    assert [(part.kind, part.text) for part in found] == [("caption", "A flag Jo")]


def test_a_wrong_entry_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "read_toml", lambda _: {"part": [{"kind": "byline"}]})
    with pytest.raises(DataError, match=r"parts\.toml.*tags"):
        part_rules.__wrapped__()
