"""The page of one fact: all its reports, and what they tell differently."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import Entry
from dragoman.crises.ledger import Ledger
from dragoman.desk import links
from dragoman.desk.parts import reports
from dragoman.store import Store


@pytest.fixture(scope="module")
def ledger(desk_store: Store) -> dict[str, Entry]:
    """The first entry of each kind."""
    with desk_store.view() as view:
        kinds = ("events", "contacts", "positions", "statements")
        return {kind: next(Ledger(view).entries(kind)) for kind in kinds}


def test_all_reports_are_shown_with_their_words(
    client: TestClient, ledger: dict[str, Entry]
) -> None:
    entry = ledger["contacts"]
    page = client.get(links.entry(entry.id)).text
    assert page.count("<blockquote") == len(entry.reports) > 1
    assert "<mark>Foreign Minister Kari Lund phoned" in page
    for report in entry.reports:
        assert links.article(report.article.id, fact=report.told.fact.id) in page


def test_what_reports_tell_differently_stands_side_by_side(
    client: TestClient, desk_store: Store
) -> None:
    with desk_store.view() as view:
        entries = [each for kind in ("events", "contacts") for each in Ledger(view).entries(kind)]
    differing = [each for each in entries if each.conflicts]
    for entry in differing:
        page = client.get(links.entry(entry.id)).text
        assert "What reports tell differently" in page
    assert (
        "What reports tell differently"
        not in client.get(links.entry(next(each.id for each in entries if not each.conflicts))).text
    )


def test_a_position_leads_to_the_act_and_the_holder(
    client: TestClient, ledger: dict[str, Entry]
) -> None:
    page = client.get(links.entry(ledger["positions"].id)).text
    assert links.entry(ledger["events"].id) in page
    assert links.actor("NOR") in page


def test_it_is_shown_within_its_crisis(client: TestClient, ledger: dict[str, Entry]) -> None:
    assert "Raid in the strait" in client.get(links.entry(ledger["events"].id)).text


def test_of_many_reports_some_are_shown(
    client: TestClient, ledger: dict[str, Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports.Reports.shown, "__defaults__", (1,))
    page = client.get(links.entry(ledger["contacts"].id)).text
    assert f"And {len(ledger['contacts'].reports) - 1}" in page


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get(links.entry("none")).status_code == 404
