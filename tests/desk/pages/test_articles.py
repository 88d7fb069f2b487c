"""The list of articles."""

from __future__ import annotations

from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.store import Store


def test_all_articles_are_listed_the_latest_first(client: TestClient, desk_store: Store) -> None:
    page = client.get(links.articles()).text
    with desk_store.view() as view:
        places = [page.index(links.article(each.id)) for each in view.articles(latest=True)]
    assert places == sorted(places)


def test_filters_narrow_the_list(client: TestClient) -> None:
    page = client.get("/articles?outlet=Post").text
    assert ("Post" in page, "Courier" in page) == (True, False)


def test_nothing_within_filters_says_so(client: TestClient) -> None:
    assert "No article within these filters" in client.get("/articles?until=1999-01-01").text


def test_a_place_that_is_gone_is_not_found(client: TestClient) -> None:
    assert client.get("/articles?after=none").status_code == 404


def test_without_articles_it_says_what_to_do(empty_client: TestClient) -> None:
    assert "No article yet" in empty_client.get("/articles").text
