"""Whatever a feed is, its good entries are read, its bad ones told, and bad feeds refused."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EmptyInput, FetchError, InputError, NotText, TooComplex, TooLarge
from dragoman.ingest.feeds import FeedEntry, SitemapLink, looks_like_feed, read_feed
from dragoman.settings import Settings

URL = "https://news.example/feeds/world.xml"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>World news</title><link>https://news.example/</link>
<item><title>Envoy leaves &amp; waves</title><link>https://news.example/1</link>
<pubDate>Sat, 04 Jan 2020 15:46:00 +0530</pubDate>
<description><![CDATA[<p>The envoy <b>left</b> on&nbsp;Saturday.</p>]]></description></item>
<item><title>Talks resume</title><link>/2#comments</link><dc:date>2020-01-05</dc:date></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Readouts</title>
<entry><title type="html">A call with &lt;i&gt;the minister&lt;/i&gt;</title>
<link rel="self" href="https://mfa.example/self"/><link href="https://mfa.example/1"/>
<published>2020-01-04T10:16:00Z</published><updated>2020-01-04T12:00:00Z</updated>
<summary>They spoke.</summary></entry></feed>"""

NEWS_SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://news.example/1 </loc><lastmod>2020-01-04T12:00:00+00:00</lastmod>
<image:image><image:title>A picture</image:title></image:image>
<n:news><n:publication><n:name>News</n:name></n:publication>
<n:publication_date>2020-01-04</n:publication_date><n:title>Envoy leaves</n:title></n:news></url>
<url><loc>https://news.example/2</loc></url></urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/a.xml.gz</loc><lastmod>2020-01-04</lastmod></sitemap>
<sitemap><loc>https://news.example/b.xml</loc></sitemap></sitemapindex>"""

READOUTS = """<!doctype html><html><head><title>Readouts</title><base href="https://mfa.example/en/">
</head><body><nav><a href="/about">About</a></nav><ul class="news">
<li><a href="readouts/1">Call with the foreign minister</a> <time datetime="2020-01-04">4 Jan</time>
<li><span>3 January 2020</span> <a href="readouts/2"><b>Visit</b> to the capital</a>
<li>No link here</ul></body></html>"""


def test_rss() -> None:
    feed = read_feed(RSS.encode(), url=URL)
    india = timezone(timedelta(hours=5, minutes=30))
    assert (feed.kind, feed.title, feed.problems) == ("rss", "World news", ())
    assert feed.entries[0] == FeedEntry(
        "https://news.example/1",
        "Envoy leaves & waves",
        datetime(2020, 1, 4, 15, 46, tzinfo=india),
        None,
        "The envoy left on Saturday.",
    )


def test_a_relative_link_is_made_whole_and_loses_its_fragment() -> None:
    assert read_feed(RSS.encode(), url=URL).entries[1].url == "https://news.example/2"


def test_atom_gives_the_link_to_the_page_and_both_dates() -> None:
    feed = read_feed(ATOM.encode())
    assert (feed.kind, feed.title) == ("atom", "Readouts")
    assert feed.entries == (
        FeedEntry(
            "https://mfa.example/1",
            "A call with the minister",
            datetime(2020, 1, 4, 10, 16, tzinfo=UTC),
            datetime(2020, 1, 4, 12, tzinfo=UTC),
            "They spoke.",
        ),
    )


def test_a_feed_of_rdf() -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel><title>News</title></channel>
    <item><title>Envoy leaves</title><link>https://news.example/1</link></item></rdf:RDF>"""
    assert [entry.title for entry in read_feed(rdf.encode()).entries] == ["Envoy leaves"]


def test_a_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Readouts",
        "items": [
            {"id": "1", "url": "/1", "title": "A call", "date_published": "2020-01-04T10:16:00Z"},
            {"id": "2", "external_url": "https://other.example/2", "summary": "They spoke."},
            "nonsense",
            {"id": "3"},
        ],
    }
    read = read_feed(json.dumps(feed).encode(), url="https://mfa.example/feed.json")
    assert [entry.url for entry in read.entries] == [
        "https://mfa.example/1",
        "https://other.example/2",
    ]
    assert read.entries[0].published == datetime(2020, 1, 4, 10, 16, tzinfo=UTC)
    assert read.problems == ("Entry 3 is no object.", "Entry 4 has no link.")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_news_sitemap_also_compressed(pack: type[bytes]) -> None:
    feed = read_feed(pack(NEWS_SITEMAP.encode()))
    first, second = feed.entries
    assert (feed.kind, first.url, first.title) == (
        "sitemap",
        "https://news.example/1",
        "Envoy leaves",
    )
    assert first.published is not None
    assert first.published.date().isoformat() == "2020-01-04"
    assert first.updated == datetime(2020, 1, 4, 12, tzinfo=UTC)
    assert second == FeedEntry("https://news.example/2")


