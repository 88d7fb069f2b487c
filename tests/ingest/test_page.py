"""Pages in several house styles become articles."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from dragoman.errors import NoBody, TooComplex, TooLarge
from dragoman.ingest import from_html, page
from dragoman.ingest.page import legal_characters, looks_like_markup
from dragoman.records import Article

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> Article:
    return from_html((PAGES / f"{name}.html").read_text(encoding="utf-8"))


def kinds(article: Article, kind: str) -> list[str]:
    return [item.text for item in article.furniture if item.kind == kind]


def body(article: Article) -> list[str]:
    return [article.text[slice(*span)] for span in article.paragraphs]


@pytest.mark.parametrize(
    ("name", "title", "publisher", "byline", "dateline"),
    [
        (
            "wire",
            "Strait states agree to reopen talks",
            "Reuters",
            "Jo Writer and Sam Reader",
            "MUSCAT",
        ),
        (
            "readout",
            "Secretary Doe’s Call with Foreign Minister Roe",
            "US Department of State",
            "Office of the Spokesperson",
            None,
        ),
        (
            "tabloid",
            "FURY AT BORDER: Minister slams 'reckless' raid as troops mass",
            "The Sun",
            "Jo Writer",
            None,
        ),
        (
            "live",
            "Ceasefire talks live: envoys arrive in Geneva – as it happened",
            "The Guardian",
            None,
            None,
        ),
        ("oped", "The case for a quiet summit", "Harbour Review", "Nora Penn", None),
        (
            "broadcaster",
            "Two sides trade fire at the line, ministers call for calm",
            "NDTV",
            "NDTV News Desk",
            "Srinagar, India",
        ),
    ],
)
def test_what_a_page_says_of_itself(
    name: str, title: str, publisher: str, byline: str | None, dateline: str | None
) -> None:
    article = read(name)
    assert article.title == title
    assert article.publisher == publisher
    assert article.byline == byline
    assert article.dateline == dateline


@pytest.mark.parametrize(
    ("name", "published", "updated"),
    [
        ("wire", "2021-03-09T14:02:11+00:00", "2021-03-09T16:40:00+00:00"),
        ("readout", "2022-08-14T00:00:00+00:00", None),
        ("tabloid", "2019-11-02T08:15:00+00:00", "2019-11-02T09:31:00+00:00"),
        ("live", "2021-02-03T07:00:12+00:00", None),
        ("oped", "2022-05-30T00:00:00+00:00", None),
        ("broadcaster", None, "2019-02-27T11:42:00+05:30"),
    ],
)
def test_the_dates_of_a_page(name: str, published: str | None, updated: str | None) -> None:
    article = read(name)
    moments = (article.published_at, article.updated_at)
    assert [each.isoformat() if each else None for each in moments] == [published, updated]


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("wire", 4, "MUSCAT, March 9", "A first round"),
        ("readout", 3, "The following is", "They agreed"),
        ("tabloid", 4, "A FURIOUS", "Neighbouring"),
        ("live", 3, "The first day", "The rebel"),
        ("oped", 4, "Less noise", "I have seen"),
        ("broadcaster", 3, "Srinagar: Troops", "In Islamabad"),
    ],
)
def test_the_body_of_a_page(name: str, count: int, first: str, last: str) -> None:
    paragraphs = body(read(name))
    assert len(paragraphs) == count
    assert paragraphs[0].startswith(first)
    assert paragraphs[-1].startswith(last)


@pytest.mark.parametrize(
    ("name", "kind", "begins"),
    [
        ("wire", "caption", "Flags of the strait"),
        ("wire", "related", "Tanker crew returns home"),
        ("wire", "credit", "Reporting by Jo Writer"),
        ("wire", "dateline", "MUSCAT, March 9 (Reuters) -"),
        ("tabloid", "caption", "Troops were seen"),
        ("tabloid", "related", "SHOCK VIDEO"),
        ("tabloid", "boilerplate", "Sign up for our"),
        ("live", "dateline", "16.20 GMT"),
        ("live", "dateline", "Updated at 13.20"),
        ("oped", "highlight", "Summits are judged"),
        ("oped", "boilerplate", "Nora Penn is a former"),
        ("oped", "boilerplate", "The views expressed"),
        ("broadcaster", "highlight", "Firing began before dawn"),
        ("broadcaster", "caption", "Soldiers patrol near"),
        ("broadcaster", "related", "Pilots briefed"),
        ("broadcaster", "credit", "(Except for the headline"),
        ("readout", "boilerplate", "Facebook Twitter"),
    ],
)
def test_the_furniture_of_a_page(name: str, kind: str, begins: str) -> None:
    assert any(text.startswith(begins) for text in kinds(read(name), kind))


@pytest.mark.parametrize("name", ["wire", "readout", "tabloid", "live", "oped", "broadcaster"])
def test_furniture_without_a_span_is_not_in_the_body(name: str) -> None:
    article = read(name)
    paragraphs = set(body(article))
    assert not paragraphs & {item.text for item in article.furniture if item.span is None}


def test_reading_a_page_touches_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read("wire").title


def test_a_url_from_outside_tells_the_outlet() -> None:
    markup = "<html><body><p>The envoy left the capital on Sunday, an aide said.</p></body></html>"
    article = from_html(markup, url="https://www.dawn.com/news/1")
    assert (article.publisher, article.url) == ("Dawn", "https://www.dawn.com/news/1")


def test_a_link_in_running_text_stays_in_it() -> None:
    markup = (
        "<html><body><article><h1>Envoy leaves the capital</h1><p>The envoy, who had come for "
        "talks with the <a class='related'>northern council</a> and the king, left the capital on "
        "Sunday without a word to the press that had waited for him since dawn.</p>"
        "</article></body></html>"
    )
    assert "the northern council and the king" in from_html(markup).text


def test_line_breaks_part_paragraphs() -> None:
    markup = (
        "<html><body><article><h1>Envoy leaves the capital</h1><div>The envoy left the capital on "
        "Sunday without a word to the press.<br><br>He is to be back within a week, an aide "
        "said, if the other side agrees to talk.</div></article></body></html>"
    )
    assert len(body(from_html(markup))) == 2


@pytest.mark.parametrize(
    "markup",
    ["<html><body></body></html>", "<html><head><title>Only a title</title></head></html>", "<br>"],
)
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(NoBody, match=r"page.*article"):
        from_html(markup)


def test_a_deep_page_is_refused() -> None:
    with pytest.raises(TooComplex, match="nested"):
        from_html("<html><body>" + "<div>" * 20_000 + "text")


def test_a_page_just_deep_enough_is_read() -> None:
    depth = 400
    text = "<p>The envoy left the capital on Sunday without a word to the press.</p>"
    article = from_html("<html><body>" + "<div>" * depth + text + "</div>" * depth)
    assert article.text.startswith("The envoy left")


def test_a_page_with_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_LARGEST_TEXT", 100)
    with pytest.raises(TooLarge, match="characters"):
        from_html("<html><body><p>" + "word " * 50)


@pytest.mark.parametrize(
    ("markup", "legal"),
    [
        ("a&#x0;b&#1;c&#x1F;", "abc"),
        ("&#147;no&#148; &#x96; yes", "“no” – yes"),
        ("&#1114112;&#xD800;&#xFFFE;", ""),
        ("bell\x07 null\x00 mark\ufffe", "bell null mark"),
        ("&#10;&#13;&#9;", "\n\r\t"),
        ("&#39;&amp;&#160;&#8217;&#1234;&#x1F4A5;", "&#39;&amp;&#160;&#8217;&#1234;💥"),
    ],
)
def test_characters_no_page_may_hold_are_dropped(markup: str, legal: str) -> None:
    assert legal_characters(markup) == legal


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <html lang=en>", True),
        ("<?xml version='1.0'?><html/>", True),
        ("<p>Text</p>", True),
        ("<3 is how he signed the note", False),
        ("<envoy@example.org> wrote", False),
        ("Plain text with <b>bold</b> words", False),
    ],
)
def test_markup_is_told_from_text(text: str, markup: bool) -> None:
    assert looks_like_markup(text) is markup


def test_times_are_aware() -> None:
    for path in PAGES.glob("*.html"):
        article = from_html(path.read_text(encoding="utf-8"))
        moments = [each for each in (article.published_at, article.updated_at) if each]
        assert all(each.tzinfo for each in moments)
