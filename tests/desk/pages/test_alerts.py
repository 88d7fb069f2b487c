"""The page of alerts."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient
from httpx2 import Response

from dragoman.crises.questions.saved import SavedQuestions, Wanted
from dragoman.store import Store
from tests.crises.questions.telling import add, called
from tests.desk.forms import fields_of, post

NORWAY = {"name": "Calls <i>with</i> Norway", "what": "contact", "of": "Norway", "crisis": ""}


def save(client: TestClient, **changes: str) -> Response:
    return post(client, "/alerts/add", {**NORWAY, **changes}, page="/alerts")


def look(client: TestClient) -> str:
    answer = post(client, "/alerts/look", page="/alerts")
    assert answer.status_code == 303
    return client.get(answer.headers["Location"]).text


def test_an_empty_list_says_what_it_is_for(client: TestClient) -> None:
    assert "No question is saved" in client.get("/alerts").text


def test_a_question_is_saved(own_client: TestClient) -> None:
    answer = save(own_client)
    assert answer.status_code == 303
    text = own_client.get(answer.headers["Location"]).text
    assert "Calls &lt;i&gt;with&lt;/i&gt; Norway" in text
    assert "new contact with Norway" in text
    assert "Nothing new yet." in text


def test_what_is_new_is_told_with_its_words(own_client: TestClient, own_store: Store) -> None:
    save(own_client)
    assert "Nothing is new." in look(own_client)
    add(own_store, called(20, "herald"))
    text = look(own_client)
    assert "New: 1." in text
    assert re.search(r'<a href="/facts/[0-9a-f]{64}">[^<]+</a>', text)
    assert re.search(r'cite="/articles/[0-9a-f]{64}\?fact=', text)


def test_a_question_is_removed_and_saved_again(own_client: TestClient) -> None:
    save(own_client)
    answer = post(own_client, "/alerts/remove", {"name": NORWAY["name"]}, page="/alerts")
    text = own_client.get(answer.headers["Location"]).text
    assert "Undo: save it again" in text
    assert "No question is saved" in text
    hidden = dict(re.findall(r'type="hidden" name="(what|of|crisis)" value="([^"]*)"', text))
    assert save(own_client, **hidden).status_code == 303
    assert "new contact with Norway" in own_client.get("/alerts").text


def test_a_question_is_of_one_crisis(own_client: TestClient) -> None:
    page = own_client.get("/alerts").text
    found = re.search(r'<option value="([0-9a-f]{64})">Raid in the strait', page)
    assert found is not None
    save(own_client, crisis=found[1])
    assert "in Raid in the strait" in own_client.get("/alerts").text


def test_nobody_is_no_party(own_client: TestClient) -> None:
    answer = save(own_client, of="Nobody At All")
    assert answer.status_code == 422
    assert "There is no state, body or person" in answer.text


def test_what_could_not_be_saved_stays_filled_in(own_client: TestClient) -> None:
    answer = save(own_client, of="Nobody At All", what="position")
    sent = dict(fields_of(answer.text, "/alerts/add"))
    assert sent["name"] == NORWAY["name"]
    assert (sent["what"], sent["of"]) == ("position", "Nobody At All")


def test_a_name_is_given_once(own_client: TestClient) -> None:
    save(own_client)
    assert "There is a question" in save(own_client).text


def test_a_person_is_named_by_the_id(own_client: TestClient) -> None:
    (person, *_) = own_client.get("/api/v1/persons").json()["items"]
    assert save(own_client, of=person["id"], what="statement").status_code == 303
    assert f"first statement by {person['name']}" in own_client.get("/alerts").text


def test_a_question_that_the_form_could_not_save_again_is_not_removed_here(
    own_client: TestClient, own_store: Store
) -> None:
    with own_store.work() as unit:
        wanted = Wanted(what="contact", of="NOR", name="Norway")
        SavedQuestions(unit.connection).save("Mailed", wanted, ["mailto:desk@example.org"])
    assert ">Remove<" not in own_client.get("/alerts").text
    answer = post(own_client, "/alerts/remove", {"name": "Mailed"}, page="/alerts")
    assert answer.status_code == 403
    assert "Mailed" in own_client.get("/alerts").text
