"""The queue of review and the work of reviewers by the API."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import review
from dragoman.store import Store
from tests.desk.api.calls import ROOT, error, every, get, items, post


def test_the_queue_is_in_the_order_of_the_page(client: TestClient) -> None:
    found = every(client, "/review", limit=3)
    urgencies = [each["urgency"] for each in found]
    assert urgencies == sorted(urgencies, reverse=True)
    for each in found:
        told = each["doubt"] * each["weight"] * each["spread"]
        assert each["urgency"] == pytest.approx(told)
    assert {each["id"] for each in found} == {each["id"] for each in every(client, "/entries")}


def test_the_queue_names_its_entries_and_is_narrowed_down(client: TestClient) -> None:
    answer = get(client, "/review", kind="contacts", cites=0)
    assert {each["kind"] for each in answer["items"]} == {"contacts"}
    assert set(answer["entries"]) == {each["id"] for each in answer["items"]}
    assert all(each["citations"] == [] for each in answer["entries"].values())


def test_what_is_judged_leaves_the_queue(own_client: TestClient) -> None:
    first = get(own_client, "/review", limit=1)
    entry = first["items"][0]
    fact = first["entries"][entry["id"]]["citations"][0]["fact"]
    decision = {"verdict": "accept", "kind": entry["kind"], "fact": fact}
    assert post(own_client, "/judgements", decision).status_code == 201
    assert entry["id"] not in {each["id"] for each in every(own_client, "/review")}


def test_what_somebody_judged_is_given_where_it_is_asked_for(
    own_client: TestClient, own_store: Store
) -> None:
    some = get(own_client, "/review", limit=3)
    told = {each["id"]: some["entries"][each["id"]] for each in some["items"]}
    with own_store.work() as unit:
        for each in told.values():
            review.judge(unit, "accept", each["kind"], each["citations"][0]["fact"], who="asha")
    found = every(own_client, "/review", reviewed="yes", limit=2)
    assert told.keys() <= {each["id"] for each in found}
    waiting = every(own_client, "/review", reviewed="no")
    assert {each["id"] for each in found}.isdisjoint(each["id"] for each in waiting)
    tallies = get(own_client, "/review/workload")["tallies"]
    assert len(found) == sum(each["reviewed"] for each in tallies)


def test_a_cursor_of_another_list_is_refused(client: TestClient) -> None:
    cursor = get(client, "/entries", limit=1)["next"]
    answer = client.get(f"{ROOT}/review", params={"cursor": cursor})
    assert (answer.status_code, error(answer)) == (400, "bad_request")


def test_the_work_of_reviewers(own_client: TestClient, own_store: Store) -> None:
    before = get(own_client, "/review/workload")
    assert (before["reviewers"], before["agreement"]["share"]) == ([], None)
    entry = items(own_client, "/entries", kind="contacts")[0]
    fact = entry["citations"][0]["fact"]
    with own_store.work() as unit:
        review.judge(unit, "accept", "contacts", fact, who="asha")
        review.judge(unit, "reject", "contacts", fact, who="jlind")
    found = get(own_client, "/review/workload", kind="contacts")
    assert {each["who"] for each in found["reviewers"]} == {"asha", "jlind"}
    (pair,) = found["pairs"]
    assert (pair["one"], pair["other"], pair["facts"], pair["alike"]) == ("asha", "jlind", 1, 0)
    (tally,) = found["tallies"]
    assert tally["left"] == tally["count"] - tally["reviewed"]
    assert tally["reviewed"] > 0
