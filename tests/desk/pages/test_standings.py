"""The page of standings."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.pages import standings
from dragoman.records import content_id
from dragoman.store import Store
from tests.crises.questions.telling import add, told
from tests.desk.looking import data_of
from tests.records.examples import record


def reported(store: Store) -> None:
    """Let the courier say that Freedonia says that Norway supports the raid."""
    (position,) = record().positions
    said = replace(
        position, stance="support", basis="reported", reporter="freedonia", statement=None
    )
    alone: dict[str, Any] = {"contacts": (), "attitudes": (), "statements": ()}
    add(store, told("courier", 5, positions=(said,), **alone))


def on_policies(store: Store, *policies: str) -> None:
    """Let the courier tell of a position on each of some policies."""
    (position,) = record().positions
    for day, words in enumerate(policies, start=8):
        some = replace(position, id=content_id(words), target=words)
        add(store, told("courier", day, positions=(some,), contacts=(), events=()))


def stances(text: str) -> list[str]:
    """Return the stances of the table, in order."""
    table = text[text.index('<table class="standing-table">') :]
    return re.findall(r'class="stance stance-(\w+)', table)


def test_the_table_tells_who_stands_where_and_since_when(client: TestClient) -> None:
    page = client.get("/standings")
    assert page.status_code == 200
    assert stances(page.text) == ["restraint", "criticism"]
    assert "2–3 May 2031" in page.text
    assert ", changed" in page.text


def test_on_a_day_only_what_was_told_by_then_is_shown(client: TestClient) -> None:
    assert stances(client.get("/standings?on=2031-05-03").text) == ["restraint"]


def test_before_anybody_spoke_the_page_says_so(client: TestClient) -> None:
    page = client.get("/standings?on=2031-05-01").text
    assert "Nobody had taken a position" in page


def test_a_chip_opens_the_words(client: TestClient) -> None:
    page = client.get("/standings").text
    links = re.findall(r'class="chip" href="(/words[^"]+)"', page)
    opened = client.get(unescape(links[0]))
    assert (opened.status_code, "Both sides must step back" in opened.text) == (200, True)


def test_the_map_knows_each_step_of_each_holder(client: TestClient) -> None:
    found = data_of(client.get("/standings").text, "standing-data")
    (norway,) = found["holders"]
    assert [(each["day"], each["stances"], each["own"]) for each in norway["steps"]] == [
        ("2031-05-02", ["restraint"], True),
        ("2031-05-04", ["criticism"], True),
    ]
    assert found["days"] == ["2031-05-02", "2031-05-03", "2031-05-04"]


def test_what_others_report_is_hatched_and_named(own_client: TestClient, own_store: Store) -> None:
    reported(own_store)
    page = own_client.get("/standings").text
    assert re.search(r'class="chip".{0,400}stance-support stance-reported', page, re.DOTALL)
    assert "by FRD, against its own words" in page


def test_words_of_articles_cannot_leave_the_data_of_the_map(
    own_client: TestClient, own_store: Store
) -> None:
    evil = "</script><script>alert(1)</script>"
    on_policies(own_store, evil)
    page = own_client.get("/standings", params={"act": evil})
    assert (page.status_code, "<script>alert" in page.text) == (200, False)


def test_filters_narrow_the_holders(client: TestClient) -> None:
    assert "Nobody takes a position here yet" in client.get("/standings?country=SWE").text
    assert stances(client.get("/standings?country=NOR").text) == ["restraint", "criticism"]


def test_a_kind_among_the_filters_does_not_hide_positions(client: TestClient) -> None:
    assert stances(client.get("/standings?kind=contacts").text) == ["restraint", "criticism"]


@pytest.mark.parametrize(
    ("query", "status"),
    [("act=nothing", 404), ("on=yesterday", 400), ("column=0", 422), ("crisis=none", 404)],
)
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/standings?{query}").status_code == status


def test_an_empty_field_asks_for_nothing(client: TestClient) -> None:
    assert client.get("/standings?act=&on=").status_code == 200


def test_without_articles_the_page_says_what_to_do(empty_client: TestClient) -> None:
    page = empty_client.get("/standings").text
    assert "Nobody takes a position here yet" in page
    assert 'data-island="map"' not in page


def test_of_too_many_positions_the_latest_are_shown(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standings, "MOST_POSITIONS", 1)
    page = client.get("/standings").text
    assert "the latest of 3 positions: those since 4 May 2031" in page
    assert stances(page) == ["criticism"]


def test_the_table_shows_a_few_acts_and_leads_to_the_others(
    own_client: TestClient, own_store: Store
) -> None:
    on_policies(own_store, "a levy", "a quota", "patrols", "talks", "the treaty")
    page = own_client.get("/standings").text
    assert (standings.COLUMNS, page.count('<th scope="col"><a')) == (4, 4)
    following = re.search(r'rel="next"[^>]*href="([^"]+)"', page)
    assert following is not None
    assert own_client.get(unescape(following[1])).text.count('<th scope="col"><a') == 1
