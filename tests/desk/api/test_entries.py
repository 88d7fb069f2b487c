"""The facts of the ledger by the API."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import Ledger
from dragoman.crises.entries import KINDS
from dragoman.store import Store
from tests.desk.api.calls import ROOT, error, every, get, items


def known(store: Store, *kinds: str, **asked: Any) -> set[str]:
    with store.view() as view:
        return {each.id for kind in kinds for each in Ledger(view).entries(kind, **asked)}


@pytest.mark.parametrize("limit", [1, 3, 200])
def test_parts_together_are_the_whole(client: TestClient, desk_store: Store, limit: int) -> None:
    found = every(client, "/entries", limit=limit)
    assert len(found) == len({each["id"] for each in found})
    assert {each["id"] for each in found} == known(desk_store, *KINDS)


def test_entries_come_by_their_first_day(client: TestClient) -> None:
    days = [each["days"]["first"] or "9999" for each in every(client, "/entries", limit=4)]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ({"kind": "contacts"}, {}),
        ({"kind": "contacts", "country": "NOR"}, {"code": "NOR"}),
        ({"kind": "contacts", "since": "2031-05-05"}, {"since": date(2031, 5, 5)}),
        ({"kind": "contacts", "origins": 2}, {"origins": 2}),
    ],
)
def test_entries_are_narrowed_down(
    client: TestClient, desk_store: Store, query: dict[str, Any], asked: dict[str, Any]
) -> None:
    found = {each["id"] for each in every(client, "/entries", limit=2, **query)}
    assert found == known(desk_store, "contacts", **asked)


def test_several_countries_are_alternatives(client: TestClient) -> None:
    both = {each["id"] for each in every(client, "/entries", country=["nor", "FRD"])}
    one, other = (
        {each["id"] for each in every(client, "/entries", country=code)} for code in ("NOR", "FRD")
    )
    assert both == one | other


def test_an_outlet_narrows_it_down(client: TestClient) -> None:
    found = items(client, "/entries", outlet="Courier", kind="positions")
    assert found
    assert all("Courier" in each["outlets"] for each in found)


def test_an_entry_tells_who_took_which_part_and_cites(client: TestClient) -> None:
    (entry, *_) = items(client, "/entries", kind="contacts", cites=2)
    assert {each["part"] for each in entry["parts"]} == {"initiator", "counterpart"}
    assert entry["sentence"].endswith(".")
    assert entry["certainty"] == "reported"
    assert 1 <= len(entry["citations"]) <= 2
    assert entry["citations"][0]["words"]


def test_without_citations_there_are_none(client: TestClient) -> None:
    assert all(each["citations"] == [] for each in items(client, "/entries", cites=0))


def test_one_entry_has_every_report(client: TestClient) -> None:
    entry = max(items(client, "/entries"), key=lambda each: each["reports"])
    whole = get(client, f"/entries/{entry['id']}")
    assert entry["reports"] > 1
    assert len(whole["citations"]) == entry["reports"]


def test_an_entry_that_is_not_there_is_not_found(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/entries/none")
    assert (answer.status_code, error(answer)) == (404, "not_found")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("kind=wars", 422),
        ("confidence=2", 422),
        ("since=Friday", 422),
        ("limit=0", 422),
        ("colour=red", 422),
        ("cursor=x", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str, status: int) -> None:
    answer = client.get(f"{ROOT}/entries?{query}")
    assert answer.status_code == status
    assert error(answer) in {"invalid", "bad_request"}
