"""Signing in at a browser: what each role is offered, and the lock-out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from dragoman.desk import create_app, links
from dragoman.desk.accounts import attempts, passwords
from dragoman.desk.accounts.users import ROLES, Users
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.accounts.people import PASSWORD, PASSWORD_HASH, QUICK
from tests.desk.browser.axe import faults_of
from tests.desk.conftest import serving
from tests.desk.examples import CRISIS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def guarded_url(own_store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of a desk with an account for each role, named after it."""
    monkeypatch.setattr(passwords, "_HASHER", QUICK)
    with own_store.work() as unit:
        known = Users(unit.connection)
        for role in ROLES:
            known.add(f"the.{role}", role, password=PASSWORD_HASH)
    with serving(create_app(own_store, settings=Settings())) as url:
        yield url


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.goto(page.url.partition("/crises")[0] + links.settings())
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()


def test_each_role_is_offered_what_it_may_do(page: Page, guarded_url: str) -> None:
    page.goto(guarded_url)
    assert page.get_by_role("heading", level=1).inner_text() == "Sign in"
    for role, edits, accounts in (("viewer", 0, 0), ("editor", 1, 0), ("admin", 1, 1)):
        sign_in(page, f"the.{role}")
        page.goto(guarded_url)
        page.get_by_role("link", name=CRISIS).click()
        page.wait_for_url("**/crises/*")
        assert page.get_by_text("Name, split, merge").count() == edits
        page.goto(guarded_url + links.settings())
        assert page.get_by_role("link", name="Accounts").count() == accounts
        sign_out(page)


@pytest.mark.needs("axe")
def test_nothing_is_serious_where_one_signs_in(page: Page, guarded_url: str) -> None:
    assert faults_of(page, guarded_url, [links.sign_in()]) == []


def test_what_was_asked_for_comes_after_signing_in(page: Page, guarded_url: str) -> None:
    page.goto(guarded_url + links.exports())
    sign_in(page, "the.viewer")
    page.get_by_role("heading", name="Exports").wait_for()


def test_who_guesses_is_locked_out_and_told_for_how_long(page: Page, guarded_url: str) -> None:
    page.goto(guarded_url + links.sign_in())
    for _ in range(attempts.BY_NAME_AND_ADDRESS):
        sign_in(page, "the.viewer", "seven grey geese")
        page.get_by_role("alert").wait_for()
    sign_in(page, "the.viewer")
    page.get_by_text("Too many sign-ins have failed.").wait_for()
    page.goto(guarded_url)
    assert page.get_by_role("heading", level=1).inner_text() == "Sign in"
