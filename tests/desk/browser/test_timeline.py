"""The chart of the timeline in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.desk.pages import timeline as timeline_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

READY = '[data-island="timeline"][data-ready] .mark'
NEAR = ".timeline-body .mark.near"


@pytest.fixture
def timeline(page: Page, desk_url: str) -> Page:
    """The page, with its chart drawn."""
    page.goto(f"{desk_url}/timeline")
    page.wait_for_selector(READY)
    return page


def held(page: Page) -> str:
    """Return what the element that the keyboard is on is called."""
    name: str = page.evaluate("document.activeElement.querySelector('title')?.textContent ?? ''")
    return name


def seen_days(page: Page) -> str:
    """Return the days that the chart shows now."""
    return page.get_by_role("link", name="Only these days").get_attribute("title") or ""


def test_a_fact_opens_its_words_by_keys_and_leads_to_the_article(timeline: Page) -> None:
    timeline.locator(f"{NEAR}[tabindex='0']").focus()
    timeline.keyboard.press("ArrowRight")
    timeline.keyboard.press("Enter")
    drawer = timeline.get_by_role("dialog", name="In these words")
    drawer.wait_for()
    assert drawer.locator(".quotation").count() == 1
    drawer.locator(".cite a").first.click()
    assert "/articles/" in timeline.url
    assert "fact=" in timeline.url


def test_escape_closes_the_words_and_goes_back_to_the_fact(timeline: Page) -> None:
    timeline.locator(f"{NEAR}[tabindex='0']").focus()
    before = held(timeline)
    timeline.keyboard.press("Enter")
    drawer = timeline.get_by_role("dialog", name="In these words")
    drawer.wait_for()
    timeline.keyboard.press("Escape")
    assert not drawer.is_visible()
    assert held(timeline) == before != ""


def test_the_chart_is_one_stop_of_the_tab_key(timeline: Page) -> None:
    assert timeline.locator(".timeline-body .mark[tabindex='0']").count() == 1
    timeline.locator(f"{NEAR}[tabindex='0']").focus()
    first = held(timeline)
    timeline.keyboard.press("ArrowDown")
    assert held(timeline) != first
    assert timeline.locator(".timeline-body .mark[tabindex='0']").count() == 1


def test_from_years_to_hours(timeline: Page) -> None:
    timeline.get_by_role("button", name="Hours", exact=True).click()
    since, until = seen_days(timeline).split(" to ")
    assert since[:7] == until[:7] == "2031-05"
    assert timeline.locator(".timeline-axis", has_text=":00").count() == 1
    timeline.get_by_role("button", name="All days").click()
    assert seen_days(timeline) != f"{since} to {until}"


def test_plus_and_minus_zoom_and_keep_the_fact(timeline: Page) -> None:
    timeline.locator(f"{NEAR}[tabindex='0']").focus()
    before, name = seen_days(timeline), held(timeline)
    timeline.keyboard.press("+")
    assert held(timeline) == name
    timeline.keyboard.press("-")
    assert seen_days(timeline) == before


def test_the_days_that_are_seen_become_those_of_the_filters(timeline: Page) -> None:
    since, until = seen_days(timeline).split(" to ")
    timeline.get_by_role("link", name="Only these days").click()
    assert f"since={since}&until={until}" in timeline.url
    assert timeline.locator("#filter-since").input_value() == since


def test_lanes_change_as_soon_as_they_are_chosen(timeline: Page) -> None:
    timeline.select_option("#lanes-by", "person")
    timeline.wait_for_url("**by=person**")
    timeline.wait_for_selector(READY)
    assert timeline.locator(".timeline-body .name", has_text="Kari Lund").count() == 1


def test_where_there_is_little_room_the_list_comes_first(page: Page, desk_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{desk_url}/timeline")
    page.wait_for_selector('[data-island="timeline"][data-ready]')
    assert not page.locator(".timeline-body").is_visible()
    page.locator(".timeline summary").click()
    page.wait_for_selector(".timeline-body .mark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_days_are_there(desk_url: str, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(f"{desk_url}/timeline")
    assert bare.locator(".day-told .fact").count() > 3
    assert bare.locator(".timeline-body").count() == 0
    bare.locator(".day-told .cite a").first.click()
    assert "/articles/" in bare.url
    plain.close()


def test_the_lanes_of_others_are_folded_and_open(
    page: Page, desk_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_page, "OWN_LANES", 1)
    page.goto(f"{desk_url}/timeline")
    page.wait_for_selector(READY)
    lanes = page.locator(".timeline-body .lane")
    assert lanes.count() == 2
    assert (lanes.last.locator("text").text_content() or "").split()[1] == "others"
    button = page.get_by_role("button", name="A lane for each")
    button.click()
    assert lanes.count() > 2
    assert page.get_by_role("button", name="Fold the last").get_attribute("aria-expanded") == "true"


def test_the_wheel_zooms_with_control_alone(timeline: Page) -> None:
    timeline.locator(".timeline-body").scroll_into_view_if_needed()
    box = timeline.locator(".timeline-body").bounding_box()
    assert box is not None
    timeline.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    before = seen_days(timeline)
    timeline.mouse.wheel(0, -200)
    assert seen_days(timeline) == before
    timeline.keyboard.down("Control")
    timeline.mouse.wheel(0, -1200)
    timeline.keyboard.up("Control")
    timeline.wait_for_function(
        "before => document.querySelector('.timeline-tools a').title !== before", arg=before
    )
