"""The example articles can be read, and are what their page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import Reader
from dragoman.ingest import articles
from dragoman.records import FACT_KINDS, Article, faults

FOLDER = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted((FOLDER / "articles").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_example_is_an_article_with_title_and_date(path: Path) -> None:
    for article in articles(path):
        assert isinstance(article, Article)
        assert article.title
        assert article.published_at or article.updated_at


def test_the_page_about_the_examples_names_each() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if f"`{path.name}`" not in page] == []


def test_there_are_as_many_reports_as_the_page_says() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "nine reports, in eight files" in page
    assert (len(FILES), len(list(articles(FILES)))) == (8, 9)


def test_no_recipe_is_coded() -> None:
    texts = [each.text for each in articles(FILES) if isinstance(each, Article)]
    assert [text for text in texts if "recipes" in text] == []


def test_every_example_gives_facts() -> None:
    found = [each for each in articles(FILES) if isinstance(each, Article)]
    for record in Reader().pipe(found):
        assert list(faults(record)) == []
        assert any(getattr(record, kind) for kind in FACT_KINDS)
