"""axe-core finds nothing serious on any page, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fastapi.testclient import TestClient

from tests.conftest import AXE, REPOSITORY
from tests.desk.walking import one_of_each

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium", "axe")

SERIOUS = ("serious", "critical")
COLOURS = {"runOnly": ["color-contrast"]}


def faults(page: Page, options: dict[str, Any]) -> list[str]:
    """Return what axe finds on a page, with what it finds it on."""
    page.evaluate((REPOSITORY / AXE).read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in found["violations"]
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]


def all_faults(page: Page, url: str, paths: list[str], options: dict[str, Any]) -> list[str]:
    """Return what axe finds on all pages."""
    found = []
    for path in paths:
        page.goto(url + path, wait_until="load")
        found += [f"{path}: {each}" for each in faults(page, options)]
    return found


def test_nothing_serious_on_any_page(page: Page, desk_url: str, client: TestClient) -> None:
    paths = one_of_each(client)
    assert len(paths) > 1
    assert all_faults(page, desk_url, [*paths, "/nowhere"], {}) == []


def test_the_dark_colours_can_be_read(page: Page, desk_url: str, client: TestClient) -> None:
    page.emulate_media(color_scheme="dark")
    assert all_faults(page, desk_url, one_of_each(client), COLOURS) == []


def test_an_empty_desk_has_nothing_serious(page: Page, empty_url: str) -> None:
    assert all_faults(page, empty_url, ["/"], {}) == []
