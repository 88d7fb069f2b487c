"""The time brush of the filters in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

OVERLAY = ".brush .overlay"


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    page.wait_for_selector(".brush[data-ready]")
    return page


def drag(page: Page, start: float, end: float) -> None:
    """Drag over the brush, from one share of its width to another."""
    box = page.locator(OVERLAY).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + start * box["width"], box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 10, steps=5)
    with page.expect_navigation():
        page.mouse.up()


def test_days_that_are_dragged_over_hold_from_view_to_view(page: Page, desk_url: str) -> None:
    opened(page, f"{desk_url}/timeline?kind=contacts&by=person")
    drag(page, 0.02, 0.5)
    assert "since=2031-05-" in page.url
    assert "kind=contacts" in page.url
    assert "by=person" in page.url
    asked = page.locator("#filter-until").input_value()
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Statements").click()
    assert page.locator("#filter-until").input_value() == asked
    page.wait_for_selector(".brush .selection[width]")


def test_a_click_beside_the_days_takes_them_away(page: Page, desk_url: str) -> None:
    opened(page, f"{desk_url}/timeline?since=2031-05-02&until=2031-05-02")
    box = page.locator(OVERLAY).bounding_box()
    assert box is not None
    with page.expect_navigation():
        page.mouse.click(box["x"] + box["width"] - 4, box["y"] + 10)
    assert page.locator("#filter-since").input_value() == ""


def test_it_shows_which_days_the_chart_shows(page: Page, desk_url: str) -> None:
    opened(page, f"{desk_url}/timeline")
    page.wait_for_selector(".brush .seen[d]", state="attached")
    before = page.locator(".brush .seen").get_attribute("d")
    page.get_by_role("button", name="Hours", exact=True).click()
    assert page.locator(".brush .seen").get_attribute("d") != before


def test_days_that_are_dragged_over_leave_the_other_filters_as_they_are(
    page: Page, desk_url: str
) -> None:
    opened(page, f"{desk_url}/timeline?confidence=0.13")
    drag(page, 0.02, 0.5)
    assert "confidence=0.13" in page.url
    assert "country" not in page.url


def test_a_key_opens_the_filters_and_a_name_is_enough_for_a_country(
    page: Page, desk_url: str
) -> None:
    opened(page, f"{desk_url}/timeline")
    page.keyboard.press("f")
    assert page.locator("#filter-since").evaluate("each => each === document.activeElement")
    page.locator("#filter-country").fill("norway")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{desk_url}/timeline?country=norway"
    assert page.locator("#filter-country").input_value() == "Norway"
    page.get_by_label("Country or body: one more").fill("DNK")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".in-force").inner_text().split() == ["Norway", "Denmark"]


def test_the_list_of_keys_has_those_of_the_page_alone(page: Page, desk_url: str) -> None:
    opened(page, f"{desk_url}/timeline")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    assert keys.get_by_text("Filters: open, close").is_visible()
    page.goto(f"{desk_url}/sources")
    page.keyboard.press("?")
    assert keys.get_by_text("Alerts").is_visible()
    assert not keys.get_by_text("Filters: open, close").is_visible()
