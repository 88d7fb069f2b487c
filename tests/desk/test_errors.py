"""Every fault leaves the desk by one exit, as a page or as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException

from dragoman.desk import create_app, refusals
from dragoman.desk.errors import fault_of, missing
from dragoman.errors import (
    DragomanError,
    EmptyInput,
    StoreError,
    StoreUnavailable,
    StoreVersion,
    TooLarge,
    TryLater,
)
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.forms import post

MOMENT = datetime(2031, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (refusals.BadQuery("no"), 400, "bad_request"),
        (refusals.SignInNeeded("no"), 401, "sign_in_needed"),
        (refusals.Forbidden("no"), 403, "forbidden"),
        (refusals.NotFound("no"), 404, "not_found"),
        (refusals.Conflicting("no"), 409, "conflict"),
        (refusals.TooMany("no"), 429, "too_many_requests"),
        (StoreError("no"), 400, "bad_request"),
        (StoreUnavailable("no"), 503, "service_unavailable"),
        (StoreVersion("no"), 503, "service_unavailable"),
        (EmptyInput("no"), 400, "bad_request"),
        (TooLarge("no"), 413, None),
        (TryLater("no", until=MOMENT), 400, "bad_request"),
        (DragomanError("no"), 500, "internal_server_error"),
        (HTTPException(405), 405, "method_not_allowed"),
        (ValueError("a secret"), 500, "internal"),
    ],
)
def test_every_error_has_a_status_and_a_word(
    error: Exception, status: int, code: str | None
) -> None:
    found = fault_of(error)
    assert (found.status, found.code) == (status, code or found.code)


def test_nothing_of_the_inside_is_shown() -> None:
    assert "secret" not in fault_of(ValueError("a secret")).message


def test_what_is_wrong_is_said_with_what_to_do() -> None:
    found = fault_of(refusals.BadQuery("It is wrong.", hint="Mend it."))
    assert (found.message, found.hint) == ("It is wrong.", "Mend it.")


@pytest.mark.parametrize("error", [StoreUnavailable("no"), StoreVersion("no")])
def test_a_store_that_cannot_be_used_is_not_something_missing(error: StoreError) -> None:
    with pytest.raises(type(error)), missing():
        raise error


def test_a_page_that_is_not_there_is_shown_as_a_page(client: TestClient) -> None:
    found = client.get("/nowhere")
    assert (found.status_code, "There is no such page." in found.text) == (404, True)


def test_the_api_says_it_as_json(client: TestClient) -> None:
    found = client.get("/api/v1/nowhere")
    assert found.status_code == HTTPStatus.NOT_FOUND
    assert set(found.json()["error"]) == {"code", "message", "hint"}


@pytest.fixture
def broken(desk_store: Store) -> FastAPI:
    """A desk with a page that fails."""
    app = create_app(desk_store, settings=Settings())

    @app.get("/broken")
    def fail() -> None:
        raise ValueError("a secret")

    return app


def test_a_page_that_fails_shows_a_page(broken: FastAPI) -> None:
    client = TestClient(
        broken,
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50000),
        raise_server_exceptions=False,
    )
    found = client.get("/broken")
    assert (found.status_code, "secret" in found.text) == (500, False)
    assert "Something went wrong" in found.text


def test_a_form_that_was_refused_can_be_gone_back_to(client: TestClient) -> None:
    refused = post(client, "/articles/new/paste", {"text": " "}, page="/articles/new")
    assert refused.status_code == 400
    assert "the form is there as you filled it in" in refused.text
    assert "filled it in" not in client.get("/timeline?since=May").text
