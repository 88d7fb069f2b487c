"""The list of actors."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.persons import Persons
from dragoman.desk import links
from dragoman.desk.pages import actors
from dragoman.store import Store


@pytest.fixture(scope="module")
def lund(desk_store: Store) -> str:
    """The id of the minister of the examples."""
    with desk_store.view() as view:
        return Persons(view).find("Lund")[0].id


def test_states_and_persons_are_listed(client: TestClient, lund: str) -> None:
    page = client.get(links.actors()).text
    assert f'href="{links.actor("NOR")}"' in page
    assert f'href="{links.actor(lund)}"' in page
    assert "Foreign minister" in page


@pytest.mark.parametrize("name", ["Lund", "Kari Lund", "minister Lund"])
def test_a_person_is_found_by_name(client: TestClient, lund: str, name: str) -> None:
    assert links.actor(lund) in client.get("/actors", params={"name": name}).text


@pytest.mark.parametrize("name", ["Norway", "NOR", "nor"])
def test_a_state_is_found_by_name_or_code(client: TestClient, name: str) -> None:
    assert links.actor("NOR") in client.get("/actors", params={"name": name}).text


def test_each_state_of_a_name_is_found(client: TestClient) -> None:
    page = client.get("/actors", params={"name": "Korea"}).text
    assert all(links.actor(code) in page for code in ("KOR", "PRK"))


def test_nobody_of_a_name_is_told(client: TestClient) -> None:
    assert "Nobody of that name" in client.get("/actors?name=Xyzzy").text


def test_filters_narrow_the_list(client: TestClient, lund: str) -> None:
    page = client.get("/actors?until=1999-01-01").text
    assert (links.actor(lund) in page, "No person within these filters" in page) == (False, True)


def test_the_list_goes_on(client: TestClient, lund: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actors, "AT_ONCE", 1)
    page = client.get("/actors").text
    following = re.search(r'href="(/actors\?start=1)"', page)
    assert following is None or client.get(following[1]).status_code == 200
    assert links.actor(lund) in page


def test_without_articles_it_says_what_to_do(empty_client: TestClient) -> None:
    assert "Nobody yet" in empty_client.get("/actors").text
