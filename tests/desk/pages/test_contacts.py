"""Contacts with their words, as a page and as what opens beside one."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.pages import contacts
from dragoman.store import Store
from tests.desk.pages.calling import add_planned, add_round


def shown(client: TestClient, query: str) -> int:
    """Return how many contacts are shown."""
    return client.get(f"/outreach/contacts?{query}").text.count('class="fact"')


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("initiator=NOR&counterpart=DNK", "Contacts of Norway with Denmark"),
        ("initiator=NOR", "Contacts begun by Norway"),
        ("counterpart=DNK", "Contacts with Denmark"),
        ("party=DNK", "Contacts of Denmark"),
        ("", "Contacts"),
    ],
)
def test_the_page_says_whose_contacts_they_are(client: TestClient, query: str, title: str) -> None:
    page = client.get(f"/outreach/contacts?{query}")
    assert f"<h1>{title}</h1>" in page.text
    assert "phoned her Danish counterpart" in page.text


def test_they_are_narrowed_by_whom_how_and_to_what_they_came(
    own_client: TestClient, own_store: Store
) -> None:
    add_round(own_store)
    add_planned(own_store)
    assert shown(own_client, "party=NOR") == 7
    assert shown(own_client, "counterpart=FIN") == 1
    assert shown(own_client, "counterpart=DNK&outcome=held") == 3
    assert shown(own_client, "counterpart=DNK&outcome=open") == 1
    assert shown(own_client, "channel=visit") == 1


def test_a_script_of_the_desk_gets_the_contacts_alone(client: TestClient) -> None:
    part = client.get("/outreach/contacts?party=NOR", headers={"HX-Request": "true"})
    assert (part.text.count('class="fact"'), "<html" in part.text) == (3, False)
    assert part.headers["vary"].startswith("HX-Request")


def test_of_many_some_are_shown_with_the_way_to_the_rest(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contacts, "AT_ONCE", 2)
    page = client.get("/outreach/contacts?party=NOR").text
    assert (page.count('class="fact"'), 'rel="next"' in page) == (2, True)
    assert shown(client, "party=NOR&skip=2") == 1


@pytest.mark.parametrize(
    ("query", "status"),
    [("party=SWE", 404), ("outcome=denied", 422), ("party=", 422), ("skip=-1", 422)],
)
def test_what_is_not_there_is_refused(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/outreach/contacts?{query}").status_code == status
