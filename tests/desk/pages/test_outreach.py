"""The page of outreach."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.pages import outreach
from dragoman.desk.parts import contacting
from dragoman.store import Store
from tests.desk.looking import data_of
from tests.desk.pages.calling import add_planned, add_round


def text_of(page: str) -> str:
    """Return what a page says, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def section(page: str, title: str) -> str:
    """Return what a section of the page says."""
    return text_of(page[page.index(f'<h2 id="{title}"') :].split("</section>", maxsplit=1)[0])


def test_the_table_tells_who_began_and_with_whom_with_totals(client: TestClient) -> None:
    page = client.get("/outreach")
    assert page.status_code == 200
    assert section(page.text, "matrix-title").endswith("Denmark All Norway 3 3 All 3 3")


def test_a_cell_opens_the_contacts_with_their_words(client: TestClient) -> None:
    page = client.get("/outreach").text
    link = re.search(r'class="met" href="([^"]+)"', page)
    assert link is not None
    opened = client.get(unescape(link[1]))
    assert opened.text.count('class="fact"') == 3
    assert "phoned her Danish counterpart" in opened.text


def test_by_person_the_minister_stands_for_herself(client: TestClient) -> None:
    page = client.get("/outreach?by=person").text
    assert "Kari Lund (Norway)" in section(page, "matrix-title")
    assert re.search(r'aria-current="true">By person', page)


def test_the_network_knows_nodes_and_lines(client: TestClient) -> None:
    found = data_of(client.get("/outreach").text, "network-data")
    assert {(each["name"], each["level"]) for each in found["nodes"]} == {
        ("Norway", 2),
        ("Denmark", 2),
    }
    (line,) = found["lines"]
    assert (found["nodes"][line["from"]]["name"], line["channel"], line["number"]) == (
        *("Norway", "phone"),
        3,
    )
    assert client.get(line["link"]).status_code == 200


def test_what_is_planned_is_told_apart_and_not_counted(
    own_client: TestClient, own_store: Store
) -> None:
    add_planned(own_store)
    page = own_client.get("/outreach").text
    assert "Norway 3 1 planned 3 +1" in section(page, "matrix-title")
    assert [each["outcome"] for each in data_of(page, "network-data")["lines"]] == ["held", "open"]


def test_who_was_reached_at_another_level_is_pointed_out_with_the_reason(
    own_client: TestClient, own_store: Store
) -> None:
    add_round(own_store)
    page = own_client.get("/outreach").text
    said = section(page, "rounds-title")
    assert "Kari Lund (Norway, level 2)" in said
    reason = "reached at level 2, with Timo Salo (minister)"
    assert f"Finland : {reason}; 2 of the" in said
    assert "differs" in section(page, "matrix-title")
    lines = data_of(page, "network-data")["lines"]
    assert [each["differs"] is not None for each in lines].count(True) == 1


def test_who_has_not_been_called_is_listed_for_whoever_began_most(
    own_client: TestClient, own_store: Store
) -> None:
    add_round(own_store)
    assert "with every government" in section(own_client.get("/outreach").text, "absent-title")
    page = own_client.get("/outreach?of=dnk").text
    absent = re.findall(r"(\w+) \d none told", section(page, "absent-title"))
    assert absent == ["Finland", "Iceland", "Sweden"]


def test_a_country_among_the_filters_is_the_one_whose_contacts_are_missed(
    own_client: TestClient, own_store: Store
) -> None:
    add_round(own_store)
    page = own_client.get("/outreach?country=DNK").text
    assert '<option value="DNK" selected>' in page
    assert "Sweden" in section(page, "absent-title")


def test_what_is_asked_for_goes_along_with_the_filters(client: TestClient) -> None:
    page = client.get("/outreach?by=person&of=NOR&since=2031-05-01").text
    form = page[page.index('<form method="get" action="/outreach"') :].split("</form>")[0]
    assert 'name="by" value="person"' in form
    assert 'name="of" value="NOR"' in form
    assert "/outreach?since=2031-05-01&amp;of=NOR" in page


def test_a_kind_among_the_filters_does_not_hide_contacts(client: TestClient) -> None:
    assert "Norway 3 3" in text_of(client.get("/outreach?kind=events").text)


def test_of_too_many_contacts_the_latest_are_shown(
    own_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contacting, "MOST_CONTACTS", 1)
    page = text_of(own_client.get("/outreach").text)
    assert "the latest of 3 contacts: those since 6 May 2031" in page
    assert "Norway 1 1" in page


def test_of_too_many_sides_the_busiest_are_shown(
    own_client: TestClient, own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_round(own_store)
    monkeypatch.setattr(outreach, "MOST_SIDES", 2)
    page = own_client.get("/outreach").text
    assert "2 more have few contacts" in text_of(page)
    assert data_of(page, "network-data")["further"] == 3


@pytest.mark.parametrize(
    ("query", "status"),
    [("of=nowhere", 404), ("of=ISL", 200), ("by=planet", 422), ("crisis=none", 404)],
)
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/outreach?{query}").status_code == status


def test_without_articles_the_page_says_what_to_do(empty_client: TestClient) -> None:
    page = empty_client.get("/outreach").text
    assert "Nobody contacts anybody here yet" in page
    assert 'data-island="network"' not in page
