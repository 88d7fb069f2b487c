"""What people paste and upload is read as any article, and nothing of it is taken for a path."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from dragoman.batch import Done, Worker
from dragoman.batch.given import found_in
from dragoman.errors import InputError
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.given import Deposit
from dragoman.store.tables import jobs
from tests.batch.articles import OTHER, PARAGRAPHS
from tests.batch.readers import HandReader, Told

SETTINGS = Settings(max_bytes=200_000, max_decompressed=400_000)
TEXT = "\n\n".join(PARAGRAPHS)
PAGE = f"<html><body><article><h1>A title of a page</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p>"


def lines(*texts: str) -> bytes:
    return "\n".join(json.dumps({"text": each}) for each in texts).encode()


def pasted(text: str = TEXT, **known: str) -> Deposit:
    return Deposit(name="pasted text", suffix="", data=text.encode(), **known)


def uploaded(suffix: str, data: bytes, **known: str) -> Deposit:
    return Deposit(name=f"March{suffix}", suffix=suffix, data=data, **known)


def found(store: Store, deposit: Deposit) -> list[Article | InputError]:
    return [each.found for each in found_in(deposit, store, SETTINGS)]


def give(store: Store, deposit: Deposit, key: str = "one") -> int:
    """Put a deposit in as a job."""
    with store.work() as unit:
        unit.jobs.put("add", {"deposit": key})
        job = unit.jobs.find("add", {"deposit": key})
        assert job is not None
        unit.given.deposit(job.id, deposit)
    return job.id


def work(store: Store, reader: HandReader) -> list[Done]:
    worker = Worker(store, reader, settings=SETTINGS)
    return [each for each in worker.run() if isinstance(each, Done)]


def test_a_pasted_text_is_an_article_with_what_is_known_of_it(store: Store) -> None:
    known = {"title": "Talks resume in Geneva", "outlet": "Bergen Post", "published": "2024-01-02"}
    (article,) = found(store, pasted(url="https://post.example/1", **known))
    assert isinstance(article, Article)
    told = (article.title, article.publisher, article.url, str(article.published_at)[:10])
    assert told == (known["title"], "Bergen Post", "https://post.example/1", "2024-01-02")


@pytest.mark.parametrize("text", ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/"])
def test_a_text_is_never_a_path_or_an_address(store: Store, text: str) -> None:
    (told,) = found(store, pasted(text))
    assert isinstance(told, InputError) or told.text == text


@pytest.mark.parametrize(
    ("suffix", "data", "count"),
    [
        (".txt", TEXT.encode(), 1),
        (".html", PAGE.encode(), 1),
        (".jsonl", lines(TEXT, "\n\n".join(OTHER)), 2),
        (".jsonl.gz", gzip.compress(lines(TEXT)), 1),
    ],
)
def test_files_are_read(store: Store, suffix: str, data: bytes, count: int) -> None:
    told = found(store, uploaded(suffix, data))
    assert [isinstance(each, Article) for each in told] == [True] * count


def test_a_page_is_of_the_outlet_of_its_address(store: Store) -> None:
    (article,) = found(store, uploaded(".html", PAGE.encode(), url="https://www.bbc.com/news/1"))
    assert isinstance(article, Article)
    assert article.url == "https://www.bbc.com/news/1"


@pytest.mark.parametrize(
    ("suffix", "data", "message"),
    [
        (".pdf", b"%PDF", "not read"),
        ("/../../x.txt", b"A", "not read"),
        (".jsonl.gz", gzip.compress(b" " * 500_000), "more than 400,000 bytes"),
        (".txt.gz", gzip.compress(b"a" * 500_000), "more than 400,000 bytes"),
        (".jsonl.gz", b"no gzip", "cannot be read"),
        (
            ".xml",
            b'<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item>&a;</item></channel></rss>',
            "",
        ),
    ],
)
def test_what_cannot_be_read_is_told_by_its_name(
    store: Store, suffix: str, data: bytes, message: str
) -> None:
    told = found(store, uploaded(suffix, data))
    assert told
    for each in told:
        assert isinstance(each, InputError)
        assert message in each.message
        assert (each.source.startswith("March"), "dragoman-" in str(each)) == (True, False)


def test_a_deposit_is_read_once_and_let_go(store: Store, reader: HandReader) -> None:
    job = give(store, pasted())
    (done,) = work(store, reader)
    assert (done.state, done.added) == ("done", 1)
    with store.view() as view:
        assert view.given.of(job) is None
        (result,) = view.given.results(job)
        assert (result.outcome, result.article) == ("new", next(view.articles()).id)


def test_what_is_known_already_leads_to_its_article(store: Store, reader: HandReader) -> None:
    give(store, pasted())
    job = give(store, pasted(), "two")
    work(store, reader)
    with store.view() as view:
        (result,) = view.given.results(job)
        assert (result.outcome, result.article) == ("known", next(view.articles()).id)


def test_what_fails_is_told_with_the_reason(store: Store, reader: HandReader) -> None:
    job = give(store, uploaded(".jsonl", lines(TEXT) + b"\n{}"))
    (done,) = work(store, reader)
    with store.view() as view:
        failed, read = view.given.results(job)
    assert (done.state, read.outcome, failed.outcome) == ("done", "new", "failed")
    assert (failed.name or "").startswith("March.jsonl")
    assert failed.error


def test_a_deposit_that_cannot_be_read_is_not_kept(store: Store, reader: HandReader) -> None:
    job = give(store, uploaded(".pdf", b"%PDF"))
    (done,) = work(store, reader)
    with store.view() as view:
        assert (done.state, view.given.of(job)) == ("dead", None)
    with store.work() as unit:
        unit.jobs.revive(job)
    (again,) = work(store, reader)
    assert "no longer kept" in str(again.error)


class Meanwhile(HandReader):
    """Lets something happen to the store while it reads."""

    def __init__(self, happens: Callable[[], None]) -> None:
        super().__init__()
        self.happens = happens

    def readings(self, articles: Iterable[Article]) -> Iterator[Told]:
        self.happens()
        yield from super().readings(articles)


def test_what_is_erased_while_it_is_read_is_not_written(store: Store) -> None:
    number = give(store, pasted())

    def erase() -> None:
        with store.work() as unit:
            unit.connection.execute(delete(jobs).where(jobs.c.id == number))

    assert work(store, Meanwhile(erase)) == []
    with store.view() as view:
        assert list(view.articles()) == []


def test_nothing_is_left_on_disk(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    found(store, uploaded(".txt", TEXT.encode()))
    assert set(tmp_path.iterdir()) == before
