"""The map of standings in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def standings(page: Page, desk_url: str) -> Page:
    """The page, with its map drawn."""
    page.goto(f"{desk_url}/standings")
    page.wait_for_selector('[data-island="map"][data-ready]')
    return page


def test_a_state_of_the_map_opens_the_words_and_escape_closes_them(standings: Page) -> None:
    norway = standings.get_by_role("link", name="Norway: criticism")
    norway.focus()
    standings.keyboard.press("Enter")
    drawer = standings.get_by_role("dialog", name="In these words")
    assert "Norway is reported to criticise" in drawer.inner_text()
    standings.keyboard.press("Escape")
    assert not drawer.is_visible()


def test_the_slide_moves_the_map_and_then_the_table(standings: Page) -> None:
    slide = standings.get_by_role("slider", name="Day")
    slide.focus()
    standings.keyboard.press("Home")
    standings.get_by_role("link", name="Norway: restraint").wait_for(state="attached")
    standings.wait_for_selector("#standing-table >> text=as told by 2 May 2031")
    assert standings.locator(".standing-table .stance-criticism").count() == 0
    assert "on=2031-05-02" in standings.url


def test_without_scripts_the_table_is_there(desk_url: str, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(f"{desk_url}/standings")
    bare.locator(".standing-table .chip").first.click()
    assert bare.url.startswith(f"{desk_url}/words?entry=")
    plain.close()
