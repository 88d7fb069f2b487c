"""Facts with their words, as a page and as what opens beside one."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.ledger import Ledger
from dragoman.desk import links
from dragoman.desk.pages import words
from dragoman.store import Store


@pytest.fixture(scope="module")
def ids(desk_store: Store) -> list[str]:
    """The ids of the positions of the examples."""
    with desk_store.view() as view:
        return [each.id for each in Ledger(view).entries("positions")]


def test_the_page_shows_each_fact_with_its_words(client: TestClient, ids: list[str]) -> None:
    page = client.get(links.words(ids))
    assert page.text.count('class="fact"') == len(ids)
    assert "<h1>3 facts</h1>" in page.text
    assert "Both sides must step back" in page.text


def test_a_script_of_the_desk_gets_the_facts_alone(client: TestClient, ids: list[str]) -> None:
    part = client.get(links.words(ids), headers={"HX-Request": "true"})
    assert (part.text.count('class="fact"'), "<html" in part.text) == (len(ids), False)
    assert part.headers["vary"].startswith("HX-Request")


def test_a_fact_is_shown_once(client: TestClient, ids: list[str]) -> None:
    page = client.get(links.words([ids[0], ids[0]]))
    assert page.text.count('class="fact"') == 1


@pytest.mark.parametrize(("link", "status"), [("/words", 400), ("/words?entry=none", 404)])
def test_what_is_not_there_is_refused(client: TestClient, link: str, status: int) -> None:
    assert client.get(link).status_code == status


def test_of_many_facts_the_first_are_shown(
    client: TestClient, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST", 2)
    page = client.get(links.words(ids)).text
    assert (page.count('class="fact"'), "And 1 more." in page) == (2, True)
