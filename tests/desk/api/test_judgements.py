"""Judging facts by the API."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.desk.api.calls import ROOT, error, every, get, items, post


def event(client: TestClient) -> dict[str, Any]:
    """Return a fact of the latest article that tells an event."""
    for article in items(client, "/articles"):
        for fact in items(client, f"/articles/{article['id']}/facts"):
            if fact["kind"] == "events":
                return {**fact, "article": article["id"]}
    raise AssertionError


def again(client: TestClient, fact: dict[str, Any]) -> dict[str, Any]:
    """Return a fact as it is now."""
    facts = items(client, f"/articles/{fact['article']}/facts")
    return next(each for each in facts if each["id"] == fact["id"])


def decide(client: TestClient, fact: dict[str, Any], verdict: str, **more: Any) -> dict[str, Any]:
    body = {"verdict": verdict, "kind": fact["kind"], "fact": fact["id"], **more}
    answer = post(client, "/judgements", body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


@pytest.mark.parametrize(("verdict", "told"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_fact_is_accepted_or_rejected(own_client: TestClient, verdict: str, told: str) -> None:
    fact = event(own_client)
    made = decide(own_client, fact, verdict, why="looked at it")
    assert (made["standing"], made["why"], made["article"]) == (
        "in force",
        "looked at it",
        fact["article"],
    )
    assert again(own_client, fact)["verdict"] == told


def test_a_correction_is_in_the_ledger_at_once_and_can_be_undone(own_client: TestClient) -> None:
    fact = event(own_client)
    made = decide(own_client, fact, "correct", field="modality", value="negated")
    corrected = again(own_client, fact)
    assert corrected["fields"]["modality"] == "negated"
    assert (corrected["corrected"], corrected["judgements"]) == (["modality"], [made["digest"]])
    undone = post(own_client, f"/judgements/{made['digest']}/undo", {"why": "a slip"})
    assert (undone.status_code, undone.json()["undoes"]) == (201, made["digest"])
    assert again(own_client, fact)["verdict"] is None


def test_a_fact_is_added_by_its_words(own_client: TestClient) -> None:
    fact = event(own_client)
    text = get(own_client, f"/articles/{fact['article']}")["text"]
    body = {
        "verdict": "add",
        "kind": "events",
        "article": fact["article"],
        "words": [text],
        "fields": {"type": "AID", "actors": ["NOR"]},
    }
    answer = post(own_client, "/judgements", body)
    assert answer.status_code == 201, answer.text
    facts = items(own_client, f"/articles/{fact['article']}/facts")
    added = next(each for each in facts if each["verdict"] == "added")
    assert added["fields"]["type"] == "AID"


def test_whoever_comes_second_is_told(own_client: TestClient) -> None:
    fact = event(own_client)
    first = decide(own_client, fact, "accept", knowing=[])
    body = {"verdict": "reject", "kind": "events", "fact": fact["id"]}
    late = post(own_client, "/judgements", {**body, "knowing": []})
    assert (late.status_code, error(late)) == (409, "conflict")
    assert "judged this fact meanwhile (accept)" in late.json()["error"]["message"]
    known = post(own_client, "/judgements", {**body, "knowing": [first["digest"]]})
    assert known.status_code == 201


def test_judgements_come_in_the_order_made(own_client: TestClient) -> None:
    fact = event(own_client)
    made = [decide(own_client, fact, each)["digest"] for each in ("accept", "reject", "accept")]
    found = [each["digest"] for each in every(own_client, "/judgements", limit=2, kind="events")]
    assert found == made


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdict": "accept", "kind": "events"}, 422),
        ({"verdict": "correct", "kind": "events", "fact": "x"}, 422),
        ({"verdict": "add", "kind": "events", "article": "x"}, 422),
        ({"verdict": "burn", "kind": "events", "fact": "x"}, 422),
        ({"verdict": "accept", "kind": "events", "fact": "nothing"}, 404),
        ({"verdict": "add", "kind": "events", "article": "none", "words": ["x"]}, 404),
    ],
)
def test_what_cannot_be_decided_is_refused(
    own_client: TestClient, body: dict[str, Any], status: int
) -> None:
    answer = post(own_client, "/judgements", body)
    assert answer.status_code == status
    assert error(answer) in {"invalid", "not_found"}


def test_a_value_that_a_field_cannot_have_is_refused(own_client: TestClient) -> None:
    fact = event(own_client)
    body = {"verdict": "correct", "kind": "events", "fact": fact["id"]}
    answer = post(own_client, "/judgements", {**body, "field": "modality", "value": "maybe"})
    assert (answer.status_code, error(answer)) == (400, "bad_request")
    assert again(own_client, fact)["verdict"] is None


def test_a_judgement_that_is_not_there_cannot_be_undone(own_client: TestClient) -> None:
    answer = post(own_client, "/judgements/0123456789/undo", {})
    assert (answer.status_code, error(answer)) == (404, "not_found")


def test_a_judgement_is_undone_once(own_client: TestClient) -> None:
    made = decide(own_client, event(own_client), "accept")
    assert post(own_client, f"/judgements/{made['digest']}/undo", {}).status_code == 201
    again = post(own_client, f"/judgements/{made['digest']}/undo", {})
    assert (again.status_code, error(again)) == (400, "bad_request")


def test_nothing_is_judged_by_another_site(own_client: TestClient) -> None:
    body = {"verdict": "accept", "kind": "events", "fact": event(own_client)["id"]}
    answer = own_client.post(f"{ROOT}/judgements", json=body)
    assert answer.status_code == 403
    assert error(answer)
    assert items(own_client, "/judgements", kind="events") == []
