"""A change that does not come from a page of the desk is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.accounts.administering import add_token
from dragoman.desk.accounts.users import User, Users
from dragoman.store import Store
from tests.desk.accounts.people import sign_in
from tests.desk.forms import csrf_of

People = dict[str, User]
Visiting = Callable[..., TestClient]

pytestmark = pytest.mark.usefixtures("people")
LOCK = links.accounts_deed("lock")
NAME = {"name": "the.viewer"}


@pytest.fixture
def admin(visiting: Visiting) -> TestClient:
    """The browser of an admin."""
    client = visiting()
    sign_in(client, "the.admin")
    return client


def is_locked(store: Store) -> bool:
    with store.view() as view:
        return Users(view.connection).named("the.viewer").locked_at is not None


def test_a_form_of_the_page_is_taken(store: Store, admin: TestClient) -> None:
    sent = admin.post(LOCK, data={**NAME, "csrf": csrf_of(admin, links.accounts())})
    assert sent.status_code == 303
    assert is_locked(store)


def test_a_header_does_as_well(store: Store, admin: TestClient) -> None:
    headers = {"X-CSRF-Token": csrf_of(admin, links.accounts())}
    assert admin.post(LOCK, data=NAME, headers=headers).status_code == 303
    assert is_locked(store)


@pytest.mark.parametrize("csrf", ["", "0" * 64, "é"])
def test_a_form_of_another_site_is_refused(store: Store, admin: TestClient, csrf: str) -> None:
    answer = admin.post(LOCK, data={**NAME, "csrf": csrf})
    assert answer.status_code == 403
    assert not is_locked(store)


def test_the_form_of_another_user_is_refused(
    store: Store, admin: TestClient, visiting: Visiting
) -> None:
    other = visiting()
    sign_in(other, "the.editor")
    answer = admin.post(LOCK, data={**NAME, "csrf": csrf_of(other, links.settings())})
    assert answer.status_code == 403
    assert not is_locked(store)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
    ],
)
def test_what_the_browser_says_is_of_another_site_is_refused(
    store: Store, admin: TestClient, headers: dict[str, str]
) -> None:
    given = {**NAME, "csrf": csrf_of(admin, links.accounts())}
    assert admin.post(LOCK, data=given, headers=headers).status_code == 403
    assert not is_locked(store)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
def test_a_body_without_a_form_needs_the_header(admin: TestClient, kind: str) -> None:
    answer = admin.post(LOCK, content=b"csrf=x", headers={"Content-Type": kind})
    assert answer.status_code == 403


def test_signing_in_is_guarded_as_well(visiting: Visiting) -> None:
    client = visiting()
    given = {"name": "the.viewer", "password": "whatever it is"}
    assert client.post(links.sign_in(), data=given).status_code == 403


def test_a_token_needs_no_form(store: Store, people: People, visiting: Visiting) -> None:
    secret = add_token(store, people["admin"].name, "script", "admin", days=None, who="the.admin")
    client = visiting()
    answer = client.post(LOCK, data=NAME, headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 303
    assert is_locked(store)
