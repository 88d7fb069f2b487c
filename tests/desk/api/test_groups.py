"""Crises, stories and persons by the API."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.desk.api.calls import ROOT, error, every, get, items
from tests.desk.examples import CRISIS


def test_the_crisis_has_its_title_and_counts(client: TestClient) -> None:
    (crisis,) = items(client, "/crises")
    assert (crisis["title"], crisis["named"]) == (CRISIS, True)
    assert get(client, f"/crises/{crisis['id']}") == crisis


def test_days_narrow_crises_down(client: TestClient) -> None:
    assert items(client, "/crises", since="2032-01-01") == []


def test_stories_are_those_of_the_crisis(client: TestClient) -> None:
    (crisis,) = items(client, "/crises")
    stories = every(client, "/stories", crisis=crisis["id"], limit=1)
    assert len(stories) == crisis["stories"]
    assert get(client, f"/stories/{stories[0]['id']}") == stories[0]


def test_persons_come_by_name(client: TestClient) -> None:
    names = [each["name"] for each in every(client, "/persons", limit=1)]
    assert names
    assert names == sorted(names)


def test_a_person_is_found_by_a_part_of_the_name(client: TestClient) -> None:
    (person, *_) = items(client, "/persons")
    family = person["name"].split()[-1]
    assert person["id"] in {each["id"] for each in items(client, "/persons", name=family)}
    assert items(client, "/persons", name="Nobody Whatsoever") == []


@pytest.mark.parametrize("country", ["NOR", "nor", "Norway"])
def test_a_country_narrows_persons_down(client: TestClient, country: str) -> None:
    found = items(client, "/persons", country=country)
    assert found
    assert all(each["country"] == "NOR" for each in found)
    one = found[0]
    named = items(client, "/persons", name=one["name"], country=country)
    assert one["id"] in {each["id"] for each in named}


@pytest.mark.parametrize("country", ["Norwey", "Korea"])
def test_a_country_that_is_none_or_several_is_refused(client: TestClient, country: str) -> None:
    answer = client.get(f"{ROOT}/persons", params={"country": country})
    assert (answer.status_code, error(answer)) == (400, "bad_request")


def test_a_person_is_mentioned_in_articles(client: TestClient) -> None:
    (person, *_) = items(client, "/persons")
    found = every(client, f"/persons/{person['id']}/mentions", limit=1)
    assert len(found) == get(client, f"/persons/{person['id']}")["mentions"]
    assert get(client, f"/articles/{found[0]['article']}")["id"] == found[0]["article"]


@pytest.mark.parametrize("path", ["crises/x", "stories/x", "persons/x", "persons/x/mentions"])
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    answer = client.get(f"{ROOT}/{path}")
    assert (answer.status_code, error(answer)) == (404, "not_found")


@pytest.mark.parametrize("path", ["crises", "stories", "persons", "sources", "outlets"])
def test_a_cursor_whose_item_is_gone_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(f"{ROOT}/{path}?cursor=WyJnb25lIl0")
    assert (answer.status_code, error(answer)) == (400, "bad_request")


@pytest.mark.parametrize("path", ["crises", "stories", "persons", "entries", "articles"])
def test_an_empty_store_has_empty_lists(empty_client: TestClient, path: str) -> None:
    assert get(empty_client, f"/{path}") == {"items": [], "next": None}
