"""A name is found in whatever may be given to be read."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from typing import Any

import pytest

from dragoman.crises.review.deposited import words_of
from dragoman.crises.review.redacting import Names
from dragoman.settings import Settings
from dragoman.store.given import Deposit
from tests.ingest.test_warc import record

ZOE = "Zoë Lund"
NAMES = Names.of([ZOE], ZOE)
LINE = json.dumps({"title": "A visit", "text": f"Minister {ZOE} spoke."}).encode()
PAGE = f"<p>Minister <b>Zo&euml;</b> Lund spoke to {'x' * 50}.</p>".encode()


def names(suffix: str, data: bytes, settings: Settings | None = None, /, **told: Any) -> bool:
    """Tell whether the name is found in a deposit."""
    deposit = Deposit(name="given", suffix=suffix, data=data, **told)
    return any(NAMES.full.search(each) for each in words_of(deposit, settings or Settings()))


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        ("", "ZOË  LUND\nspoke.".encode()),
        (".txt", ZOE.encode("utf-16")),
        (".txt", f"Minister {ZOE} spoke of it in Oslo.".encode("latin-1")),
        (".html", PAGE),
        (".rss", b"<item><title>Zo&#235; Lund speaks</title></item>"),
        (".jsonl", LINE),
        (".json", json.dumps({"text": "Zo\u00eb\nLund"}).encode()),
        (".txt.gz", gzip.compress(ZOE.encode())),
        (".html.gz", gzip.compress(PAGE)),
        (".jsonl.xz", lzma.compress(LINE)),
        (".jsonl.bz2", bz2.compress(LINE)),
        (".jsonl.gz", gzip.compress(LINE * 400)[:-9]),
        (".warc", record(PAGE)),
        (".warc.gz", gzip.compress(record(gzip.compress(PAGE), Content_Encoding="gzip"))),
    ],
)
def test_a_name_is_found(suffix: str, data: bytes) -> None:
    assert names(suffix, data)


@pytest.mark.parametrize("told", ["title", "outlet", "url"])
def test_a_name_is_found_in_what_is_told_beside(told: str) -> None:
    assert names("", b"Nothing.", **{told: "https://wire.example/zoë-lund-speaks"})


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        ("", b"Zoe Lundgren spoke."),
        (".html", b"<p>Lund spoke.</p>"),
        (".txt.gz", b"no archive"),
        (".warc", b"no archive"),
        (".txt", b"\x00\x01\xff"),
    ],
)
def test_what_does_not_hold_the_name_is_left_alone(suffix: str, data: bytes) -> None:
    assert not names(suffix, data)


@pytest.mark.parametrize(
    "data",
    [
        record(PAGE),
        gzip.compress(record(PAGE)),
        record(f"<p>Minister {ZOE} spoke.</p>".encode("latin-1")),
        record(b"Gone.", "https://wire.example/zo\u00eb-lund-speaks", status="404 Not Found"),
        record(PAGE)[:-20],
        record(b"A page.") + record(PAGE) + b"WARC/1.0 and then noise",
    ],
)
def test_what_the_reader_of_archives_refuses_is_looked_at_as_it_is(data: bytes) -> None:
    suffix = ".warc.gz" if data.startswith(b"\x1f\x8b") else ".warc"
    assert names(suffix, data, Settings(max_bytes=10))


def test_as_much_is_looked_into_as_workers_may_read() -> None:
    data = gzip.compress(b"x " * 600 + ZOE.encode())
    assert not names(".txt.gz", data, Settings(max_decompressed=1000))
    assert names(".txt.gz", data, Settings(max_decompressed=2000))


def test_pages_of_an_archive_are_under_the_limits_of_workers() -> None:
    page = gzip.compress(b"x " * 600 + PAGE)
    data = record(page, Content_Encoding="gzip")
    assert not names(".warc", data, Settings(max_decompressed=1000))
    assert names(".warc", data, Settings(max_decompressed=2000))
