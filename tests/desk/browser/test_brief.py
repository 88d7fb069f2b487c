"""A saved brief is edited in place, and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.crises.stories import Crises
from dragoman.desk import links
from dragoman.desk.filters import Filters
from dragoman.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

WORDS = "Oslo and Copenhagen spoke."


def test_a_sentence_is_edited_in_place_and_undone(
    page: Page, own_url: str, own_store: Store
) -> None:
    with own_store.view() as view:
        crisis = next(iter(Crises(view).all())).id
    page.goto(own_url + links.brief(Filters(crisis=crisis)))
    page.get_by_role("button", name="Save and edit").click()
    page.wait_for_url("**/briefs/1")
    first = page.locator(".line").first
    before = first.locator("p").first.inner_text()
    page.evaluate("window.stayed = true")

    first.get_by_role("link", name="Reword").click()
    page.locator("textarea[name=text]").fill(WORDS)
    page.get_by_role("button", name="Keep these words").click()
    page.get_by_text("Done: a sentence reworded.").wait_for()
    assert WORDS in page.locator(".line").first.inner_text()
    assert page.locator(".line").first.locator(".numbers a").count() > 0

    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Done: an older version brought back.").wait_for()
    assert page.locator(".line p").first.inner_text() == before
    count = page.locator(".line").count()
    page.locator(".line").first.get_by_role("button", name="Leave out").click()
    page.get_by_text("1 sentence left out").wait_for()
    assert page.locator(".line").count() == count - 1
    assert page.evaluate("window.stayed")
