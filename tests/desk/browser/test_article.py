"""The words of an article and its facts, joined both ways by pointer and by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dragoman.desk import links
from dragoman.store import Store
from tests.records import examples

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def article(desk_store: Store) -> str:
    """The id of the article that tells most."""
    with desk_store.view() as view:
        return next(view.articles()).id


@pytest.fixture
def opened(page: Page, desk_url: str, article: str) -> Page:
    """The page of the article."""
    page.goto(desk_url + links.article(article))
    return page


def test_words_lead_to_their_fact(opened: Page) -> None:
    opened.locator(".mark[data-refs=C1]").first.click()
    assert "chosen" in (opened.locator("#C1").get_attribute("class") or "")
    assert "C1" in (opened.locator("#said").text_content() or "")
    opened.keyboard.press("Escape")
    assert "chosen" not in (opened.locator("#C1").get_attribute("class") or "")


def test_a_fact_leads_to_its_words_and_the_address_says_so(opened: Page) -> None:
    opened.locator("#E1 [data-shows]").focus()
    opened.keyboard.press("Enter")
    marked = opened.locator(".mark.chosen").all_text_contents()
    assert "Three sailors were killed in the raid" in "".join(marked)
    assert re.search(rf"fact={examples.raid().id}", opened.url)


def test_pointing_lights_both_sides(opened: Page) -> None:
    opened.locator("#C1").hover()
    assert opened.locator(".mark.lit").count() > 0
    opened.locator(".mark[data-refs=C1]").first.hover()
    assert "lit" in (opened.locator("#C1").get_attribute("class") or "")


def test_a_kind_is_switched_off(opened: Page) -> None:
    opened.locator("#show-contacts").uncheck()
    assert not opened.locator("#C1").is_visible()
    assert opened.locator("#E1").is_visible()
