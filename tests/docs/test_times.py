"""The table of the page on times is what the shipped reader gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.coding.dates import times
from dragoman.language import Language
from dragoman.settings import Settings
from evals.model import exact_article

PAGE = Path(__file__).resolve().parents[2] / "docs" / "times.md"
ROW = re.compile(
    r"^\| (?P<words>[^|]+) \| (?P<earliest>\d[^|]+) \| (?P<latest>[^|]+) \|$", re.MULTILINE
)
DAY = "2022-03-09"
BEFORE = re.compile(r'^\(after "(?P<before>[^"]+)"\) ')


@pytest.fixture(scope="module")
def language() -> Language:
    return Language.load(Settings.load())


def sentences(words: str) -> list[str]:
    """Sentences with the words of a row, and what stands before them in the text."""
    before = BEFORE.match(words)
    first = f"They met {before['before']}. " if before else ""
    parts = words[before.end() if before else 0 :].split("; ")
    return [first + _sentence(part) for part in parts]


def _sentence(words: str) -> str:
    if words.endswith("strike"):
        return f"{words} killed ten."
    if words.startswith(("will ", "must ")):
        return f"The envoys {words}."
    if words.startswith("the 1967"):
        return f"{words.capitalize()} changed the border."
    return f"They fought {words}."


def rows() -> list[tuple[str, str, str]]:
    found = ROW.finditer(PAGE.read_text(encoding="utf-8"))
    return [
        (each, match["earliest"], match["latest"])
        for match in found
        for each in sentences(match["words"])
    ]


def test_the_table_is_long() -> None:
    assert len(rows()) > 15


@pytest.mark.parametrize(("text", "earliest", "latest"), rows())
def test_the_table_is_what_the_reader_gives(
    language: Language, text: str, earliest: str, latest: str
) -> None:
    (doc,) = language.pipe([exact_article(text, published=DAY)])
    last = times(doc)[-1]
    assert (last.earliest, last.latest) == (earliest, latest)
