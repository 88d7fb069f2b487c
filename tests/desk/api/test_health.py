"""Whether the desk works, and how much it does."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.desk.api.calls import ROOT, every


def test_a_desk_that_works_says_so(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_requests_are_counted_by_their_pattern(own_client: TestClient) -> None:
    for each in ("one", "two"):
        own_client.get(f"{ROOT}/entries/{each}")
    own_client.get("/nowhere/at/all")
    text = own_client.get("/metrics").text
    route = f"{ROOT}/entries/{{entry}}"
    assert f'dragoman_requests_total{{method="GET",route="{route}",status="404"}} 2.0' in text
    assert f'dragoman_request_seconds_count{{method="GET",route="{route}"}} 2.0' in text
    assert "nowhere" not in text


def test_what_is_stored_is_told(client: TestClient) -> None:
    text = client.get("/metrics").text
    articles = len(every(client, "/articles"))
    contacts = len(every(client, "/entries", kind="contacts"))
    assert f"dragoman_articles {articles}.0" in text
    assert f'dragoman_entries{{kind="contacts"}} {contacts}.0' in text
    assert 'dragoman_jobs{state="dead"} 0.0' in text
