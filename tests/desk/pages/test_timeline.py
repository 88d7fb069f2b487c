"""The page of the timeline."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.pages import timeline
from dragoman.records import When
from dragoman.store import Store
from tests.crises.questions.telling import add, told
from tests.desk.looking import data_of
from tests.records.examples import record


def read(client: TestClient, query: str = "") -> str:
    page = client.get(f"/timeline?{query}")
    assert page.status_code == 200
    return page.text


def chart(text: str) -> dict[str, Any]:
    return data_of(text, "timeline-data")


def facts(text: str) -> list[str]:
    return re.findall(r'<article class="fact" id="fact-(\w+)"', text)


def days(text: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'<h2 id="day-\d+">([^<]+)</h2>', text)]


def test_days_stand_in_order_with_their_facts(client: TestClient) -> None:
    text = read(client)
    assert days(text)[:2] == ["1 May 2031", "2 May 2031"]
    assert "The raid" in text or "An attack" in text


def test_the_chart_has_the_facts_of_the_list(client: TestClient) -> None:
    text = read(client)
    assert {each["fact"] for each in chart(text)["bars"]} <= set(facts(text))
    assert "Norway" in {each["name"] for each in chart(text)["lanes"]}


def test_lanes_are_of_persons_where_that_is_asked(client: TestClient) -> None:
    lanes = {each["name"] for each in chart(read(client, "by=person"))["lanes"]}
    assert "Kari Lund" in lanes


@pytest.mark.parametrize("query", ["by=outlet", "recalled=perhaps", "cursor=nonsense", "since=May"])
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/timeline?{query}").status_code in {400, 422}


def test_filters_hold(client: TestClient) -> None:
    assert {each["kind"] for each in chart(read(client, "kind=contacts"))["bars"]} == {"contacts"}
    assert days(read(client, "since=2031-05-05&until=2031-05-05")) == ["5 May 2031"]


def test_attitudes_are_shown_where_they_are_asked_for(client: TestClient) -> None:
    assert "attitudes" not in {each["kind"] for each in chart(read(client))["bars"]}
    assert {each["kind"] for each in chart(read(client, "kind=attitudes"))["bars"]} == {"attitudes"}


def test_the_form_of_filters_keeps_what_the_page_asks(client: TestClient) -> None:
    text = read(client, "by=person&recalled=true")
    assert '<input type="hidden" name="by" value="person">' in text
    assert '<input type="hidden" name="recalled" value="true">' in text


def test_what_is_recalled_is_shown_where_it_is_asked_for(
    own_store: Store, own_client: TestClient
) -> None:
    (raid,) = record().events
    old = replace(raid, modality="historical", when=When("2029-03-01", "2029-03-01"))
    add(own_store, told("courier", 9, events=(old,)))
    assert "1 Mar 2029" not in days(read(own_client))
    assert days(read(own_client, "recalled=true"))[0] == "1 Mar 2029"


def test_an_uncertain_day_is_a_range(own_store: Store, own_client: TestClient) -> None:
    (call,) = record().contacts
    some = replace(call, when=When("2031-04-01", "2031-04-20"))
    add(own_store, told("courier", 9, contacts=(some,)))
    ranges = {(each["first"], each["last"]) for each in chart(read(own_client))["bars"]}
    assert ("2031-04-01", "2031-04-20") in ranges


def test_copies_are_folded_beneath_the_first(own_store: Store, own_client: TestClient) -> None:
    first = told("post", 2)
    copy = replace(first.article, url="https://copy.example/2", publisher="Copy")
    with own_store.work() as unit:
        from dragoman.crises import take

        again = replace(first, article=copy)
        take(unit, unit.writer.write(again), again, origin="Post")
    assert "and 1 copy" in read(own_client)


def test_a_change_of_position_is_told(client: TestClient) -> None:
    text = read(client, "kind=positions")
    assert "A change, from restraint to criticism:" in text
    assert ["restraint", "criticism"] in [each["turn"] for each in chart(text)["bars"]]


def test_long_lists_go_on_page_by_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = facts(read(client))
    monkeypatch.setattr(timeline, "AT_ONCE", 2)
    found: list[str] = []
    address = "/timeline"
    while address:
        text = client.get(address).text
        found += facts(text)
        after = re.search(r'<a href="([^"]+)" rel="next"', text)
        address = unescape(after[1]) if after else ""
    assert found == whole


def test_nothing_within_the_filters_leads_back(client: TestClient) -> None:
    text = read(client, "since=1990-01-01&until=1990-01-02")
    assert "Nothing within these filters" in text
    assert 'href="/timeline"' in text


def test_an_empty_ledger_says_what_to_do(empty_client: TestClient) -> None:
    assert "/articles/new" in read(empty_client)
