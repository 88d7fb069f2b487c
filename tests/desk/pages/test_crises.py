"""The list of crises and the page of one."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from dragoman.desk import links
from tests.desk.examples import CRISIS


def crisis_link(client: TestClient) -> str:
    """Return the address of the crisis of the examples."""
    found = re.search(r'href="(/crises/[^"]+)"', client.get("/").text)
    assert found is not None
    return found[1]


def test_the_first_page_lists_the_crises(client: TestClient) -> None:
    page = client.get("/")
    assert (page.status_code, CRISIS in page.text) == (200, True)


def test_a_crisis_leads_to_what_nobody_has_judged(client: TestClient) -> None:
    crisis = crisis_link(client).rpartition("/")[2]
    found = re.search(r'<a href="([^"]+)">[\d,]+ not yet reviewed</a>', client.get("/").text)
    assert found is not None
    assert found[1] == links.review(links.NOTHING.but(crisis=crisis))


def test_without_articles_the_first_page_says_what_to_do(empty_client: TestClient) -> None:
    assert "dragoman add" in empty_client.get("/").text


def test_a_crisis_shows_its_newest_facts(client: TestClient) -> None:
    page = client.get(crisis_link(client))
    assert (page.status_code, 'class="fact"' in page.text) == (200, True)


def test_filters_narrow_the_facts(client: TestClient) -> None:
    page = client.get(f"{crisis_link(client)}?kind=contacts")
    assert 'class="kind kind-contacts"' in page.text
    assert 'id="fact-' in page.text
    assert re.findall(r'<article class="fact"[^>]*>\s*<abbr class="kind kind-(\w+)', page.text) == [
        "contacts"
    ] * page.text.count('<article class="fact"')


def test_a_crisis_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/crises/none").status_code == 404


def test_articles_can_be_added_from_the_first_page(
    client: TestClient, empty_client: TestClient
) -> None:
    for each in (client, empty_client):
        assert f'href="{links.new_article()}"' in each.get("/").text
