"""A real archive of articles in JSON lines is read without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.ingest import articles
from dragoman.records import Article


@pytest.fixture(scope="module")
def archive(shared: Path) -> list[Article | InputError]:
    return list(articles(shared / "data" / "guardian_sdf" / "articles.jsonl.xz"))


def test_every_line_is_an_article(archive: list[Article | InputError]) -> None:
    assert len(archive) == 249
    assert [str(each) for each in archive if isinstance(each, InputError)] == []


def test_every_article_has_outlet_and_day(archive: list[Article | InputError]) -> None:
    found = [each for each in archive if isinstance(each, Article)]
    assert {each.publisher for each in found} == {"The Guardian"}
    assert all(each.published_at and each.published_at.tzinfo for each in found)


def test_every_span_is_exact(archive: list[Article | InputError]) -> None:
    for each in archive:
        assert isinstance(each, Article)
        paragraphs = [each.text[slice(*span)] for span in each.paragraphs]
        titles = [each.title] if each.title else []
        assert "\n\n".join([*titles, *paragraphs]) == each.text
