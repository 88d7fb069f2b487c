"""axe-core finds nothing serious on any page, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.store import Store
from tests.desk.browser.axe import faults_of
from tests.desk.forms import post
from tests.desk.walking import one_of_each

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium", "axe")


@pytest.fixture
def made(own_client: TestClient, own_store: Store) -> list[str]:
    """Pages that are there only once somebody has made something."""
    with own_store.view() as view:
        one, other = [each.id for each in view.articles()][:2]
    job = post(own_client, links.give("paste"), {"text": "Norway called Sweden."})
    brief = post(own_client, links.briefs(), {"title": "Morning"}).headers["location"]
    return [
        job.headers["location"],
        links.briefs(),
        brief,
        f"{brief.partition('?')[0]}/compare",
        links.compare(one, other),
    ]


def test_nothing_serious_on_any_page(page: Page, desk_url: str, client: TestClient) -> None:
    paths = one_of_each(client)
    assert len(paths) > 20
    assert faults_of(page, desk_url, [*paths, "/nowhere"]) == []


def test_nothing_serious_on_what_people_make(page: Page, own_url: str, made: list[str]) -> None:
    assert faults_of(page, own_url, made) == []


def test_nothing_serious_on_an_empty_desk(page: Page, empty_url: str) -> None:
    assert faults_of(page, empty_url, ["/", links.review(), links.articles()]) == []
