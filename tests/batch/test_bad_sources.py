"""Sources that are no good end to end: each is told with its reason, and the rest goes on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dragoman.batch import Added, StoreKeeper, Watch, add
from dragoman.batch.shortness import LEAST_WORDS, too_short
from dragoman.ingest import from_text
from dragoman.ingest.watch import WatchedSource
from dragoman.store import Store
from dragoman.store.checking import check_store
from tests.batch.articles import OTHER, PARAGRAPHS, text
from tests.batch.readers import HandReader
from tests.ingest.watch.serving import LOCAL, Site, TestClock, serving

GOOD = "/good"
FUTURE = (datetime.now(UTC) + timedelta(days=400)).date().isoformat()


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A file is enough here: the database does not see the sources."""
    return str(tmp_path / "ledger.sqlite")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        put_page(running, GOOD, *OTHER)
        yield running


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the server of the tests without a pause between two requests."""
    monkeypatch.setattr("dragoman.batch.sources.DELAY", 0.0)


def put_page(site: Site, path: str, *words: str, head: str = "") -> None:
    """Serve an article."""
    body = "".join(f"<p>{each}</p>" for each in words)
    site.put(path, f"<html><head>{head}</head><body><h1>News</h1>{body}</body></html>")


def put_no_article(site: Site) -> str:
    site.put("/empty", "<html><body><nav>Home</nav></body></html>")
    return "/empty"


def put_endless_redirects(site: Site) -> str:
    site.put("/loop", status=302, Location=f"{site.url}/loop")
    return "/loop"


def put_huge(site: Site) -> str:
    site.put("/huge", "<p>word</p>" * LOCAL.max_bytes)
    return "/huge"


def put_bomb(site: Site) -> str:
    site.put("/bomb", gzip.compress(b"\0" * 200_000_000), Content_Encoding="gzip")
    return "/bomb"


def put_wrong_encoding(site: Site) -> str:
    site.put("/encoding", b"\x00\x01\x02\xff\xfe\x00\xd8" * 400)
    return "/encoding"


def put_future(site: Site) -> str:
    head = f'<meta property="article:published_time" content="{FUTURE}T10:00:00Z">'
    put_page(site, "/future", *PARAGRAPHS, head=head)
    return "/future"


def put_picture(site: Site) -> str:
    site.put("/picture", b"\x89PNG", Content_Type="image/png")
    return "/picture"


def put_broken_feed(site: Site) -> str:
    site.put("/broken", "<rss><channel><item><link>x", Content_Type="application/rss+xml")
    return "/broken"


def put_entities(site: Site) -> str:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    )
    site.put("/entities", bomb, Content_Type="application/rss+xml")
    return "/entities"


def put_nothing(site: Site) -> str:
    _ = site
    return "/nothing"


def put_busy(site: Site) -> str:
    site.put("/busy", status=503)
    return "/busy"


BAD = [
    (put_no_article, "NoBody"),
    (put_endless_redirects, "FetchError"),
    (put_huge, "TooLarge"),
    (put_bomb, "TooLarge"),
    (put_wrong_encoding, "NotText"),
    (put_future, "BadDate"),
    (put_picture, "NotText"),
    (put_broken_feed, "FetchError"),
    (put_entities, "FetchError"),
    (put_nothing, "FetchError"),
]


@pytest.mark.parametrize(("put", "error"), BAD)
def test_a_bad_url_is_told_and_the_rest_added(
    store: Store, reader: HandReader, site: Site, put: Callable[[Site], str], error: str
) -> None:
    bad, good = f"{site.url}{put(site)}", f"{site.url}{GOOD}"
    first, second = add(store, [bad, good], reader, settings=LOCAL)
    assert (type(first.error).__name__, second.outcome) == (error, "new")
    assert first.error is not None
    assert (first.error.source, bool(first.error.message)) == (bad, True)


def test_a_server_that_is_busy_is_told(store: Store, reader: HandReader, site: Site) -> None:
    (added,) = add(store, f"{site.url}{put_busy(site)}", reader, settings=LOCAL)
    assert type(added.error).__name__ == "TryLater"


def test_the_rest_of_a_feed_is_added(store: Store, reader: HandReader, site: Site) -> None:
    paths = [GOOD, *(put(site) for put, _ in BAD[:6])]
    site.put_feed("/feed", *paths)
    added = list(add(store, f"{site.url}/feed", reader, settings=LOCAL))
    assert sorted(each.outcome for each in added) == ["failed"] * 6 + ["new"]


def test_a_feed_that_was_saved_is_read(
    store: Store, reader: HandReader, site: Site, tmp_path: Path
) -> None:
    site.put_feed("/feed", GOOD)
    path = tmp_path / "feed.xml"
    path.write_bytes(site.replies["/feed"][2])
    (added,) = add(store, path, reader, settings=LOCAL)
    assert added.outcome == "new"


def warc(path: Path, *pages: tuple[str, str]) -> Path:
    """Write a web archive."""
    records: list[bytes] = []
    for url, body in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2024-05-07T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:{len(records)}>\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n"
        )
        records.append(gzip.compress(head.encode() + b"\r\n" + answer + b"\r\n\r\n"))
    path.write_bytes(b"".join(records))
    return path


def page(*words: str) -> str:
    return f"<html><body><h1>News</h1>{''.join(f'<p>{each}</p>' for each in words)}</body></html>"


def test_what_is_whole_of_a_broken_archive_is_added(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    urls = ("https://wire.example/1", "https://wire.example/2")
    path = warc(tmp_path / "a.warc.gz", (urls[0], page(*OTHER)), (urls[1], page(*PARAGRAPHS)))
    path.write_bytes(path.read_bytes()[:-150])
    added = list(add(store, path, reader, settings=LOCAL))
    assert [each.outcome for each in added] == ["new", "failed"]


def test_bad_lines_are_told_and_the_rest_added(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    rows = [
        json.dumps({"text": text(*PARAGRAPHS), "published": FUTURE}),
        "{not json",
        json.dumps({"title": "No text"}),
        json.dumps({"text": text(*OTHER), "published": "2024-05-07"}),
        json.dumps({"text": "Der Gesandte traf am Dienstag die Fischer beider Inseln im Hafen."}),
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    added = list(add(store, path, reader, settings=LOCAL))
    errors = [type(each.error).__name__ for each in added]
    assert errors == ["BadDate", "NotText", "EmptyInput", "NoneType", "WrongLanguage"]


def test_a_watch_goes_on_beside_bad_sources(store: Store, reader: HandReader, site: Site) -> None:
    site.put_feed("/feed", GOOD, *(put(site) for put, _ in BAD[:6]))
    put_broken_feed(site)
    sources = [WatchedSource(name, f"{site.url}/{name}") for name in ("broken", "feed", "gone")]
    with Watch(store, sources, reader, settings=LOCAL, clock=TestClock()) as watching:
        done = [each for each in watching.round() if isinstance(each, Added)]
        failures = {source.name: state.failures for source, state in watching.states()}
    assert sorted(each.outcome for each in done) == ["failed"] * 6 + ["new"]
    assert failures == {"broken": 1, "feed": 0, "gone": 1}
    assert StoreKeeper(store).source("feed").dead == 6
    with store.view() as view:
        assert check_store(view).faults == []


@pytest.mark.parametrize("words", ["Closed.", "The office is closed until further notice."])
def test_a_page_of_a_few_words_is_no_article(
    store: Store, reader: HandReader, site: Site, words: str
) -> None:
    put_page(site, "/short", words)
    bad, good = f"{site.url}/short", f"{site.url}{GOOD}"
    first, second = add(store, [bad, good], reader, settings=LOCAL)
    assert (type(first.error).__name__, second.outcome) == ("NoBody", "new")


def test_a_title_makes_no_article_of_a_few_words() -> None:
    told = " ".join(["The envoy of Norway met fishermen"] * 4)
    assert too_short(from_text("The ban is over.", title=told)) is not None


@pytest.mark.parametrize(("count", "refused"), [(LEAST_WORDS - 1, True), (LEAST_WORDS, False)])
def test_a_short_readout_is_an_article(count: int, refused: bool) -> None:
    words = "The minister spoke by telephone with his counterpart today. " * 3
    found = from_text(" ".join(words.split()[:count]))
    assert (too_short(found) is not None) == refused
