"""Bytes become text in their own encoding, or an error that names them."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EmptyInput, InputError, NotText
from dragoman.ingest.encoding import decode

ENGLISH = "The envoy said “not yet” – and left the café in São Paulo for Zürich."


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode(),
        ENGLISH.encode("utf-8-sig"),
        ENGLISH.encode("utf-16"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("utf-32"),
        ENGLISH.encode("utf-16-le"),
        ENGLISH.encode("cp1252"),
    ],
)
def test_common_encodings_are_told(data: bytes) -> None:
    assert decode(data) == ENGLISH


RUSSIAN = "Министр иностранных дел заявил, что переговоры будут продолжены."


def test_the_charset_of_the_header_is_used() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), declared="koi8-r") == RUSSIAN


@pytest.mark.parametrize(
    "head",
    [
        '<html><head><meta charset="windows-1251">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_the_charset_of_the_page_is_used(head: str) -> None:
    assert decode((head + RUSSIAN).encode("cp1251")) == head + RUSSIAN


def test_utf8_beats_a_wrong_declaration() -> None:
    assert decode("naïve".encode(), declared="iso-8859-1") == "naïve"


def test_an_unknown_charset_is_passed_over() -> None:
    assert decode("naïve".encode("cp1252"), declared="x-no-such") == "naïve"


def test_undeclared_bytes_are_guessed() -> None:
    assert decode(RUSSIAN.encode("cp1251") * 3) == RUSSIAN * 3


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\x00\x00"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="feed\\.txt"):
        decode(data, source="feed.txt")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\x1f\x8b\x08....", "a gzip archive"),
        (b"\x7fELF\x02\x01", "a program"),
    ],
)
def test_files_that_are_no_text_are_named(data: bytes, name: str) -> None:
    with pytest.raises(NotText, match=name):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x00\x01\x02\x03\x04" * 40,
        "“naïve” café ".encode() * 5 + b"\xff\xfe",
        b"The envoy said \xff\xfe\xfd\xfc and left.",
        codecs.BOM_UTF16_LE + b"\x00",
        "\ufffd\ufffd\ufffd gone".encode(),
    ],
)
def test_broken_bytes_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(NotText, match=r"page\.html: .*UTF-8"):
        decode(data, source="page.html")


@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_an_input_error(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert decode(data, source="x")


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Co", "Cn"]), min_size=1
    )
)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    marked = "The text: " + text
    assert decode(marked.encode()) == marked
