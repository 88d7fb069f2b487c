"""Two articles side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.records import content_id
from dragoman.store import Store
from tests.crises.questions.telling import add, told


@pytest.fixture
def versions(own_store: Store) -> tuple[str, str]:
    """The ids of two versions of an article; the newer one has another word and no call."""
    whole = told("gazette", 8)
    add(own_store, whole)
    text = whole.article.text.replace("Norway is tired of", "Norway is weary of")
    changed = replace(whole.article, id=content_id(text), text=text)
    add(own_store, replace(whole, article=changed, contacts=(), attitudes=()))
    with own_store.view() as view:
        one, other = view.versions(str(whole.article.url))
    return one.id, other.id


def test_words_that_changed_are_marked(own_client: TestClient, versions: tuple[str, str]) -> None:
    page = own_client.get(links.compare(*versions)).text
    assert "<del>tired</del>" in page
    assert "<ins>weary</ins>" in page


def test_facts_that_only_one_tells_are_listed(
    own_client: TestClient, versions: tuple[str, str]
) -> None:
    page = own_client.get(links.compare(*versions)).text
    left, right = page.split("Told by the second alone")
    assert "phone call" in left.split("Told by the first alone")[1]
    assert "phone call" not in right


def test_an_article_leads_to_its_other_versions(
    own_client: TestClient, versions: tuple[str, str]
) -> None:
    old, new = versions
    assert links.compare(old, new) in own_client.get(links.article(new)).text
    assert "A newer version stands at its page" in own_client.get(links.article(old)).text


def test_an_article_is_the_same_as_itself(
    own_client: TestClient, versions: tuple[str, str]
) -> None:
    page = own_client.get(links.compare(versions[0], versions[0])).text
    assert "Their words are the same" in page


def test_what_is_not_there_is_not_found(own_client: TestClient, versions: tuple[str, str]) -> None:
    assert own_client.get(links.compare(versions[0], "none")).status_code == 404
