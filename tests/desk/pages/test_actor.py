"""The page of one actor."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.persons import Persons
from dragoman.desk import links
from dragoman.desk.filters import Filters
from dragoman.desk.pages import actor
from dragoman.store import Store


@pytest.fixture(scope="module")
def lund(desk_store: Store) -> str:
    """The id of the minister of the examples."""
    with desk_store.view() as view:
        return Persons(view).find("Lund")[0].id


def test_a_person_has_offices_with_their_sources(
    client: TestClient, desk_store: Store, lund: str
) -> None:
    page = client.get(links.actor(lund)).text
    with desk_store.view() as view:
        (office,) = Persons(view).person(lund).offices
    assert "Foreign minister" in page
    assert f'<a href="{links.article(office.first_article)}">2 May 2031</a>' in page


def test_what_somebody_said_and_whom_they_met_is_told(client: TestClient, lund: str) -> None:
    page = client.get(links.actor(lund)).text
    assert 'id="of-statements"' in page
    assert 'id="of-contacts"' in page
    assert "Both sides must step back" in page


def test_a_state_has_positions_and_persons(client: TestClient, lund: str) -> None:
    page = client.get(links.actor("NOR")).text
    assert "<h1>Norway</h1>" in page
    assert 'id="of-positions"' in page
    assert links.actor(lund) in page


def test_an_act_of_others_is_no_position_of_its_own(client: TestClient) -> None:
    assert 'id="of-positions"' not in client.get(links.actor("DNK")).text


def test_one_kind_is_shown_page_by_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actor, "AT_ONCE", 1)
    monkeypatch.setattr(actor, "_OF_EACH", 1)
    address, seen = links.actor("NOR", Filters(kinds=("contacts",))), []
    assert address in client.get(links.actor("NOR")).text.replace("&amp;", "&")
    while address:
        page = client.get(address).text.replace("&amp;", "&")
        seen += [part.split('"')[0] for part in page.split('class="fact" id="fact-')[1:]]
        address = page.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
        address = address if 'rel="next"' in page else ""
    assert len(seen) == len(set(seen)) > 1


def test_filters_hold(client: TestClient, lund: str) -> None:
    assert (
        "Nothing within these filters" in client.get(f"{links.actor(lund)}?until=1999-01-01").text
    )


def test_a_second_state_narrows_what_is_shown(client: TestClient) -> None:
    page = client.get(f"{links.actor('NOR')}?country=DNK").text
    assert ('id="of-contacts"' in page, 'id="of-attitudes"' in page) == (True, False)


@pytest.mark.parametrize("key", ["none", "XYZ", "<script>"])
def test_who_is_not_there_is_not_found(client: TestClient, key: str) -> None:
    assert client.get(links.actor(key)).status_code == 404


def test_a_cursor_of_another_list_is_refused(client: TestClient) -> None:
    assert client.get(f"{links.actor('NOR')}?kind=contacts&cursor=x").status_code == 400
