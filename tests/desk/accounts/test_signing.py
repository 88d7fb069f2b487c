"""Signing in and out: what the browser is given, what ends, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.accounts import attempts
from dragoman.desk.accounts.administering import lock_user, set_role
from dragoman.desk.accounts.cookies import BROWSER, SESSION
from dragoman.desk.accounts.users import User
from dragoman.store import Store
from dragoman.store.columns import now
from tests.desk.accounts.people import PASSWORD, sign_in
from tests.desk.forms import post

People = dict[str, User]
Visiting = Callable[..., TestClient]

pytestmark = pytest.mark.usefixtures("people")
WRONG = "seven grey geese"


def is_in(client: TestClient) -> bool:
    return client.get(links.settings()).status_code == 200


def test_whoever_has_not_signed_in_is_sent_to_do_so(visiting: Visiting) -> None:
    answer = visiting().get("/settings?done=token")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?then=%2Fsettings%3Fdone%3Dtoken"


def test_a_program_that_has_not_signed_in_is_told_so(visiting: Visiting) -> None:
    answer = visiting().get("/api/v1/crises")
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "sign_in_needed"


def test_sign_in_gives_a_cookie_that_no_script_reads(visiting: Visiting) -> None:
    answer = sign_in(visiting(), "the.viewer", then="/settings")
    assert (answer.status_code, answer.headers["location"]) == (303, "/settings")
    (cookie,) = [each for each in answer.headers.get_list("set-cookie") if each.startswith(SESSION)]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie


def test_over_tls_the_cookie_is_this_host_s_alone(visiting: Visiting) -> None:
    answer = sign_in(visiting(base="https://127.0.0.1"), "the.viewer")
    (cookie,) = [each for each in answer.headers.get_list("set-cookie") if SESSION in each][:1]
    assert cookie.startswith(f"__Host-{SESSION}=")
    assert "Secure" in cookie


def test_a_name_may_be_written_with_capitals(visiting: Visiting) -> None:
    client = visiting()
    sign_in(client, " The.Viewer ")
    assert is_in(client)


def plant(client: TestClient, secret: str) -> None:
    client.cookies.set(SESSION, secret, domain="127.0.0.1", path="/")


def test_a_session_that_was_planted_before_sign_in_lets_nobody_in(visiting: Visiting) -> None:
    victim, attacker = visiting(), visiting()
    plant(victim, "planted")
    plant(attacker, "planted")
    sign_in(victim, "the.viewer")
    assert is_in(victim)
    assert not is_in(attacker)


def test_a_session_of_somebody_else_ends_when_one_signs_in_with_it(visiting: Visiting) -> None:
    victim, attacker = visiting(), visiting()
    sign_in(attacker, "the.viewer")
    planted = attacker.cookies[SESSION]
    plant(victim, planted)
    given = {"name": "the.editor", "password": PASSWORD}
    post(victim, links.sign_in(), given, page=links.settings())
    assert victim.cookies[SESSION] != planted
    assert is_in(victim)
    assert not is_in(attacker)


@pytest.mark.parametrize("name", ["the.viewer", "nobody.of.this.name", PASSWORD])
def test_a_wrong_password_and_a_wrong_name_are_told_alike(visiting: Visiting, name: str) -> None:
    client = visiting()
    answer = sign_in(client, name, WRONG)
    assert answer.status_code == 422
    assert "Name and password do not belong together." in answer.text
    assert not is_in(client)


def test_a_locked_account_lets_nobody_in(store: Store, people: People, visiting: Visiting) -> None:
    lock_user(store, people["viewer"].name, who="the.admin")
    assert sign_in(visiting(), "the.viewer").status_code == 422


@pytest.mark.parametrize("name", ["the.viewer", "nobody.of.this.name"])
def test_brute_force_is_locked_out(visiting: Visiting, name: str) -> None:
    client = visiting()
    for _ in range(attempts.BY_NAME_AND_ADDRESS):
        assert sign_in(client, name, WRONG).status_code == 422
    answer = sign_in(client, name, PASSWORD)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "Too many sign-ins have failed." in answer.text
    assert not is_in(client)


def test_the_lock_out_ends(visiting: Visiting, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visiting()
    for _ in range(attempts.BY_NAME_AND_ADDRESS):
        sign_in(client, "the.viewer", WRONG)
    monkeypatch.setattr(attempts, "now", lambda: now() + attempts.SPAN)
    assert sign_in(client, "the.viewer").status_code == 303


def test_sign_ins_stand_in_the_trail_without_what_was_typed_for_a_name(
    store: Store, visiting: Visiting
) -> None:
    client = visiting()
    sign_in(client, PASSWORD, WRONG)
    for _ in range(attempts.BY_NAME_AND_ADDRESS):
        sign_in(client, "the.viewer", WRONG)
    sign_in(client, "the.editor")
    with store.view() as view:
        entries = view.audit.entries(20)
    told = {(each.action, each.who, each.detail.get("address")) for each in entries}
    assert {
        ("sign-in-failed", "nobody", "192.0.2.1"),
        ("sign-in-failed", "the.viewer", "192.0.2.1"),
        ("lock-out", "the.viewer", "192.0.2.1"),
        ("sign-in", "the.editor", "192.0.2.1"),
    } <= told
    assert PASSWORD not in str(entries)


def test_after_signing_out_the_old_cookie_lets_nobody_in(visiting: Visiting) -> None:
    client = visiting()
    sign_in(client, "the.viewer")
    old = client.cookies[SESSION]
    answer = post(client, links.sign_out(), page=links.settings())
    assert answer.headers["clear-site-data"] == '"cache"'
    plant(client, old)
    assert not is_in(client)


def test_an_idle_session_ends(visiting: Visiting, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visiting()
    sign_in(client, "the.viewer")
    later = timedelta(minutes=121)
    monkeypatch.setattr("dragoman.desk.accounts.sessions.now", lambda: now() + later)
    assert not is_in(client)


def test_a_user_who_is_locked_is_out_at_once(
    store: Store, people: People, visiting: Visiting
) -> None:
    client = visiting()
    sign_in(client, "the.editor")
    lock_user(store, people["editor"].name, who="the.admin")
    assert not is_in(client)


def test_another_role_takes_another_sign_in(
    store: Store, people: People, visiting: Visiting
) -> None:
    client = visiting()
    sign_in(client, "the.editor")
    set_role(store, people["editor"].name, "viewer", who="the.admin")
    assert not is_in(client)
    sign_in(client, "the.editor")
    assert "viewer" in client.get(links.settings()).text


def test_a_new_password_ends_all_other_sessions(visiting: Visiting) -> None:
    here, there = visiting(), visiting()
    sign_in(here, "the.viewer")
    sign_in(there, "the.viewer")
    old = here.cookies[SESSION]
    new = {"old": PASSWORD, "new": "nine white storks", "again": "nine white storks"}
    answer = post(here, links.settings_deed("password"), new, page=links.settings())
    assert answer.status_code == 303
    assert is_in(here)
    assert here.cookies[SESSION] != old
    assert not is_in(there)
    assert sign_in(there, "the.viewer").status_code == 422
    assert sign_in(there, "the.viewer", "nine white storks").status_code == 303


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"old": WRONG, "new": "nine white storks", "again": "nine white storks"}, "old password"),
        ({"old": PASSWORD, "new": "nine white storks", "again": "ten storks"}, "differ"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "at least 12"),
    ],
)
def test_a_new_password_is_refused(visiting: Visiting, given: dict[str, str], fault: str) -> None:
    client = visiting()
    sign_in(client, "the.viewer")
    answer = post(client, links.settings_deed("password"), given, page=links.settings())
    assert answer.status_code == 422
    assert fault in answer.text


def test_one_s_other_sessions_can_be_ended(visiting: Visiting) -> None:
    here, there = visiting(), visiting()
    sign_in(here, "the.viewer")
    sign_in(there, "the.viewer")
    found = re.search(r'name="session" value="(\w+)"', here.get(links.settings()).text)
    assert found is not None
    post(here, links.settings_deed("sessions"), {"session": found[1]}, page=links.settings())
    assert is_in(here)
    assert not is_in(there)


@pytest.mark.parametrize(
    "then",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "http:evil.example",
        "///evil.example",
    ],
)
def test_sign_in_leads_to_no_other_site(visiting: Visiting, then: str) -> None:
    client = visiting()
    assert sign_in(client, "the.viewer", then=then).headers["location"] == "/"
    again = client.get(links.sign_in(), params={"then": then})
    assert again.headers["location"] == "/"


def test_the_secret_of_a_browser_goes_when_a_session_begins(visiting: Visiting) -> None:
    client = visiting()
    client.get(links.sign_in())
    assert BROWSER in client.cookies
    sign_in(client, "the.viewer")
    assert BROWSER not in client.cookies
