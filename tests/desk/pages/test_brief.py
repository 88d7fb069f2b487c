"""A brief is chosen, read, taken along and saved."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.briefs import SavedBriefs
from dragoman.crises.stories import Crises
from dragoman.desk import links
from dragoman.desk.filters import Filters
from dragoman.store import Store
from tests.desk.forms import post


@pytest.fixture
def crisis(desk_store: Store) -> str:
    """The id of the crisis of the examples."""
    with desk_store.view() as view:
        return next(iter(Crises(view).all())).id


def headings(text: str) -> list[str]:
    """Return the headings of the sections of a brief on a page."""
    found = re.findall(r'<h[23] id="section-\d+">([^<]+)<', text)
    return [str(each) for each in found]


def test_every_sentence_cites_and_leads_to_the_words(client: TestClient, crisis: str) -> None:
    text = client.get(links.brief(Filters(crisis=crisis))).text
    said = re.findall(r'<li class="line line-ledger">.*?</li>', text, re.DOTALL)
    assert said
    cited = [re.findall(r'href="(/articles/[^"]+fact=[^"]+)"', each) for each in said]
    assert all(cited)
    assert client.get(cited[0][0].replace("&amp;", "&")).status_code == 200


def test_numbers_are_those_of_the_sources(client: TestClient, crisis: str) -> None:
    text = client.get(links.brief(Filters(crisis=crisis))).text
    numbers = {int(each) for each in re.findall(r">\[(\d+)\]<", text)}
    assert numbers == {int(each) for each in re.findall(r'id="source-(\d+)"', text)}
    assert numbers == set(range(1, len(numbers) + 1))


def test_sections_are_chosen_and_put_in_order(client: TestClient, crisis: str) -> None:
    filters = Filters(crisis=crisis)
    both = [("section", "statements"), ("section", "contacts")]
    text = client.get(links.wished_brief(filters, both)).text
    assert headings(text) == ["Statements", "Contacts"]
    (earlier,) = re.findall(r'class="earlier" href="([^"]+)"', text)
    swapped = client.get(earlier.replace("&amp;", "&")).text
    assert headings(swapped) == ["Contacts", "Statements"]


def test_filters_narrow_it_down(client: TestClient, crisis: str) -> None:
    text = client.get(links.brief(Filters(crisis=crisis, kinds=("contacts",)))).text
    assert headings(text) == ["Contacts"]


def test_a_stretch_of_time_is_chosen(client: TestClient, crisis: str) -> None:
    day = {"span": "between", "reported_from": "2031-05-05", "reported_to": "2031-05-05"}
    text = client.get(links.brief(Filters(crisis=crisis), **day)).text
    assert "since 5 May 2031, 00:00 UTC until 6 May 2031, 00:00 UTC" in text
    assert 'value="2031-05-05"' in text
    long_ago = {**day, "reported_from": "2001-05-05", "reported_to": "2001-05-05"}
    text = client.get(links.brief(Filters(crisis=crisis), **long_ago)).text
    assert "Nothing new was reported" in text


@pytest.mark.parametrize("span", ["visit", "day", "week"])
def test_the_last_days_and_visit_are_chosen(client: TestClient, crisis: str, span: str) -> None:
    client.cookies.set(f"seen-{crisis[:16]}", "1.2")
    text = client.get(links.brief(Filters(crisis=crisis), span=span)).text
    assert "Reports since" in text
    assert f'value="{span}" checked' in text


def test_a_first_visit_sees_everything(client: TestClient, crisis: str) -> None:
    text = client.get(links.brief(Filters(crisis=crisis), span="visit")).text
    assert "All reports" in text
    assert "this is the first" in text


def test_without_a_crisis_or_days_it_asks_for_one(client: TestClient) -> None:
    assert "Of what?" in client.get(links.brief()).text


def test_an_empty_desk_asks_too(empty_client: TestClient) -> None:
    assert empty_client.get(links.brief()).status_code == 200
    assert "No brief is saved" in empty_client.get(links.briefs()).text


@pytest.mark.parametrize(
    "query",
    [
        "span=never",
        "section=nothing",
        "most=0",
        "most=x",
        "reported_from=noon",
        "reported_to=9999-12-31",
    ],
)
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{links.brief()}?{query}").status_code == 400


@pytest.mark.parametrize(
    ("form", "kind", "ending"),
    [
        ("markdown", "text/markdown", "md"),
        ("html", "text/html", "html"),
        ("pdf", "application/pdf", "pdf"),
    ],
)
def test_it_is_taken_along(
    client: TestClient, crisis: str, form: str, kind: str, ending: str
) -> None:
    answer = client.get(links.brief_document(form, Filters(crisis=crisis)))
    assert answer.headers["content-type"].startswith(kind)
    assert f'filename="raid-in-the-strait.{ending}"' in answer.headers["content-disposition"]
    assert len(answer.content) > 500
    if form == "markdown":
        assert "# Raid in the strait" in answer.text


def test_it_is_saved_as_it_was_shown(own_client: TestClient, own_store: Store, crisis: str) -> None:
    filters, asked = Filters(crisis=crisis), [("section", "contacts"), ("most", "10")]
    page = links.wished_brief(filters, asked)
    answer = post(own_client, links.save_brief(filters, asked), {"title": "Morning"}, page=page)
    assert (answer.status_code, answer.headers["location"]) == (303, links.saved_brief(1))
    with own_store.view() as view:
        saved = SavedBriefs(view.connection).get(1)
    assert saved.asked["crisis"] == crisis
    assert [each.section for each in saved.latest.layout] == ["contacts"]
    shown = own_client.get(page).text
    assert headings(shown) == headings(own_client.get(links.saved_brief(1)).text)
    assert "Morning" in shown


def test_a_brief_without_a_title_is_not_saved(own_client: TestClient, crisis: str) -> None:
    where = links.save_brief(Filters(crisis=crisis))
    assert post(own_client, where, {"title": " "}).status_code == 400


def test_a_statement_is_told_with_its_words(client: TestClient, crisis: str) -> None:
    wish = [("section", "statements")]
    text = client.get(links.wished_brief(Filters(crisis=crisis), wish)).text
    assert re.search(r'<blockquote class="quotation">[^<]*Both sides must step back', text)