def test_an_index_of_sitemaps_names_them() -> None:
    feed = read_feed(INDEX.encode())
    assert (feed.kind, feed.entries) == ("sitemap index", ())
    assert feed.sitemaps[0].updated is not None
    assert feed.sitemaps[1] == SitemapLink("https://news.example/b.xml")


def test_a_page_of_links_with_the_dates_beside_them() -> None:
    feed = read_feed(READOUTS.encode(), url="https://mfa.example/x", links="ul.news li")
    told = [
        (each.url, each.title, each.published and each.published.date()) for each in feed.entries
    ]
    assert [(url, title, str(day)) for url, title, day in told] == [
        ("https://mfa.example/en/readouts/1", "Call with the foreign minister", "2020-01-04"),
        ("https://mfa.example/en/readouts/2", "Visit to the capital", "2020-01-03"),
    ]
    assert feed.problems == ("Entry 3 has no link.",)


def test_a_selector_may_find_the_links_themselves() -> None:
    feed = read_feed(READOUTS.encode(), links="ul.news a")
    assert [entry.title for entry in feed.entries] == [
        "Call with the foreign minister",
        "Visit to the capital",
    ]


def test_a_selector_that_finds_nothing_is_an_error() -> None:
    with pytest.raises(InputError, match=r"'ul.old a' finds nothing.*page has changed"):
        read_feed(READOUTS.encode(), links="ul.old a")


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ("<title>No link</title>", "Entry 1 has no link."),
        (
            "<link>javascript:alert(1)</link>",
            "Entry 1: 'javascript:alert(1)' is no link to a page.",
        ),
        ("<link>http://[bad/</link>", "Entry 1: 'http://[bad/' is no link to a page."),
        ("<link>https://a.example:99999/</link>", "Entry 1: 'https://a.example:99999/' is no link"),
        ("<link>https://a.example/a b</link>", "Entry 1: 'https://a.example/a b' is no link"),
        ("<link>/1</link><pubDate>soon</pubDate>", "Entry 1: 'soon' is no date."),
        ("<link>/1</link><pubDate>2999-01-01</pubDate>", "Entry 1: it is dated 2999-01-01, which"),
        ("<link>/1</link><title>a & b</title>", "It is not well-formed XML (line 1:"),
    ],
)
def test_a_bad_entry_is_told_and_the_next_read(item: str, problem: str) -> None:
    good = "<item><link>https://news.example/good</link></item>"
    feed = read_feed(f"<rss><channel><item>{item}</item>{good}</channel></rss>".encode(), url=URL)
    assert feed.entries[-1].url == "https://news.example/good"
    assert [each[: len(problem)] for each in feed.problems] == [problem]


def test_a_bad_date_costs_the_date_alone() -> None:
    item = "<item><link>https://a.example/1</link><pubDate>soon</pubDate></item>"
    assert read_feed(f"<rss><channel>{item}</channel></rss>".encode()).entries == (
        FeedEntry("https://a.example/1"),
    )


def test_of_very_many_problems_the_first_are_told() -> None:
    items = "<item><title>x</title></item>" * 70
    problems = read_feed(f"<rss><channel>{items}</channel></rss>".encode()).problems
    assert (len(problems), problems[-1]) == (51, "20 more problems.")


def test_an_article_listed_twice_is_one_entry() -> None:
    item = "<item><link>https://a.example/1</link></item>"
    assert len(read_feed(f"<rss><channel>{item * 2}</channel></rss>".encode()).entries) == 1


@pytest.mark.parametrize("text", [RSS, ATOM, NEWS_SITEMAP, INDEX, "\ufeff" + RSS])
def test_a_feed_looks_like_one(text: str) -> None:
    assert looks_like_feed(text.lstrip("\ufeff"))


@pytest.mark.parametrize(
    "text",
    [READOUTS, "", "The feed <rss> is no more.", "<p>x</p>", '{"text": "News."}', "<channel/>"],
)
def test_what_is_no_feed_does_not_look_like_one(text: str) -> None:
    assert not looks_like_feed(text)


def test_a_json_feed_looks_like_one() -> None:
    assert looks_like_feed('{"version": "https://jsonfeed.org/version/1", "items": []}')


