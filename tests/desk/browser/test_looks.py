"""How pages look: whatever the window, the theme and the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from tests.desk.walking import one_of_each

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

NARROW = 360
INK = "getComputedStyle(document.body).color"
PALE = "rgb(236, 229, 216)"


def test_no_page_runs_out_of_a_narrow_window(page: Page, desk_url: str, client: TestClient) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    wider = {}
    for path in one_of_each(client):
        page.goto(desk_url + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW:
            wider[path] = width
    assert wider == {}


@pytest.mark.parametrize(("system", "other"), [("light", "Dark"), ("dark", "Light")])
def test_the_theme_is_named_that_a_press_leads_to(
    page: Page, desk_url: str, system: str, other: str
) -> None:
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(desk_url)
    page.get_by_role("button", name=other, exact=True).click()
    page.wait_for_selector(f"html[data-theme={other.lower()}]")
    page.get_by_role("button", name=system.capitalize(), exact=True).click()
    page.wait_for_selector("html:not([data-theme])")
    assert page.get_by_role("button", name=other, exact=True).is_visible()


def test_ink_is_dark_on_paper_whatever_the_theme(page: Page, desk_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(desk_url)
    assert page.evaluate(INK) == PALE
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(INK) != PALE


def test_an_empty_desk_keeps_no_room_for_days(page: Page, empty_url: str) -> None:
    page.goto(empty_url + links.timeline())
    page.wait_for_selector(".brush", state="hidden")
