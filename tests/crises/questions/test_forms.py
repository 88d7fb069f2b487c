"""The forms of a brief: nothing that an article says becomes markup."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from dragoman.crises import Report
from dragoman.crises.questions.brief import Brief, brief
from dragoman.crises.questions.brief.making import Asked
from dragoman.crises.questions.brief.markdown import escaped
from tests.crises.questions.made import event, position

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:y) `code` *bold*\n# head \u202e\x1b[31m 北京 Żółć"
)


def made(words: str = HOSTILE) -> Brief:
    def quote(report: Report) -> str:
        return f"{report.origin}: {words}"

    entries = [
        event("KEN", "DEU", mode="drone", day="2031-05-02", origins=("Wire", "Post")),
        position("FRA", "support", target=words, day="2031-05-02"),
    ]
    since = datetime(2031, 5, 1, tzinfo=UTC)
    return brief(entries, quote, Asked(since=since), title=f"Brief {words}")


def empty() -> Brief:
    return Brief("Brief", None, None, (), 0, 0)


class Seen(HTMLParser):
    """Collects tags, links and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str | None] = []
        self.contents: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]
        self.contents += [value or "" for name, value in attrs if name == "content"]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_markdown_tells_sentences_with_their_citations() -> None:
    lines = made("they struck").to_markdown().splitlines()
    place = lines.index("- A drone attack by Kenya on Germany, on 2 May 2031, is reported.")
    assert lines[place + 1] == (
        "    - [Post, 2 May 2031](<https://post.example/2031-05-02>): “Post: they struck”"
    )


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("<b> [x](y) ![z]", r"\<b\> \[x\](y) \!\[z\]"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("# one", r"\# one"),
        ("a & b | c ~d~", r"a \& b \| c \~d\~"),
        ("U.S. 3.5 – plain", "U.S. 3.5 – plain"),
    ],
)
def test_markdown_is_escaped(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_markdown_keeps_hostile_words_on_their_line() -> None:
    told = made().to_markdown()
    assert "<script>" not in told
    assert not any(line.startswith("# head") for line in told.splitlines())
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_the_page_holds_words_as_text_alone() -> None:
    seen = Seen(made().to_html())
    assert "script" not in seen.tags
    assert "<script>alert(1)</script>" in seen.text
    assert set(seen.links) == {
        "https://post.example/2031-05-02",
        "https://wire.example/2031-05-02",
    }


def test_the_page_loads_nothing() -> None:
    seen = Seen(made().to_html())
    assert any("default-src 'none'" in each for each in seen.contents)
    assert not seen.tags & {"img", "link", "iframe", "script", "object"}


def test_a_pdf_is_made_with_fonts_and_links() -> None:
    data = made().to_pdf()
    assert data.startswith(b"%PDF-")
    assert b"DejaVuSerif" in data
    assert b"https://wire.example/2031-05-02" in data


def test_the_same_brief_gives_the_same_pdf() -> None:
    assert empty().to_pdf() == empty().to_pdf()


def test_an_empty_brief_says_so() -> None:
    assert "Nothing new was reported." in empty().to_markdown()
    assert "Nothing new was reported." in Seen(empty().to_html()).text
