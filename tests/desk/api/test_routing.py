"""Entity tags."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.desk.api.calls import ROOT

CRISES = f"{ROOT}/crises"


def test_an_answer_has_a_tag_and_is_asked_for_again(client: TestClient) -> None:
    answer = client.get(CRISES)
    assert answer.headers["ETag"].startswith('W/"')
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("form", ["{}", '"other", {}', '{} , W/"other"'])
def test_what_is_known_is_not_sent_again(client: TestClient, form: str) -> None:
    tag = client.get(CRISES).headers["ETag"]
    again = client.get(CRISES, headers={"If-None-Match": form.format(tag)})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)


def test_a_strong_tag_of_the_same_is_known(client: TestClient) -> None:
    tag = client.get(CRISES).headers["ETag"].removeprefix("W/")
    assert client.get(CRISES, headers={"If-None-Match": tag}).status_code == 304


def test_another_tag_brings_it_all(client: TestClient) -> None:
    again = client.get(CRISES, headers={"If-None-Match": '"other"'})
    assert (again.status_code, "items" in again.json()) == (200, True)


def test_an_error_has_no_tag(client: TestClient) -> None:
    assert "ETag" not in client.get(f"{CRISES}/none").headers
