"""Decompression within limits."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import FetchError, TooLarge
from dragoman.ingest.inflate import Body

TEXT = b"The envoy left. " * 1000


def inflate(data: bytes, coding: str, *, step: int = 100, limit: int = 10**6) -> bytes:
    body = Body(coding, max_bytes=10**6, max_decompressed=limit, source="page")
    for start in range(0, len(data), step):
        body.add(data[start : start + step])
    return body.whole()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:5000]) + gzip.compress(TEXT[5000:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
    ],
)
def test_every_coding_gives_the_text_back(coding: str, data: bytes) -> None:
    assert inflate(data, coding) == TEXT


def test_a_bomb_is_refused_long_before_it_is_unpacked() -> None:
    with pytest.raises(TooLarge, match=r"page: .*once decompressed"):
        inflate(gzip.compress(bytes(50_000_000)), "gzip")


def test_too_much_as_sent_is_refused() -> None:
    body = Body("", max_bytes=10, max_decompressed=100, source="page")
    body.add(b"x" * 10)
    with pytest.raises(TooLarge, match="more than 10 bytes"):
        body.add(b"x")


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_other_codings_are_refused(coding: str) -> None:
    with pytest.raises(FetchError, match=coding):
        inflate(b"x", coding)


def test_a_body_that_is_cut_off_is_refused() -> None:
    with pytest.raises(FetchError, match="cut off"):
        inflate(gzip.compress(TEXT)[:-20], "gzip")


def test_a_body_that_is_not_compressed_as_told_is_refused() -> None:
    with pytest.raises(FetchError, match="wrongly"):
        inflate(TEXT, "gzip")


@given(st.binary(max_size=2000), st.integers(1, 500))
def test_the_size_of_the_pieces_does_not_matter(data: bytes, step: int) -> None:
    assert inflate(gzip.compress(data), "gzip", step=step) == data
