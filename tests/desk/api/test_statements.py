"""Statements by the API."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.desk.api.calls import ROOT, error, every, get, items


def entries(found: list[dict[str, Any]]) -> set[str]:
    """Return the ids of the entries of some statements."""
    return {each["entry"] for each in found}


def test_all_statements_come_by_their_days(client: TestClient) -> None:
    found = every(client, "/statements", limit=1)
    assert entries(found) == {each["id"] for each in every(client, "/entries", kind="statements")}
    for each in found:
        assert each["words"] in each["text"] or each["words"].strip('“”",') in each["text"]
        assert each["paragraph"]


def test_statements_are_found_by_their_words(client: TestClient) -> None:
    one = items(client, "/statements")[0]
    word = max(one["words"].split(), key=len).strip('“”".,')
    answer = get(client, "/statements", q=word, cites=1)
    assert one["entry"] in entries(answer["items"])
    assert set(answer["entries"]) == entries(answer["items"])
    parts = every(client, "/statements", q=word, limit=1)
    assert entries(parts) == entries(answer["items"])


def test_manner_and_speaker_narrow_down(client: TestClient) -> None:
    found = items(client, "/statements")
    for manner in ("direct", "mixed", "indirect"):
        some = items(client, "/statements", manner=manner)
        assert entries(some) == entries([each for each in found if each["manner"] == manner])
    norway = items(client, "/statements", speaker="Norway")
    assert entries(norway) == entries(items(client, "/statements", country="NOR"))


def test_only_a_statement_can_be_one_that_others_are_like(client: TestClient) -> None:
    contact = items(client, "/entries", kind="contacts")[0]
    answer = client.get(f"{ROOT}/statements", params={"like": contact["id"]})
    assert (answer.status_code, error(answer)) == (404, "not_found")


@pytest.mark.parametrize(
    ("query", "status"),
    [({"speaker": "Nobody At All"}, 400), ({"q": "-"}, 400), ({"like": "none"}, 404)],
)
def test_what_cannot_be_looked_for_is_told(
    client: TestClient, query: dict[str, str], status: int
) -> None:
    answer = client.get(f"{ROOT}/statements", params=query)
    assert answer.status_code == status
    assert error(answer) in {"bad_request", "not_found"}
