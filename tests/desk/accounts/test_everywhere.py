"""No page and no call of the API lets pass who must not: each of them is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.accounts.administering import add_token
from dragoman.desk.accounts.users import User
from dragoman.store import Store
from tests.desk.accounts.people import sign_in
from tests.desk.accounts.routes import FOR_ANYBODY, FOR_ONESELF, requests
from tests.desk.forms import csrf_of

People = dict[str, User]
Visiting = Callable[..., TestClient]

pytestmark = pytest.mark.usefixtures("people")

CHANGES = requests(changes=True)
FOR_MORE_THAN_VIEWERS = [
    (method, path) for method, path in CHANGES if path not in FOR_ANYBODY | FOR_ONESELF
]
CLOSED = [
    (method, path)
    for method, path in (*requests(changes=False), *CHANGES)
    if path not in FOR_ANYBODY
]


def is_api(path: str) -> bool:
    return path.startswith("/api/") or path == "/metrics"


def ask(client: TestClient, method: str, path: str, headers: dict[str, str] | None = None) -> Any:
    """Ask as a page or a program does, with an empty form or body."""
    body: dict[str, Any] = {"json": {}} if is_api(path) else {"data": {"then": "/"}}
    return client.request(
        method, path, headers=headers, **(body if method in {"POST", "PUT"} else {})
    )


def test_there_is_much_to_be_asked() -> None:
    assert len(CHANGES) > 20
    assert len(CLOSED) > 50


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_who_has_not_signed_in_gets_nothing(visiting: Visiting, method: str, path: str) -> None:
    answer = ask(visiting(), method, path)
    if is_api(path):
        assert answer.status_code == 401
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith(links.sign_in())


@pytest.mark.parametrize(("method", "path"), FOR_MORE_THAN_VIEWERS)
def test_a_viewer_changes_nothing(visiting: Visiting, method: str, path: str) -> None:
    client = visiting()
    sign_in(client, "the.viewer")
    answer = ask(client, method, path, {"X-CSRF-Token": csrf_of(client, links.settings())})
    assert answer.status_code == 403
    assert "yours is viewer" in answer.text


@pytest.mark.parametrize(("method", "path"), FOR_MORE_THAN_VIEWERS)
def test_a_token_that_reads_changes_nothing(
    store: Store, people: People, visiting: Visiting, method: str, path: str
) -> None:
    secret = add_token(store, people["admin"].name, "x", "read", days=None, who=None)
    answer = ask(visiting(), method, path, {"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 403


@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_a_change_that_no_page_of_the_desk_sent_is_refused(
    visiting: Visiting, method: str, path: str
) -> None:
    client = visiting()
    sign_in(client, "the.admin")
    assert ask(client, method, path).status_code == 403
