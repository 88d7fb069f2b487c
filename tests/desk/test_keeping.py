"""Pages are kept until what they are made of changes."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.keeping import KeptPages
from dragoman.store import Store
from tests.crises.questions.telling import add, called
from tests.desk.forms import csrf_of
from tests.desk.looking import desk_behind
from tests.desk.pages.test_review import decide

PAGES = [
    links.standings(),
    links.outreach(),
    links.timeline(),
    links.statements(),
    links.review(),
]


def test_a_page_is_made_once() -> None:
    kept = KeptPages()
    pages = iter(["one", "two"])
    assert [kept.get("a", lambda: next(pages)) for _ in range(2)] == ["one", "one"]


def test_pages_of_other_things_are_others() -> None:
    kept = KeptPages()
    assert (kept.get("a", lambda: "one"), kept.get("b", lambda: "two")) == ("one", "two")


def test_who_asks_while_a_page_is_made_waits_for_it() -> None:
    kept, made, ready = KeptPages(), [], Barrier(4)

    def make() -> str:
        made.append(1)
        return "page"

    def ask(_: int) -> str:
        ready.wait(10)
        return kept.get("a", make)

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(ask, range(4))) == {"page"}
    assert len(made) == 1


def test_the_page_that_was_not_asked_for_longest_goes_first() -> None:
    kept = KeptPages(most=10)
    for key in "ab":
        kept.get(key, lambda: "x" * 5)
    kept.get("a", lambda: "new")
    kept.get("c", lambda: "x" * 5)
    assert kept.get("a", lambda: "new") == "x" * 5
    assert kept.get("b", lambda: "new") == "new"


def test_a_page_that_is_too_large_is_made_each_time() -> None:
    kept = KeptPages(most=3)
    assert kept.get("a", lambda: "large") == "large"
    assert kept.get("a", lambda: "other") == "other"


def test_pages_are_forgotten_when_asked_for() -> None:
    kept = KeptPages()
    kept.get("a", lambda: "old")
    kept.clear()
    assert kept.get("a", lambda: "new") == "new"


def test_nothing_is_kept_of_what_failed() -> None:
    def fail() -> str:
        raise RuntimeError

    kept = KeptPages()
    with pytest.raises(RuntimeError):
        kept.get("a", fail)
    assert kept.get("a", lambda: "page") == "page"


def kept_of(client: TestClient) -> int:
    return len(desk_behind(client).kept)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_desk_is_kept(own_client: TestClient, path: str) -> None:
    first = own_client.get(path).text
    count = kept_of(own_client)
    assert own_client.get(path).text == first
    assert (kept_of(own_client), count) == (1, 1)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_made_anew_once_the_ledger_changed(
    own_client: TestClient, own_store: Store, path: str
) -> None:
    own_client.get(path)
    add(own_store, called(9))
    own_client.get(path)
    assert kept_of(own_client) == 2


def test_what_was_judged_leaves_the_queue_at_once(own_client: TestClient) -> None:
    page = own_client.get(links.review()).text
    first = re.findall(r'href="(/review/[0-9a-f]{64})', page)[0]
    assert decide(own_client, first.removeprefix("/review/"), "accept").status_code == 303
    assert first not in own_client.get(links.review()).text


def test_forms_of_a_kept_page_send_back_what_is_the_visitor_s_own(own_client: TestClient) -> None:
    own_client.get(links.outreach())
    token = csrf_of(own_client, links.outreach())
    assert token == csrf_of(own_client, links.alerts())


def test_a_kept_page_is_of_one_theme(own_client: TestClient) -> None:
    assert 'data-theme="dark"' not in own_client.get(links.outreach()).text
    own_client.cookies.set("theme", "dark")
    assert 'data-theme="dark"' in own_client.get(links.outreach()).text
