"""The page of sources."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi.testclient import TestClient

from dragoman.batch.keeper import StoreKeeper
from dragoman.ingest.watch import SourceState
from dragoman.store import Store
from tests.desk.forms import post

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def watch(store: Store, state: SourceState) -> None:
    StoreKeeper(store).keep(state)


def given_up(store: Store, source: str) -> int:
    with store.work() as unit:
        unit.jobs.put("add", {"source": source, "published": None})
        job = unit.jobs.lease("worker")
        assert job is not None
        unit.jobs.fail(job, "The server <b>said</b> no.", again=False)
    return job.id


def test_sources_that_fail_come_first(own_client: TestClient, own_store: Store) -> None:
    watch(own_store, SourceState("Amble Post", last_visit=NOON, last_success=NOON))
    fault = "No <i>answer</i>"
    watch(own_store, SourceState("Zurich Wire", last_visit=NOON, failures=3, error=fault))
    text = own_client.get("/sources").text
    assert text.index("Zurich Wire") < text.index("Amble Post")
    assert "No &lt;i&gt;answer&lt;/i&gt;" in text
    assert "3 visits in a row" in text


def test_nothing_watched_says_what_to_do(client: TestClient) -> None:
    assert "dragoman watch sources.toml" in client.get("/sources").text


def test_outlets_lead_to_their_articles(client: TestClient) -> None:
    text = client.get("/sources").text
    assert '<a href="/articles?outlet=Courier">Courier</a>' in text


def test_an_empty_ledger_has_no_outlet(empty_client: TestClient) -> None:
    assert "No outlet yet" in empty_client.get("/sources").text


def test_what_was_given_up_is_tried_again(own_client: TestClient, own_store: Store) -> None:
    number = given_up(own_store, "https://a.example/1")
    text = own_client.get("/sources").text
    assert "https://a.example/1" in text
    assert "The server &lt;b&gt;said&lt;/b&gt; no." in text
    answer = post(own_client, "/sources/retry", {"number": number}, page="/sources")
    assert answer.status_code == 303
    assert f"Job {number} waits" in own_client.get(answer.headers["Location"]).text
    with own_store.view() as view:
        job = view.jobs.get(number)
    assert job is not None
    assert job.state == "waiting"


def test_paths_of_the_machine_are_not_shown(own_client: TestClient, own_store: Store) -> None:
    given_up(own_store, "/srv/secret/pile.jsonl")
    assert "/srv/secret" not in own_client.get("/sources").text


def test_a_job_that_is_not_there_is_not_found(own_client: TestClient) -> None:
    answer = post(own_client, "/sources/retry", {"number": 99}, page="/sources")
    assert answer.status_code == 404
