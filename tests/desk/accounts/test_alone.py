"""A desk without accounts is for whoever sits at its machine, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.accounts.administering import add_user
from dragoman.desk.accounts.keeping import is_loopback
from dragoman.desk.accounts.opening import require_safe
from dragoman.errors import DeskError
from dragoman.store import Store
from dragoman.store.audit import user as system_user
from tests.desk.accounts.people import PASSWORD
from tests.desk.forms import csrf_of

Visiting = Callable[..., TestClient]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1"])
def test_whoever_sits_at_the_machine_may_do_all(visiting: Visiting, address: str) -> None:
    page = visiting(address).get(links.accounts())
    assert page.status_code == 200
    assert system_user() in page.text


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.1", "2001:db8::1", "testclient"])
def test_others_see_nothing_but_that_there_are_no_accounts(
    visiting: Visiting, address: str
) -> None:
    client = visiting(address)
    assert client.get("/").status_code == 303
    assert client.get("/api/v1/crises").status_code == 401
    assert "has no accounts" in client.get(links.sign_in()).text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_what_a_proxy_hands_on_is_of_others(visiting: Visiting, header: str) -> None:
    answer = visiting("127.0.0.1").get("/", headers={header: "127.0.0.1"})
    assert answer.status_code == 303


def test_once_there_is_an_account_the_machine_itself_signs_in(
    store: Store, visiting: Visiting
) -> None:
    client = visiting("127.0.0.1")
    assert client.get("/").status_code == 200
    add_user(store, "vera", "admin", who=None, password=PASSWORD)
    assert client.get("/").status_code == 303


def test_the_first_account_is_an_admin_s(visiting: Visiting) -> None:
    client = visiting("127.0.0.1")
    given = {"name": "vera", "role": "viewer", "password": PASSWORD}
    given["csrf"] = csrf_of(client, links.accounts())
    answer = client.post(links.accounts_deed("add"), data=given)
    assert answer.status_code == 422
    assert "first account is an admin" in answer.text


def test_a_desk_of_one_person_is_guarded_too(visiting: Visiting) -> None:
    client = visiting("127.0.0.1")
    given = {"name": "eve", "role": "admin", "password": "seven grey herons"}
    add = links.accounts_deed("add")
    assert client.post(add, data=given).status_code == 403
    given["csrf"] = csrf_of(client, links.accounts())
    assert client.post(add, data=given).status_code == 303


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3"])
def test_a_loopback_address_takes_no_accounts(store: Store, host: str) -> None:
    assert is_loopback(host)
    require_safe(store, host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example.org", ""])  # noqa: S104
def test_any_other_address_takes_an_admin(store: Store, host: str) -> None:
    with pytest.raises(DeskError, match="no accounts"):
        require_safe(store, host)
    add_user(store, "vera", "admin", who=None, password=PASSWORD)
    require_safe(store, host)