def test_a_feed_without_entries_is_no_error() -> None:
    assert (
        read_feed(b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>").entries == ()
    )


LAUGHS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
]><rss><channel><item><link>https://a.example/&b;</link></item></channel></rss>"""
OUTSIDE = """<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>
<title>&x;</title><link>https://a.example/1</link></item></channel></rss>"""


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", EmptyInput, "empty"),
        (b"not a feed at all", NotText, "no XML"),
        (b"<html><body>Moved</body></html>", NotText, "web page"),
        (b"<opml><body/></opml>", NotText, "its root is 'opml'"),
        (b"<rss><channel><item><title>cut", NotText, "breaks off"),
        (b"<rss><channel><item><![CDATA[cut", NotText, "breaks off"),
        (b"<urlset><url><loc>https://a.example/", NotText, "breaks off"),
        (b'{"items": [{"url": "https://a', NotText, "breaks off"),
        (b'{"items": ' + b"[" * 100_000, NotText, "nested too deep"),
        (b'{"version": "x"}', NotText, "no items"),
        (LAUGHS.encode(), TooComplex, "declares entities"),
        (OUTSIDE.encode(), TooComplex, "declares entities"),
        (b"<rss>" + b"<a>" * 1000 + b"</a>" * 1000 + b"</rss>", TooComplex, "nested too deep"),
        (b"<rss>" + b"<a/>" * 600_001 + b"</rss>", TooComplex, "more than 600,000 tags"),
        (b"<rss>" + b" " * 20_000_000 + b"</rss>", TooLarge, "more than 20,000,000 characters"),
        (b"%PDF-1.7", NotText, "a PDF"),
        (RSS.encode()[:300] + b"\xff\xfe\xfd" * 40 + "é“”".encode() * 99, NotText, "encoding"),
        (gzip.compress(bytes(100_000_000)), TooLarge, "once decompressed"),
        (gzip.compress(RSS.encode())[:-30], FetchError, "cut off"),
    ],
)
def test_a_bad_feed_is_refused(data: bytes, error: type[InputError], message: str) -> None:
    with pytest.raises(error, match=message) as caught:
        read_feed(data, url=URL)
    assert caught.value.source == URL


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (RSS.replace("UTF-8", "ISO-8859-1").replace("Envoy", "Énvoy").encode("cp1252"), None),
        (RSS.replace("Envoy", "Énvoy").encode("utf-16"), None),
        (RSS.replace("Envoy", "Énvoy").encode("cp1252"), "windows-1252"),
    ],
)
def test_a_feed_in_another_encoding(data: bytes, charset: str | None) -> None:
    assert read_feed(data, url=URL, charset=charset).entries[0].title == "Énvoy leaves & waves"


def test_an_entity_of_html_is_read() -> None:
    item = "<item><title>Fran&ccedil;ois</title><link>https://a.example/1</link></item>"
    feed = read_feed(f"<rss><channel>{item}</channel></rss>".encode())
    assert (feed.entries[0].title, feed.problems) == ("François", ())


def test_prefixes_that_were_not_declared_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("feedparser's loose reader was called")

    monkeypatch.setattr("feedparser.api.LooseFeedParser", refuse)
    item = (
        "<item media:x='1'><media:thumbnail url='x'/><title>Envoy leaves</title>"
        "<link>https://a.example/1</link><dc:date>2020-01-05</dc:date></item>"
    )
    feed = read_feed(f"<rss><channel>{item}<:/></channel></rss>".encode())
    assert [entry.title for entry in feed.entries] == ["Envoy leaves"]


def test_an_entry_that_feedparser_fails_on_costs_only_itself() -> None:
    odd = "<entry><link rel='self'><entry><title>Odd</title></entry>x</link></entry>"
    good = "<entry><title>Good</title><link href='https://a.example/1'/></entry>"
    feed = read_feed(f'<feed xmlns="http://www.w3.org/2005/Atom">{odd}{good}</feed>'.encode())
    assert [entry.title for entry in feed.entries] == ["Good"]
    assert "Entry 1 cannot be read." in feed.problems


WHOLE = [RSS, ATOM, NEWS_SITEMAP, INDEX, READOUTS]


@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 40), st.binary(max_size=6)), max_size=4),
    st.booleans(),
)
def test_a_mutated_feed_is_read_or_refused(
    text: str, cuts: list[tuple[int, int, bytes]], as_page: bool
) -> None:
    data = text.encode()
    for start, length, put in cuts:
        data = data[:start] + put + data[start + length :]
    try:
        feed = read_feed(data, url=URL, links="a" if as_page else None, settings=Settings())
    except InputError:
        return
    assert all(entry.url.startswith("http") for entry in feed.entries)


@given(st.text(max_size=60))
def test_any_words_in_place_of_a_date(words: str) -> None:
    item = {"url": "https://a.example/1", "date_published": words}
    published = read_feed(json.dumps({"items": [item]}).encode()).entries[0].published
    assert published is None or published.tzinfo is not None
