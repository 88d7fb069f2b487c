"""Signing in by OpenID Connect, against a provider that runs beside the desk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc.jwk import ECKey

from dragoman.desk import create_app, links
from dragoman.desk.accounts.cookies import FLOW, SESSION
from dragoman.desk.accounts.oidc import VARIABLE, provider
from dragoman.desk.accounts.users import Users
from dragoman.errors import SettingError
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.accounts.issuer import CLIENT, Issuer
from tests.desk.conftest import serving

pytestmark = pytest.mark.usefixtures("people", "issuer")
Visiting = Callable[..., TestClient]
DESK = "http://127.0.0.1"


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[Issuer, str]]:
    """A provider, and where it is."""
    issuer = Issuer()
    with serving(issuer.app()) as url:
        yield issuer, url


@pytest.fixture
def issuer(running: tuple[Issuer, str]) -> Issuer:
    """The provider, with nothing of another test in it."""
    found, _ = running
    found.claims = {"email": "asha@example.org", "email_verified": True}
    found.signed_with = found.says_it_is = found.keys_at = None
    return found


MANY = {"requests_per_minute": 1_000_000}


def settings(url: str, **more: Any) -> Settings:
    asked: dict[str, Any] = {**MANY, **more}
    return Settings(oidc_issuer=url, oidc_client=CLIENT, desk_url=DESK, **asked)


@pytest.fixture(scope="module")
def app(one_store: Store, running: tuple[Issuer, str]) -> FastAPI:
    """A desk that knows the provider."""
    return create_app(one_store, settings=settings(running[1]))


@pytest.fixture
def client(store: Store, app: FastAPI) -> Iterator[TestClient]:
    """A browser at that desk; asha has an account there."""
    with store.work() as unit:
        Users(unit.connection).add("asha", "analyst", email="asha@example.org")
    with TestClient(app, base_url=DESK, follow_redirects=False) as found:
        yield found


def come_back(client: TestClient, then: str = "/settings") -> Any:
    """Go to the provider and come back, as a browser does."""
    away = client.get(links.sign_in_elsewhere(then))
    assert away.status_code == 303
    back = httpx.get(away.headers["location"]).headers["location"]
    assert back.startswith(f"{DESK}{links.signed_in_elsewhere()}?")
    return client.get(back.removeprefix(DESK))


def test_the_page_offers_it(client: TestClient) -> None:
    assert links.sign_in_elsewhere() in client.get(links.sign_in()).text


def test_somebody_is_let_in_by_their_verified_address(client: TestClient) -> None:
    answer = come_back(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/settings")
    assert "<strong>asha</strong>" in client.get("/settings").text
    assert FLOW not in client.cookies


def test_afterwards_the_account_is_theirs_whatever_their_address(
    client: TestClient, issuer: Issuer
) -> None:
    come_back(client)
    issuer.claims = {"email": "other@example.org", "email_verified": True}
    assert come_back(client).status_code == 303
    assert "<strong>asha</strong>" in client.get("/settings").text


def test_nobody_gets_an_account_of_somebody_else_by_their_address(
    client: TestClient, issuer: Issuer
) -> None:
    come_back(client)
    client.cookies.clear()
    issuer.claims = {"sub": "8", **issuer.claims}
    assert come_back(client).status_code == 400
    assert SESSION not in client.cookies


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": "stranger@example.org"},
        {"iss": "https://evil.example"},
        {"aud": "another-client"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"sub": None},
        {"sub": "x" * 600},
    ],
    ids=str,
)
def test_what_cannot_be_trusted_lets_nobody_in(
    client: TestClient, issuer: Issuer, claims: dict[str, Any]
) -> None:
    issuer.claims = {**issuer.claims, **claims}
    assert come_back(client).status_code == 400
    assert SESSION not in client.cookies


def test_an_identity_signed_by_another_lets_nobody_in(client: TestClient, issuer: Issuer) -> None:
    issuer.signed_with = ECKey.generate_key("P-256", {"kid": "one"})
    assert come_back(client).status_code == 400


def test_a_provider_that_says_it_is_another_is_left_alone(
    client: TestClient, issuer: Issuer
) -> None:
    issuer.says_it_is = "https://evil.example"
    assert client.get(links.sign_in_elsewhere()).status_code == 400


def test_what_another_browser_began_is_not_finished_here(client: TestClient) -> None:
    away = client.get(links.sign_in_elsewhere())
    back = httpx.get(away.headers["location"]).headers["location"].removeprefix(DESK)
    client.cookies.clear()
    assert client.get(back).status_code == 400
    client.get(links.sign_in_elsewhere())
    assert client.get(back).status_code == 400


def test_a_locked_account_stays_locked(client: TestClient, store: Store) -> None:
    with store.work() as unit:
        users = Users(unit.connection)
        users.lock(users.named("asha"))
    assert come_back(client).status_code == 400


def test_a_stranger_gets_an_account_where_the_settings_say_so(
    store: Store, running: tuple[Issuer, str]
) -> None:
    app = create_app(store, settings=settings(running[1], oidc_role="viewer"))
    with TestClient(app, base_url=DESK, follow_redirects=False) as client:
        assert come_back(client).status_code == 303
    with store.view() as view:
        made = Users(view.connection).named("asha@example.org")
    assert (made.role, made.has_password) == ("viewer", False)


def test_it_leads_to_no_other_site(client: TestClient) -> None:
    assert come_back(client, "//evil.example").headers["location"] == "/"


@pytest.mark.parametrize(
    "given",
    [
        {"oidc_client": None},
        {"desk_url": None},
        {"oidc_issuer": "http://login.example.org"},
        {"oidc_issuer": "file:///etc/passwd"},
        {"oidc_role": "king"},
    ],
    ids=str,
)
def test_settings_that_do_not_do_are_refused(given: dict[str, Any]) -> None:
    whole = {
        "oidc_issuer": "https://login.example.org",
        "oidc_client": CLIENT,
        "desk_url": "https://desk.example.org",
    }
    with pytest.raises(SettingError):
        provider(Settings(**{**whole, **given}))


def test_the_secret_is_read_from_the_environment_and_not_shown() -> None:
    found = provider(settings("https://login.example.org"), {VARIABLE: "hush"})
    assert found is not None
    assert found.secret == "hush"  # noqa: S105 - of nobody
    assert "hush" not in repr(found)


def test_without_a_provider_there_is_no_such_page(visiting: Visiting) -> None:
    client = visiting()
    assert client.get(links.sign_in_elsewhere()).status_code == 404
    assert links.sign_in_elsewhere() not in client.get(links.sign_in()).text


NOWHERE = "http://127.0.0.1:9"
"""Nothing listens there."""


def test_a_provider_that_does_not_answer_is_told(store: Store) -> None:
    app = create_app(store, settings=settings(NOWHERE))
    with TestClient(app, base_url=DESK, follow_redirects=False) as client:
        answer = client.get(links.sign_in_elsewhere())
    assert answer.status_code == 400
    assert "The provider cannot be reached." in answer.text


def test_a_provider_that_falls_silent_on_the_way_lets_nobody_in(
    client: TestClient, issuer: Issuer
) -> None:
    issuer.keys_at = f"{NOWHERE}/keys"
    answer = come_back(client)
    assert answer.status_code == 400
    assert "no identity that can be trusted" in answer.text
