"""Saying who is who, and taking it back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.persons import Persons
from dragoman.desk import links
from dragoman.store import Store
from tests.crises.questions.telling import add, told
from tests.desk.forms import post
from tests.records import examples


@pytest.fixture
def two(own_store: Store) -> tuple[str, str]:
    """The ids of two persons who may be one: Kari Lund, and Karin Berg."""
    lund, *others = examples.actors()
    other = replace(lund, name="Karin Berg", office=None, country=None)
    add(own_store, told("gazette", 8, actors=(other, *others)))
    with own_store.view() as view:
        known = Persons(view)
        return known.find("Kari Lund")[0].id, known.find("Karin Berg")[0].id


def names(store: Store) -> list[str]:
    with store.view() as view:
        return [each.name for each in Persons(view).all()]


def test_persons_are_made_one_and_two_again(
    own_client: TestClient, own_store: Store, two: tuple[str, str]
) -> None:
    one, other = two
    before = names(own_store)
    answer = post(own_client, links.edit_actor(one, "merge"), {"other": other, "why": "a slip"})
    assert answer.status_code == 303
    assert len(names(own_store)) == len(before) - 1
    page = own_client.get(answer.headers["location"]).text
    assert "Made one with 1 other person." in page
    assert "a slip" in page
    judgement = re.search(r'name="judgement" value="([^"]+)"', page)
    assert judgement is not None
    back = post(own_client, links.undo_identity(), {"judgement": judgement[1]})
    assert "Taken back." in own_client.get(back.headers["location"]).text
    assert names(own_store) == before


def test_a_spelling_is_told_apart(
    own_client: TestClient, own_store: Store, two: tuple[str, str]
) -> None:
    one, other = two
    post(own_client, links.edit_actor(one, "merge"), {"other": other})
    with own_store.view() as view:
        person = Persons(view).find("Kari Lund")[0]
        spelling = next(each.number for each in person.spellings if each.name == "Karin Berg")
    answer = post(own_client, links.edit_actor(person.id, "split"), {"spelling": spelling})
    assert "1 spelling told apart" in own_client.get(answer.headers["location"]).text
    assert "Karin Berg" in names(own_store)


def test_others_are_looked_for_by_name(own_client: TestClient, two: tuple[str, str]) -> None:
    one, other = two
    page = own_client.get(links.actor(one, like="Karin Berg")).text
    assert f'name="other" value="{other}"' in page


@pytest.mark.parametrize("deed", ["merge", "split"])
def test_nothing_chosen_is_refused(own_client: TestClient, two: tuple[str, str], deed: str) -> None:
    assert post(own_client, links.edit_actor(two[0], deed)).status_code == 400


def test_somebody_unknown_is_not_found(own_client: TestClient, two: tuple[str, str]) -> None:
    answer = post(own_client, links.edit_actor(two[0], "merge"), {"other": "nobody"})
    assert answer.status_code == 404


def test_what_is_no_judgement_on_persons_is_not_undone(own_client: TestClient) -> None:
    assert post(own_client, links.undo_identity(), {"judgement": "none"}).status_code == 404
