"""The pages of a web archive become articles; what is damaged or cut off is told."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from dragoman.errors import EmptyInput, InputError, NotText, TooLarge
from dragoman.ingest import articles
from dragoman.records import Article
from dragoman.settings import Settings


def brotli(data: bytes) -> bytes:
    packed = BytesIO()
    with BrotliWriter(packed) as writer:
        writer.write(data)
    return packed.getvalue()


def words(number: int) -> str:
    return f"The envoy made stop number {number} of the tour on Sunday, aides said."


def page(number: int) -> bytes:
    return f"<html><body><h1>Tour</h1><p>{words(number)}</p></body></html>".encode()


def record(
    body: bytes,
    url: str = "https://news.example/1",
    *,
    kind: str = "response",
    status: str = "200 OK",
    **headers: str,
) -> bytes:
    named = {"Content_Type": "text/html; charset=utf-8", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items())
    block = body
    if kind == "response":
        block = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body
        lines = "Content-Type: application/http; msgtype=response\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2020-01-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{len(body)}>\r\n{lines}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(path: Path, data: bytes, settings: Settings | None = None) -> list[Article | InputError]:
    path.write_bytes(data)
    return list(articles(path, settings=settings or Settings()))


def texts(found: list[Article | InputError]) -> list[str]:
    return [each.text for each in found if isinstance(each, Article)]


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.warc", bytes), ("a.warc.gz", gzip.compress), ("A.WARC.GZ", gzip.compress)],
)
def test_the_pages_of_an_archive_are_read(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes]
) -> None:
    one, two = record(page(1)), record(page(2), "https://www.bbc.com/news/2")
    found = read(tmp_path / name, pack(one) + pack(two))
    assert texts(found) == [f"Tour\n\n{words(1)}", f"Tour\n\n{words(2)}"]
    assert isinstance(found[1], Article)
    assert (found[1].url, found[1].publisher) == ("https://www.bbc.com/news/2", "BBC")


@pytest.mark.parametrize(
    "other",
    [
        record(b"software: x", kind="warcinfo"),
        record(b"GET / HTTP/1.1", kind="request"),
        record(b"\x89PNG", Content_Type="image/png"),
        record(page(3), status="404 Not Found"),
        record(b"", status="301 Moved", Location="/x"),
        record(b"User-agent: *", "https://a.example/robots.txt", Content_Type="text/plain"),
        record(b"", kind="revisit"),
    ],
)
def test_what_is_no_page_is_passed_over(tmp_path: Path, other: bytes) -> None:
    found = read(tmp_path / "a.warc", other + record(page(1)) + other)
    assert texts(found) == [f"Tour\n\n{words(1)}"]
    assert len(found) == 1


def test_resources_and_plain_texts_are_read(tmp_path: Path) -> None:
    plain = f"Tour of the envoy\n\n{words(2)}".encode()
    data = record(page(1), kind="resource")
    data += record(plain, kind="conversion", Content_Type="text/plain")
    assert texts(read(tmp_path / "a.warc", data)) == [
        f"Tour\n\n{words(1)}",
        f"Tour of the envoy\n\n{words(2)}",
    ]


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x;a=b\r\n%s\r\n0\r\n\r\n" % (9, body[:9], len(body) - 9, body[9:])


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page(1)), {"Content_Encoding": "gzip"}),
        (zlib.compress(page(1)), {"Content_Encoding": "deflate"}),
        (brotli(page(1)), {"Content_Encoding": "br"}),
        (chunked(page(1)), {"Transfer_Encoding": "chunked"}),
        (
            chunked(gzip.compress(page(1))),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
        ),
        (page(1), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (page(1).replace(b"Tour", b"Tour"), {"Content_Type": "text/html"}),
    ],
)
def test_a_body_is_read_as_it_was_sent(
    tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    found = read(tmp_path / "a.warc", record(body, url="https://a.example/", **headers))
    assert texts(found) == [f"Tour\n\n{words(1)}"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.warc", record(page(1)) + record(page(2))[:-30], "breaks off within this record"),
        ("a.warc", record(page(1)) + record(page(2))[:70], "breaks off within this record"),
        ("a.warc", record(page(1)) + b"rubbish\r\n" + record(page(2)), "damaged"),
        (
            "a.warc.gz",
            gzip.compress(record(page(1))) + gzip.compress(record(page(2)))[:-60],
            "breaks off|damaged",
        ),
        (
            "a.warc.gz",
            gzip.compress(record(page(1))) + gzip.compress(record(page(2)))[:60] + b"x" * 90,
            "damaged",
        ),
    ],
)
def test_of_a_broken_archive_the_whole_records_are_read_and_the_rest_told(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    first, error = read(tmp_path / name, data)
    assert texts([first]) == [f"Tour\n\n{words(1)}"]
    assert isinstance(error, NotText)
    assert error.source.startswith(str(tmp_path / name))
    with pytest.raises(NotText, match=message):
        raise error


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", EmptyInput),
        (b"This is no archive at all.", NotText),
        (record(b"", kind="warcinfo"), EmptyInput),
        (gzip.compress(b"nor is this"), NotText),
    ],
)
def test_an_archive_without_a_page_is_an_error(
    tmp_path: Path, data: bytes, kind: type[InputError]
) -> None:
    (error,) = read(tmp_path / "a.warc", data)
    assert isinstance(error, kind)


@pytest.mark.parametrize("pack", [gzip.compress, brotli])
def test_a_bomb_in_an_archive_is_refused_and_the_next_page_read(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    coding = "gzip" if pack is gzip.compress else "br"
    bomb = record(pack(bytes(3_000_000)), Content_Encoding=coding)
    limits = Settings(max_decompressed=1_000_000)
    error, article = read(tmp_path / "a.warc", bomb + record(page(1)), limits)
    assert isinstance(error, TooLarge)
    assert isinstance(article, Article)


def test_a_record_that_is_too_large_is_refused_and_the_next_read(tmp_path: Path) -> None:
    large = record(b"<p>" + b"x" * 5000)
    error, article = read(tmp_path / "a.warc", large + record(page(1)), Settings(max_bytes=4000))
    assert isinstance(error, TooLarge)
    assert isinstance(article, Article)


def test_a_page_that_cannot_be_read_is_told_by_record_and_address(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "a.warc", record(b"%PDF-1.7", "https://news.example/x"))
    assert isinstance(error, NotText)
    assert error.source == f"{tmp_path}/a.warc, record 1 (https://news.example/x)"


def test_an_archive_that_is_not_there_is_told(tmp_path: Path) -> None:
    (error,) = articles(tmp_path / "none.warc.gz")
    assert isinstance(error, InputError)
    assert "no such file" in error.message


WHOLE = record(page(1)) + gzip.compress(record(page(2))) + record(page(3))


@examples(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 20), st.binary(max_size=5))))
def test_any_damage_is_told_and_never_more_than_that(
    tmp_path: Path, cuts: list[tuple[int, int, bytes]]
) -> None:
    data = WHOLE
    for start, length, put in cuts:
        data = data[:start] + put + data[start + length :]
    for found in read(tmp_path / "a.warc", data):
        assert isinstance(found, Article | InputError)
