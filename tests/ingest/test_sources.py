"""Whatever a source is, it becomes articles or errors that name it."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import (
    BadDate,
    EmptyInput,
    FetchError,
    ForbiddenAddress,
    InputError,
    NotText,
    TooLarge,
    WrongLanguage,
)
from dragoman.ingest import articles, from_html, from_plain, from_text, read_article
from dragoman.records import Article
from dragoman.settings import Settings

BODY = "The envoy left the capital on Sunday without a word to the press."
PAGE = f"<html><body><h1>Envoy leaves the capital</h1><p>{BODY}</p></body></html>"


@pytest.mark.parametrize(
    "source", [BODY, f"Envoy leaves\n\n{BODY}", PAGE, BODY.encode(), PAGE.encode()]
)
def test_text_and_bytes_are_read(source: str | bytes) -> None:
    assert BODY in read_article(source).text


@pytest.mark.parametrize("name", ["a.txt", "a.html", "no-suffix", "a b.txt"])
def test_files_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE if name.endswith("html") else BODY, encoding="utf-8")
    assert BODY in read_article(path).text
    assert BODY in read_article(str(path)).text


def test_one_json_object_is_one_article() -> None:
    article = read_article(
        json.dumps({"title": "Envoy leaves", "text": BODY, "date": "2020-01-04"})
    )
    assert article.title == "Envoy leaves"
    assert article.published_at is not None


def test_markup_in_a_field_is_read_as_a_page() -> None:
    assert read_article(json.dumps({"html": PAGE})).title == "Envoy leaves the capital"


def test_the_date_from_outside_beats_the_field() -> None:
    article = read_article(json.dumps({"text": BODY, "date": "2019-01-01"}), published="2020-01-04")
    assert article.published_at is not None
    assert article.published_at.year == 2020


def test_several_articles_are_not_one() -> None:
    with pytest.raises(InputError, match=r"more than one.*articles\(\)"):
        read_article('{"text": "One."}\n{"text": "Two."}')


class TestBadInput:
    @pytest.mark.parametrize(
        ("content", "error"),
        [
            (b"", EmptyInput),
            (b" \n\t\n", EmptyInput),
            (b"%PDF-1.7 binary", NotText),
            (bytes(range(256)) * 10, NotText),
            ("“naïve” café ".encode() * 9 + b"\xff\xfe", NotText),
            (
                "Der Gesandte verließ die Stadt am Sonntag ohne ein Wort an die Presse.".encode(),
                WrongLanguage,
            ),
            (b"Talks fail\n\nUpdated: 30 February 2020\n\nThey failed, he said.", BadDate),
            (b"Talks fail\n\nPublished: 4 January 2999\n\nThey failed, he said.", BadDate),
            (b"<html><body>" + b"<div>" * 5000, InputError),
            (b"<html><body></body></html>", InputError),
        ],
    )
    def test_a_bad_file_is_named_with_what_to_do(
        self, tmp_path: Path, content: bytes, error: type[InputError]
    ) -> None:
        path = tmp_path / "bad.txt"
        path.write_bytes(content)
        with pytest.raises(error) as caught:
            read_article(path)
        assert caught.value.source == str(path)
        assert caught.value.hint
        assert str(caught.value).startswith(f"{path}: ")

    def test_a_page_of_20_mb_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "big.html"
        path.write_bytes(b"<html><body><p>" + b"word " * 4_000_000)
        with pytest.raises(TooLarge, match=r"big\.html: .*20,000,000 bytes"):
            read_article(path)

    def test_bytes_over_the_limit_are_refused(self) -> None:
        with pytest.raises(TooLarge, match="standard input"):
            read_article(b"x" * 11, settings=Settings(max_bytes=10))

    def test_a_directory_is_refused(self, tmp_path: Path) -> None:
        for source in (tmp_path, str(tmp_path)):
            with pytest.raises(InputError, match=r"directory.*Name the files"):
                read_article(source)

    @pytest.mark.parametrize(
        "source", ["no/such/file.txt", "missing.html", "/no/such/file", "my file.txt"]
    )
    def test_a_missing_file_is_not_taken_for_text(self, source: str) -> None:
        with pytest.raises(InputError, match="no such file") as caught:
            read_article(source)
        assert caught.value.source == source

    @pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "gopher://x/1"])
    def test_other_schemes_are_refused(self, url: str) -> None:
        with pytest.raises(FetchError, match="http or https"):
            read_article(url)

    @pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "https://10.0.0.1/", "http://[::1]/"])
    def test_private_addresses_are_refused(self, url: str) -> None:
        with pytest.raises(ForbiddenAddress) as caught:
            read_article(url)
        assert caught.value.source == url

    @pytest.mark.parametrize("text", ["", "  \n "])
    def test_empty_text_is_refused(self, text: str) -> None:
        for read in (read_article, from_text, from_html, from_plain):
            with pytest.raises(EmptyInput):
                read(text)


class TestSeveral:
    def test_the_rest_goes_on(self, tmp_path: Path) -> None:
        good = tmp_path / "good.txt"
        good.write_text(BODY, encoding="utf-8")
        found = list(articles([good, tmp_path / "none.txt", BODY]))
        assert [type(each) for each in found] == [Article, InputError, Article]

    @pytest.mark.parametrize("suffix", ["", ".xz"])
    def test_json_lines_of_any_number(self, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"feed.jsonl{suffix}"
        lines = [json.dumps({"text": f"{BODY} No. {number}."}) for number in range(3)]
        data = "\n".join([*lines, "{broken", json.dumps({"text": BODY})]).encode()
        path.write_bytes(lzma.compress(data) if suffix else data)
        found = list(articles(path))
        assert [isinstance(each, Article) for each in found] == [True, True, True, False, True]
        error = found[3]
        assert isinstance(error, InputError)
        assert error.source == f"{path}, line 4"

    def test_a_wrong_language_carries_its_article(self) -> None:
        german = "Der Gesandte verließ die Stadt am Sonntag ohne ein Wort an die Presse."
        (found,) = articles([german])
        assert isinstance(found, WrongLanguage)
        assert found.article.language == "de"


class TestKept:
    TEXT = (
        "Talks fail.\n\nLONDON (AP) — “They \u00a0failed,” he said.\r\nAlso read: Why\n\n\tBy Jo \n"
    )

    def test_the_text_is_exactly_as_given(self) -> None:
        assert from_plain(self.TEXT).text == self.TEXT
        assert from_text(self.TEXT, keep=True) == from_plain(self.TEXT)

    def test_spans_lie_in_it(self) -> None:
        article = from_plain("Talks fail\n\nLONDON (AP) — They failed, he said.\n")
        assert article.title == "Talks fail"
        assert [article.text[slice(*span)] for span in article.paragraphs] == [
            "LONDON (AP) — They failed, he said."
        ]
        lead = article.furniture[0]
        assert lead.span is not None
        assert article.text[slice(*lead.span)] == "LONDON (AP) —"

    def test_nothing_is_taken_out_and_no_language_refused(self) -> None:
        article = from_plain(
            "Nur ein Wort\n\nBy Jo Writer\n\nDer Gesandte ging am Sonntag nach Hause."
        )
        assert len(article.paragraphs) == 2
        assert all(item.span for item in article.furniture)

    def test_a_single_sentence_is_body(self) -> None:
        article = from_plain("Ministers meet in Cairo")
        assert (article.title, article.paragraphs) == (None, ((0, 23),))

    @given(st.text(min_size=1, max_size=200).filter(str.strip))
    def test_any_text_is_kept(self, text: str) -> None:
        article = from_plain(text)
        assert article.text == text
        covered = "".join(text[a:b] for a, b in article.paragraphs)
        if article.title_span:
            covered = text[slice(*article.title_span)] + covered
        assert "".join(covered.split()) == "".join(text.split())
