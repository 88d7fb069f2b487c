"""The page of statements in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


def test_words_are_found_and_copied_with_their_citation(page: Page, desk_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk_url)
    page.goto(f"{desk_url}/statements")
    page.keyboard.press("/")
    page.keyboard.type("step back")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=step+back**")
    page.get_by_role("button", name="Copy with citation").first.click()
    page.get_by_role("button", name="Copied", exact=True).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Kari Lund (Norway): “Both sides must step back” — ")
    assert "https://" in copied
    assert page.locator("#said").inner_text() == "Copied with its citation."


def test_a_narrow_screen_holds_the_form_and_the_cards(page: Page, desk_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{desk_url}/statements")
    page.wait_for_selector(".brush[data-ready]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
