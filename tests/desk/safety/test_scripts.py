"""Nothing of an article becomes a part of a page: it is shown as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from lxml import html

from dragoman.crises.stories import Editor, Stories
from dragoman.desk import create_app, links
from dragoman.desk.app import PAGES, SELF
from dragoman.settings import Settings
from dragoman.store import Store
from tests.crises.questions.telling import add
from tests.desk.forms import csrf_of
from tests.desk.safety.crawling import BASE, crawl, inline
from tests.desk.safety.hostile import IMAGE, OUTLET, SCRIPT, hostile

MOST_PAGES = 60


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk on articles that are scripts; even the crisis has one for its name."""
    path: Path = tmp_path_factory.mktemp("hostile") / "ledger.sqlite"
    with Store.open(str(path), settings=Settings()) as store:
        add(
            store,
            hostile(2, "https://post.example/?q=<script>alert(7)</script>"),
            hostile(3, "javascript:alert(7)"),
        )
        with store.view() as view:
            stories = [each.id for each in Stories(view).all()]
        with store.work() as unit:
            Editor(unit, "the editor").make(f"Raid {SCRIPT}", stories)
        app = create_app(store, settings=Settings())
        with TestClient(app, base_url=BASE, client=("127.0.0.1", 1)) as client:
            yield client


def plain_pages() -> list[str]:
    """Return the pages that take nothing in their path."""
    return [
        route.path
        for router in (*PAGES, *SELF)
        for route in router.routes
        if isinstance(route, APIRoute)
        and "GET" in (route.methods or ())
        and "{" not in route.path
        and not route.path.startswith("/sign-in")
    ]


def test_no_page_that_links_lead_to_has_a_script_in_it(desk: TestClient) -> None:
    pages = dict(crawl(desk, "/", MOST_PAGES))
    assert len(pages) > 5
    assert {path: found for path, text in pages.items() if (found := inline(text))} == {}
    assert any("&lt;script&gt;alert(7)" in text for text in pages.values())


def test_no_page_of_the_menu_has_a_script_in_it(desk: TestClient) -> None:
    found = {}
    for path in plain_pages():
        answer = desk.get(path)
        if answer.headers.get("content-type", "").startswith("text/html"):
            found[path] = inline(answer.text)
    assert len(found) > 4
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("field", ["q", "who", "done", "undo", "outlet", "then"])
@pytest.mark.parametrize("path", ["/", links.trail(), links.accounts(), links.statements()])
def test_what_stands_in_an_address_becomes_no_script(
    desk: TestClient, path: str, field: str
) -> None:
    text = desk.get(path, params={field: f"{IMAGE}{SCRIPT}"}).text
    assert inline(text) == []


def test_a_title_outlet_and_name_are_shown_as_they_are_written(desk: TestClient) -> None:
    texts = [
        "".join(map(str, html.fromstring(text).itertext())) for _, text in crawl(desk, "/", 25)
    ]
    assert any(OUTLET in text for text in texts)
    assert any("<img src=x onerror=alert(7)>" in text for text in texts)


def test_what_is_inline_is_found() -> None:
    page = '<p onclick="x()" style="a"><a href=" javascript:y()">z</a><script>w()</script></p>'
    assert sorted(inline(page)) == ["href= javascript:y()", "onclick", "script", "style"]


def test_what_a_person_writes_becomes_no_script(desk: TestClient) -> None:
    given = {"name": f"x{SCRIPT}", "role": IMAGE, "email": SCRIPT, "password": "nine white storks"}
    given["csrf"] = csrf_of(desk, links.accounts())
    answer = desk.post(links.accounts_deed("add"), data=given)
    assert answer.status_code == 422
    assert inline(answer.text) == []
