"""Naming, merging, splitting and pinning of crises, and taking it back."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.stories import Crises, Stories
from dragoman.store import Store
from tests.crises.stories.telling import crisis_of_talks
from tests.desk.examples import CRISIS
from tests.desk.forms import post

Two = tuple[str, str]


@pytest.fixture
def two(own_store: Store) -> Two:
    """Two crises, the second one made of another article."""
    with own_store.view() as view:
        first = next(Crises(view).all()).id
    return first, crisis_of_talks(own_store)


def stories_of(store: Store, crisis: str) -> set[str]:
    with store.view() as view:
        return {each.id for each in Stories(view).all(crisis=crisis)}


def titles(store: Store) -> set[str]:
    with store.view() as view:
        return {each.title for each in Crises(view).all()}


def only_crisis(store: Store) -> str:
    with store.view() as view:
        return next(Crises(view).all()).id


def test_a_crisis_is_named(own_client: TestClient, own_store: Store) -> None:
    crisis = f"/crises/{only_crisis(own_store)}"
    sent = post(own_client, f"{crisis}/name", {"title": " The raid "}, page=crisis)
    assert (sent.status_code, titles(own_store)) == (303, {"The raid"})


def test_what_was_done_is_told_and_taken_back(own_client: TestClient, own_store: Store) -> None:
    crisis = f"/crises/{only_crisis(own_store)}"
    sent = post(own_client, f"{crisis}/name", {"title": "The raid"}, page=crisis)
    told = own_client.get(sent.headers["location"]).text
    assert "Named “The raid”." in told
    judgement = re.search(r'name="judgement" value="(\w+)"', told)
    assert judgement is not None
    back = post(own_client, "/undo", {"judgement": judgement[1], "then": crisis}, page=crisis)
    assert (back.status_code, titles(own_store)) == (303, {CRISIS})
    assert "Taken back." in own_client.get(back.headers["location"]).text


def test_stories_become_a_crisis_of_their_own(own_client: TestClient, own_store: Store) -> None:
    identity = only_crisis(own_store)
    story = min(stories_of(own_store, identity))
    crisis = f"/crises/{identity}"
    post(own_client, f"{crisis}/split", {"story": story}, page=crisis)
    assert story not in stories_of(own_store, identity)


def test_crises_are_merged(own_client: TestClient, own_store: Store, two: Two) -> None:
    crisis = f"/crises/{two[0]}"
    post(own_client, f"{crisis}/merge", {"other": two[1]}, page=crisis)
    assert not stories_of(own_store, two[1])


def test_stories_are_put_into_another_crisis(
    own_client: TestClient, own_store: Store, two: Two
) -> None:
    story = min(stories_of(own_store, two[0]))
    crisis = f"/crises/{two[0]}"
    data = {"story": story, "into": two[1]}
    sent = post(own_client, f"{crisis}/pin", data, page=f"/crises/{two[1]}")
    assert sent.headers["location"].startswith(f"/crises/{two[1]}?done=")
    assert story in stories_of(own_store, two[1])


@pytest.mark.parametrize("deed", ["name", "merge", "split", "pin"])
def test_a_form_that_chooses_nothing_is_refused(
    own_client: TestClient, own_store: Store, deed: str
) -> None:
    crisis = f"/crises/{only_crisis(own_store)}"
    assert post(own_client, f"{crisis}/{deed}", {}, page=crisis).status_code == 400


def test_what_is_not_there_cannot_be_named(own_client: TestClient) -> None:
    sent = post(own_client, "/crises/none/name", {"title": "x"}, page="/")
    assert sent.status_code == 404


def test_a_judgement_that_is_none_is_not_taken_back(own_client: TestClient) -> None:
    assert post(own_client, "/undo", {"judgement": "x"}, page="/").status_code == 404


def test_a_deed_that_is_none_is_not_told(own_client: TestClient, own_store: Store) -> None:
    page = own_client.get(f"/crises/{only_crisis(own_store)}?done=%3Cscript%3E")
    assert (page.status_code, "<script>" in page.text) == (200, False)
