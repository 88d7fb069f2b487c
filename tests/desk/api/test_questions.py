"""Timeline, standings, attitudes, outreach, brief and search by the API."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.crises.questions import Questions, Scope
from dragoman.store import Store
from tests.desk.api.calls import ROOT, error, every, get, items

ANSWERS = [
    ("/timeline", {}),
    ("/standings", {}),
    ("/attitudes", {}),
    ("/outreach/exchanges", {}),
    ("/outreach/campaigns", {}),
    ("/outreach/uncalled", {"of": "NOR"}),
]


def _ids(value: Any, name: str = "") -> set[str]:
    """Return all ids of entries that an answer names."""
    if isinstance(value, dict):
        return {each for key, one in value.items() for each in _ids(one, key)}
    if isinstance(value, list):
        return {each for one in value for each in _ids(one, name)}
    return {value} if name in {"entry", "entries", "own", "act"} and value else set()


@pytest.mark.parametrize(("path", "query"), ANSWERS)
def test_every_entry_that_is_named_is_given(
    client: TestClient, path: str, query: dict[str, str]
) -> None:
    answer = get(client, path, **query)
    assert _ids(answer["items"]) == set(answer["entries"])


@pytest.mark.parametrize(("path", "query"), ANSWERS)
def test_an_empty_store_has_empty_answers(
    empty_client: TestClient, path: str, query: dict[str, str]
) -> None:
    assert get(empty_client, path, **query) == {"items": [], "next": None, "entries": {}}


@pytest.mark.parametrize(("path", "query"), ANSWERS)
def test_answers_come_in_parts(client: TestClient, path: str, query: dict[str, str]) -> None:
    assert every(client, path, limit=1, **query) == get(client, path, **query)["items"]


def test_the_timeline_is_that_of_the_ledger(client: TestClient, desk_store: Store) -> None:
    with desk_store.view() as view:
        days = Questions(view).timeline(Scope(since=date(2031, 5, 2)))
    found = every(client, "/timeline", since="2031-05-02")
    assert [each["day"] for each in found] == [str(each.day) for each in days]
    assert [each["counts"] for each in found] == [dict(each.counts) for each in days]


def test_standings_tell_who_holds_what_since_when(client: TestClient, desk_store: Store) -> None:
    with desk_store.view() as view:
        (first, *_) = Questions(view).standings()
    (act, *_) = items(client, "/standings")
    assert act["target"] == first.target
    assert act["counts"] == dict(first.counts)
    assert [each["holder"]["key"] for each in act["standings"]] == [
        each.holder.key for each in first.standings
    ]


def test_a_country_may_be_told_by_its_name(client: TestClient) -> None:
    named = items(client, "/entries", country=["Norway"])
    assert named
    assert named == items(client, "/entries", country=["NOR"])
    refused = client.get("/api/v1/entries", params={"country": "Norwey"})
    assert refused.status_code == 400
    assert refused.json()["error"]["hint"] == "Did you mean Norway?"


def test_standings_of_one_country_are_its_own(client: TestClient) -> None:
    holders = {
        each["holder"]["code"]
        for act in items(client, "/standings", country=["NOR", "SWE"])
        for each in act["standings"]
    }
    assert holders == {"NOR"}


def test_standings_on_one_act(client: TestClient) -> None:
    (act, *_) = items(client, "/standings")
    assert [each["target"] for each in items(client, "/standings", act=act["target"])] == [
        act["target"]
    ]
    assert items(client, "/standings", act="no such act") == []


def test_exchanges_count_what_was_held(client: TestClient, desk_store: Store) -> None:
    with desk_store.view() as view:
        (first, *_) = Questions(view).outreach().exchanges
    (exchange, *_) = items(client, "/outreach/exchanges")
    assert (exchange["number"], exchange["channels"]) == (first.number, dict(first.channels))


def test_who_has_not_been_called_is_told(client: TestClient) -> None:
    query = {"of": "nor", "expected": ["SWE", "ISL"]}
    codes = {each["side"]["code"] for each in items(client, "/outreach/uncalled", **query)}
    assert codes == {"SWE", "ISL"}


def test_a_brief_has_sentences_that_cite(client: TestClient) -> None:
    brief = get(client, "/brief", title="Morning", reported_since="2031-05-01T00:00:00Z")
    sentences = [each for section in brief["sections"] for each in section["sentences"]]
    assert brief["title"] == "Morning"
    assert sentences
    assert all(each["citations"] for each in sentences)


@pytest.mark.parametrize(
    ("form", "kind", "start"),
    [
        ("markdown", "text/markdown", b"# Brief"),
        ("html", "text/html", b"<!doctype html>"),
        ("pdf", "application/pdf", b"%PDF"),
    ],
)
def test_a_brief_is_a_document(client: TestClient, form: str, kind: str, start: bytes) -> None:
    answer = client.get(f"{ROOT}/brief/document?form={form}")
    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.content.lower().startswith(start.lower())


def test_a_moment_without_a_zone_is_refused(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/brief?reported_since=2031-05-01T00:00:00")
    assert (answer.status_code, error(answer)) == (422, "invalid")


def test_words_are_found_in_articles_and_facts(client: TestClient) -> None:
    (article, *_) = items(client, "/articles")
    word = article["title"].split()[0]
    found = items(client, "/search", q=word)
    assert found
    for each in found:
        start, end = each["marks"][0]
        assert each["words"][start:end].casefold().startswith(word.casefold()[:3])
        assert (each["fact"] is None) == (each["kind"] == "articles")


def test_a_search_is_narrowed_down_to_kinds(client: TestClient) -> None:
    (article, *_) = items(client, "/articles")
    found = items(client, "/search", q=article["title"].split()[0], kind="articles")
    assert {each["kind"] for each in found} == {"articles"}


@pytest.mark.parametrize("country", ["nor", "Norway"])
def test_a_search_is_narrowed_down_to_a_country_by_code_or_name(
    client: TestClient, country: str
) -> None:
    entry = items(client, "/entries", country="NOR")[0]
    word = entry["citations"][0]["words"].split()[0]
    found = items(client, "/search", q=word, country=country)
    assert found
    assert found == items(client, "/search", q=word, country="NOR")
    answer = client.get(f"{ROOT}/search", params={"q": word, "country": "Norwey"})
    assert (answer.status_code, error(answer)) == (400, "bad_request")


def test_a_question_without_words_is_refused(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/search", params={"q": "-"})
    assert (answer.status_code, error(answer)) == (400, "bad_request")
