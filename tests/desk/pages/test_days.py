"""Facts by day, as the time brush of the filters asks for them."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from dragoman.crises import Ledger, review
from dragoman.store import Store


def days(client: TestClient, query: str = "") -> dict[str, Any]:
    answer = client.get(f"/days?{query}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_facts_are_counted_by_the_day_on_which_they_began(client: TestClient) -> None:
    found = days(client)
    assert found["first"] == "2031-05-01"
    assert sum(found["counts"]) > 5


def test_the_days_that_are_chosen_take_nothing_away(client: TestClient) -> None:
    assert days(client, "since=2031-05-02&until=2031-05-02") == days(client)


def test_the_other_filters_hold(client: TestClient) -> None:
    assert sum(days(client, "kind=contacts")["counts"]) < sum(days(client)["counts"])


def test_what_is_rejected_is_counted_no_more(own_client: TestClient, own_store: Store) -> None:
    before = sum(days(own_client, "kind=contacts")["counts"])
    with own_store.work() as unit:
        entry = next(iter(Ledger(unit.view).entries("contacts")))
        for report in entry.reports:
            review.judge(unit, "reject", "contacts", report.told.fact.id, who="ada")
        left = [each for each in Ledger(unit.view).entries("contacts") if each.first_day]
    assert sum(days(own_client, "kind=contacts").get("counts", ())) == len(left) < before


def test_an_empty_ledger_has_no_days(empty_client: TestClient) -> None:
    assert days(empty_client) == {}


def test_a_crisis_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/days?crisis=none").status_code == 404


def test_every_view_has_the_brush(client: TestClient) -> None:
    for path in ("/timeline", "/standings", "/articles"):
        assert 'data-from="/days?kind=contacts"' in client.get(f"{path}?kind=contacts").text


def test_the_brush_of_statements_counts_statements(client: TestClient) -> None:
    assert 'data-from="/days?kind=statements"' in client.get("/statements").text
