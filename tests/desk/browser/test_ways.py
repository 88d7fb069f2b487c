"""The main ways through the desk, as a person at a browser goes them."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.desk.examples import CRISIS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


def open_crisis(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("link", name=CRISIS).click()
    page.wait_for_url("**/crises/*")


def test_from_a_crisis_to_a_stance_to_the_words(page: Page, desk_url: str) -> None:
    open_crisis(page, desk_url)
    assert page.get_by_role("heading", level=1).inner_text() == CRISIS
    page.get_by_role("link", name="Standings", exact=True).click()
    page.wait_for_selector('[data-island="map"][data-ready]')
    page.get_by_role("row", name="Norway").get_by_role("link", name="Criticism").first.click()
    drawer = page.get_by_role("dialog", name="In these words")
    quoted = drawer.locator("blockquote").first.inner_text()
    drawer.get_by_role("link", name="Courier").first.click()
    page.wait_for_url("**/articles/*")
    fact = page.locator(".reading").get_attribute("data-chosen")
    marked = page.locator(f'.words [data-refs~="{fact}"]').all_inner_texts()
    assert marked
    assert all(each.strip() in quoted for each in marked)


def test_filters_go_along_from_view_to_view_into_a_file(
    page: Page, desk_url: str, tmp_path: Path
) -> None:
    open_crisis(page, desk_url)
    page.keyboard.press("f")
    page.get_by_label("From", exact=True).fill("2031-05-05")
    page.get_by_label("contacts").check()
    page.get_by_role("button", name="Apply").click()
    page.get_by_role("link", name="Exports", exact=True).click()
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["since"], asked["kind"]) == (["2031-05-05"], ["contacts"])
    with page.expect_download() as waiting:
        page.get_by_role("link", name="contacts as CSV", exact=True).click()
    file = tmp_path / "contacts.csv"
    waiting.value.save_as(file)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    told = page.get_by_text(re.compile(r"\d+ facts? of")).inner_text()
    assert told.startswith(f"{len(rows)} fact")


def test_days_are_chosen_by_dragging_over_the_chart(page: Page, desk_url: str) -> None:
    open_crisis(page, desk_url)
    overlay = page.locator(".brush-layer .overlay")
    assert overlay.evaluate("each => getComputedStyle(each).fill") == "none"
    box = overlay.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 5, steps=4)
    with page.expect_navigation():
        page.mouse.up()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["since"] < asked["until"]
