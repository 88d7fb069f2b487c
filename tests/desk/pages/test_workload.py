"""The work of reviewers."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from dragoman.crises import review
from dragoman.store import Store
from tests.desk.pages.test_review import entry


def test_nobody_has_reviewed_yet(client: TestClient) -> None:
    text = client.get("/review/work").text
    assert "Nobody has reviewed yet" in text
    assert re.search(r'<a href="/review\?kind=contacts">\d+', text)


def test_an_empty_desk_has_no_work(empty_client: TestClient) -> None:
    assert "There is no fact within these filters." in empty_client.get("/review/work").text


def test_who_judged_and_how_far_they_agree(own_client: TestClient, own_store: Store) -> None:
    subject = entry(own_store, "contacts").reports[0].told.fact.id
    with own_store.work() as unit:
        review.judge(unit, "accept", "contacts", subject, who="ada <1>")
        review.judge(unit, "reject", "contacts", subject, who="bob")
    text = own_client.get("/review/work").text
    assert "ada &lt;1&gt; and bob" in text
    assert "Of 1 pair of judgements on the same fact, 0 were alike (0 %)" in text
