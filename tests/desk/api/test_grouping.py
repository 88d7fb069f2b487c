"""Crises and persons are named, merged and split by the API, and that is taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.persons import Persons
from dragoman.store import Store
from tests.crises.questions import telling
from tests.crises.stories.telling import crisis_of_talks
from tests.desk.api.calls import error, get, items, post
from tests.records import examples


@pytest.fixture
def two_crises(own_client: TestClient, own_store: Store) -> tuple[str, str]:
    """The ids of two crises, the second one made of another article."""
    first: str = crisis_of(own_client)["id"]
    return first, crisis_of_talks(own_store)


@pytest.fixture
def two_persons(own_store: Store) -> tuple[str, str]:
    """The ids of two persons who may be one: Kari Lund, and Karin Berg."""
    lund, *others = examples.actors()
    other = replace(lund, name="Karin Berg", office=None, country=None)
    telling.add(own_store, telling.told("gazette", 8, actors=(other, *others)))
    with own_store.view() as view:
        known = Persons(view)
        return known.find("Kari Lund")[0].id, known.find("Karin Berg")[0].id


def crisis_of(client: TestClient) -> dict[str, Any]:
    """Return the crisis of the examples."""
    found: dict[str, Any] = items(client, "/crises")[0]
    return found


def judged(client: TestClient, path: str, **wanted: Any) -> str:
    """Do a deed; return the digest of the judgement."""
    answer = post(client, path, wanted)
    assert answer.status_code == 201, answer.text
    digest: str = answer.json()["digest"]
    return digest


def undo(client: TestClient, digest: str) -> None:
    """Take a judgement back."""
    assert post(client, f"/judgements/{digest}/undo", {}).status_code == 201


def test_a_crisis_is_named_and_has_its_old_title_back(own_client: TestClient) -> None:
    before = crisis_of(own_client)
    path = f"/crises/{before['id']}/name"
    digest = judged(own_client, path, title="The strait", why="Shorter.")
    assert (crisis_of(own_client)["title"], crisis_of(own_client)["named"]) == ("The strait", True)
    made = items(own_client, "/judgements", kind="crises")[-1]
    assert (made["digest"], made["why"]) == (digest, "Shorter.")
    undo(own_client, digest)
    assert crisis_of(own_client)["title"] == before["title"]


def test_crises_are_merged_and_split(own_client: TestClient, two_crises: tuple[str, str]) -> None:
    first, second = two_crises
    (story,) = (each["id"] for each in items(own_client, "/stories", crisis=second))
    digest = judged(own_client, f"/crises/{first}/merge", others=[second])
    assert get(own_client, f"/stories/{story}")["crisis"] == first
    judged(own_client, f"/crises/{first}/split", stories=[story])
    assert get(own_client, f"/stories/{story}")["crisis"] not in {None, first, second}
    undo(own_client, digest)


def test_a_story_is_held_in_a_crisis(own_client: TestClient, two_crises: tuple[str, str]) -> None:
    first, second = two_crises
    (story,) = (each["id"] for each in items(own_client, "/stories", crisis=second))
    digest = judged(own_client, f"/crises/{first}/pin", stories=[story])
    assert get(own_client, f"/stories/{story}")["crisis"] == first
    undo(own_client, digest)
    assert get(own_client, f"/stories/{story}")["crisis"] == second


@pytest.mark.parametrize(
    ("deed", "wanted"),
    [("name", {"title": "X"}), ("merge", {"others": ["x"]}), ("split", {"stories": ["x"]})],
)
def test_a_crisis_that_is_not_there_is_not_found(
    client: TestClient, deed: str, wanted: dict[str, Any]
) -> None:
    answer = post(client, f"/crises/none/{deed}", wanted)
    assert (answer.status_code, error(answer)) == (404, "not_found")


def test_a_crisis_is_not_merged_with_itself(own_client: TestClient) -> None:
    crisis = crisis_of(own_client)["id"]
    answer = post(own_client, f"/crises/{crisis}/merge", {"others": [crisis]})
    assert (answer.status_code, error(answer)) == (400, "bad_request")


def test_persons_are_made_one_and_told_apart(
    own_client: TestClient, two_persons: tuple[str, str]
) -> None:
    one, other = two_persons
    digest = judged(own_client, f"/persons/{one}/merge", others=[other], why="A slip.")
    (both,) = items(own_client, "/persons")
    assert {"Kari Lund", "Karin Berg"} <= set(both["names"])
    undo(own_client, digest)
    assert len(items(own_client, "/persons")) == 2
    judged(own_client, f"/persons/{one}/merge", others=[other])
    (both,) = items(own_client, "/persons")
    spelling = next(each["number"] for each in both["spellings"] if each["name"] == "Karin Berg")
    judged(own_client, f"/persons/{both['id']}/split", spellings=[spelling])
    assert {each["name"] for each in items(own_client, "/persons")} == {"Kari Lund", "Karin Berg"}


@pytest.mark.parametrize(
    ("deed", "wanted"), [("merge", {"others": ["x"]}), ("split", {"spellings": [1]})]
)
def test_somebody_who_is_not_there_is_not_found(
    client: TestClient, deed: str, wanted: dict[str, Any]
) -> None:
    assert error(post(client, f"/persons/none/{deed}", wanted)) == "not_found"
