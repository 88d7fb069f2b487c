"""Every route that changes something asks for a role, and lets nobody below it pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.accounts.administering import add_token
from dragoman.desk.accounts.roles import MEANINGS, Needs, allows
from dragoman.desk.accounts.tokens import Scope
from dragoman.desk.accounts.users import ROLES, Role, User
from dragoman.store import Store
from tests.desk.accounts.people import sign_in
from tests.desk.accounts.routes import FOR_ANYBODY, FOR_ONESELF, changing
from tests.desk.forms import csrf_of, post

People = dict[str, User]
Visiting = Callable[..., TestClient]

pytestmark = pytest.mark.usefixtures("people")


def calls(dependant: Any) -> Iterator[Any]:
    """Yield what a route depends on, however deep."""
    for each in dependant.dependencies:
        yield each.call
        yield from calls(each)


def least_of(route: APIRoute) -> Role | None:
    """Return the highest role that a route asks for."""
    asked = [call.least for call in calls(route.dependant) if isinstance(call, Needs)]
    return max(asked, key=ROLES.index, default=None)


def test_every_route_that_changes_something_asks_for_more_than_a_viewer() -> None:
    routes = {each.path: least_of(each) for each in changing()}
    assert len(routes) > 12
    lax = {path for path, least in routes.items() if least in {None, "viewer"}}
    assert lax - FOR_ANYBODY - FOR_ONESELF == set()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("least", ROLES)
def test_a_role_may_what_those_before_it_may(role: Role, least: Role) -> None:
    assert allows(role, least) is (ROLES.index(role) >= ROLES.index(least))


def test_nobody_may_nothing() -> None:
    assert not any(allows(None, least) for least in ROLES)


def test_every_role_is_told_in_words() -> None:
    assert tuple(MEANINGS) == ROLES


@pytest.mark.parametrize("role", ["viewer", "analyst", "editor"])
@pytest.mark.parametrize("deed", ["add", "role", "password", "lock", "unlock"])
def test_only_an_admin_changes_accounts(visiting: Visiting, role: str, deed: str) -> None:
    client = visiting()
    sign_in(client, f"the.{role}")
    given = {"name": "the.admin", "role": "viewer", "password": "nine white storks"}
    answer = post(client, links.accounts_deed(deed), given, page=links.settings())
    assert answer.status_code == 403
    assert f"needs the role admin; yours is {role}" in answer.text


@pytest.mark.parametrize("path", [links.accounts(), links.trail()])
def test_only_an_admin_sees_accounts_and_trail(visiting: Visiting, path: str) -> None:
    for role, status in (("editor", 403), ("admin", 200)):
        client = visiting()
        sign_in(client, f"the.{role}")
        assert client.get(path).status_code == status


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("write", 403), ("admin", 200)])
def test_a_token_may_no_more_than_its_scope(
    store: Store, people: People, visiting: Visiting, scope: Scope, status: int
) -> None:
    secret = add_token(store, people["admin"].name, "x", scope, days=None, who=None)
    answer = visiting().get(links.accounts(), headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("analyst", "Make one of the scope write on the page Settings."),
        ("viewer", "Ask whoever keeps the accounts of this desk."),
    ],
)
def test_a_token_of_too_small_a_scope_is_told_from_too_low_a_role(
    store: Store, people: People, visiting: Visiting, role: Role, told: str
) -> None:
    secret = add_token(store, people[role].name, "x", "read", days=None, who=None)
    sent = {"name": "x", "what": "contact", "of": "NOR"}
    headers = {"Authorization": f"Bearer {secret}"}
    answer = visiting().post("/api/v1/alerts", json=sent, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["error"]["hint"] == told


def test_a_token_makes_no_tokens(store: Store, people: People, visiting: Visiting) -> None:
    secret = add_token(store, people["admin"].name, "x", "admin", days=None, who=None)
    answer = visiting().post(
        links.settings_deed("tokens"),
        data={"label": "another", "scope": "admin"},
        headers={"Authorization": f"Bearer {secret}"},
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("secret", ["", "dragoman_", "dragoman_nothing", "x" * 5000])
def test_a_token_that_is_none_is_refused(visiting: Visiting, secret: str) -> None:
    answer = visiting().get("/api/v1/crises", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "bad_token"


def test_a_token_is_shown_once(visiting: Visiting) -> None:
    client = visiting()
    sign_in(client, "the.editor")
    given = {"label": "nightly export", "scope": "read", "days": "30"}
    made = post(client, links.settings_deed("tokens"), given, page=links.settings())
    assert "dragoman_" in made.text.split('class="token">')[1]
    assert made.headers["cache-control"] == "no-store"
    assert 'class="token">' not in client.get(links.settings()).text


def test_what_an_admin_changes_stands_in_the_trail(visiting: Visiting) -> None:
    client = visiting()
    sign_in(client, "the.admin")
    given = {"name": "the.viewer", "role": "analyst"}
    post(client, links.accounts_deed("role"), given, page=links.accounts())
    told = client.get(links.trail(), params={"who": "the.admin"}).text
    assert "changed a role" in told
    assert "from viewer, to analyst" in told
    assert links.accounts_deed("role") in told


def test_a_lock_can_be_undone_from_the_page(visiting: Visiting) -> None:
    client = visiting()
    sign_in(client, "the.admin")
    lock = post(client, links.accounts_deed("lock"), {"name": "the.viewer"}, page=links.accounts())
    page = client.get(lock.headers["location"]).text
    assert "Undo: unlock the.viewer" in page
    given = {"name": "the.viewer", "csrf": csrf_of(client, links.accounts())}
    client.post(links.accounts_deed("unlock"), data=given)
    assert sign_in(visiting(), "the.viewer").status_code == 303
