"""The model case: what its gold record says of the article itself."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.ingest import read_article
from dragoman.records import Article


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    path = shared / "gold" / "wion-2020-01-04.json"
    article: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["article"]
    return article


@pytest.fixture(scope="module")
def article(shared: Path, gold: dict[str, Any]) -> Article:
    return read_article(shared / gold["file"])


@pytest.mark.parametrize("name", ["title", "publisher", "byline", "dateline"])
def test_what_the_page_says_of_itself(name: str, article: Article, gold: dict[str, Any]) -> None:
    assert getattr(article, name) == gold[name]


def test_the_update_keeps_its_zone(article: Article, gold: dict[str, Any]) -> None:
    assert article.updated_at is not None
    assert article.updated_at.isoformat() == gold["updated_at"]
    assert article.updated_at == datetime.fromisoformat(gold["updated_at"])
    assert article.published_at is None


def test_furniture_is_told_by_kind_and_is_not_in_the_text(
    article: Article, gold: dict[str, Any]
) -> None:
    for expected in gold["not_body"]:
        found = [item for item in article.furniture if item.text.startswith(expected["begins"])]
        assert [item.kind for item in found] == [expected["kind"]]
        assert found[0].span is None


def test_every_paragraph_is_whole(article: Article) -> None:
    paragraphs = [article.text[slice(*span)] for span in article.paragraphs]
    assert len(paragraphs) == 10
    assert article.text == "\n\n".join([article.title or "", *paragraphs])
