"""Articles by the API."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.api import cursors
from dragoman.records import Record
from dragoman.store import Store
from tests.desk.api.calls import ROOT, error, every, get, items


def test_articles_come_the_latest_first(client: TestClient, desk_store: Store) -> None:
    found = every(client, "/articles", limit=2)
    days = [each["day"] for each in found]
    assert days == sorted(days, reverse=True)
    with desk_store.view() as view:
        assert {each["id"] for each in found} == {each.id for each in view.articles()}


def test_an_outlet_and_days_narrow_them_down(client: TestClient) -> None:
    found = items(client, "/articles", outlet="Globe", since="2031-05-05")
    assert {each["outlet"] for each in found} == {"Globe"}
    assert all(each["day"] >= "2031-05-05" for each in found)


def test_a_crisis_has_the_articles_of_its_stories(client: TestClient) -> None:
    (crisis,) = items(client, "/crises")
    of_crisis = {each["id"] for each in every(client, "/articles", crisis=crisis["id"])}
    stories = items(client, "/stories", crisis=crisis["id"])
    of_stories = {
        each["id"] for story in stories for each in items(client, "/articles", story=story["id"])
    }
    assert of_crisis == of_stories
    assert len(of_crisis) == crisis["articles"]


def test_an_article_has_its_text_and_its_place(client: TestClient) -> None:
    (first, *_) = items(client, "/articles")
    article = get(client, f"/articles/{first['id']}")
    start, end = article["paragraphs"][0]
    assert article["text"][start:end].strip()
    assert article["versions"] == [first["id"]]
    assert article["crisis"] == items(client, "/crises")[0]["id"]


def test_a_record_keeps_the_contract(client: TestClient) -> None:
    (first, *_) = items(client, "/articles")
    record = Record.from_dict(get(client, f"/articles/{first['id']}/record"))
    assert record.article.text == get(client, f"/articles/{first['id']}")["text"]


def test_facts_name_their_entries_and_words(client: TestClient) -> None:
    (first, *_) = items(client, "/articles", outlet="Post")
    text = get(client, f"/articles/{first['id']}")["text"]
    facts = items(client, f"/articles/{first['id']}/facts")
    assert facts
    for fact in facts:
        words = " … ".join(text[start:end] for start, end in fact["evidence"])
        assert fact["words"] == words
        entry = get(client, f"/entries/{fact['entry']}")
        assert fact["id"] in {each["fact"] for each in entry["citations"]}


@pytest.mark.parametrize("below", ["", "/record", "/facts", "/similar"])
def test_an_article_that_is_not_there_is_not_found(client: TestClient, below: str) -> None:
    answer = client.get(f"{ROOT}/articles/none{below}")
    assert (answer.status_code, error(answer)) == (404, "not_found")


def test_a_cursor_of_an_article_that_is_gone_is_refused(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/articles", params={"cursor": cursors.written("gone")})
    assert (answer.status_code, error(answer)) == (400, "bad_request")


def test_two_articles_are_compared(client: TestClient) -> None:
    one, other, *_ = (each["id"] for each in items(client, "/articles"))
    found = get(client, f"/articles/{one}/compare/{other}")
    facts = [len(items(client, f"/articles/{each}/facts")) for each in (one, other)]
    assert found["shared"] + len(found["only_one"]) <= facts[0]
    assert found["pairs"][0]["one"][0]["text"]
    same = get(client, f"/articles/{one}/compare/{one}")
    assert (same["only_one"], same["only_other"]) == ([], [])
    assert all(each["same"] for each in same["pairs"])
    assert error(client.get(f"{ROOT}/articles/{one}/compare/none")) == "not_found"
