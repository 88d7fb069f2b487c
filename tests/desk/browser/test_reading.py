"""From a pasted article to a corrected fact, with the worker and the reader as they ship."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.cli.desk import working
from dragoman.desk import create_app, links
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.conftest import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

PATIENCE = 300_000
"""Milliseconds that the model may take to load on a busy machine, and to read the article."""

TITLE = "Readout on the incident near Rockall"
TEXT = f"""{TITLE}

Norwegian Foreign Minister Ingrid Haugen spoke by telephone on Monday with British Foreign \
Secretary Julian Thorpe about the incident near Rockall.

"The sea is large and the rock is small," Minister Haugen said.
"""


@pytest.fixture
def read_url(tmp_path: Path) -> Iterator[str]:
    """The URL of an empty desk beside which a worker reads."""
    with (
        Store.open(str(tmp_path / "read.sqlite"), settings=Settings()) as store,
        working(store.url.render_as_string(hide_password=False)),
        serving(create_app(store, settings=Settings())) as url,
    ):
        yield url


def test_a_pasted_article_is_read_corrected_and_taken_back(page: Page, read_url: str) -> None:
    page.goto(read_url + links.new_article())
    page.get_by_label("The article, its title in the first line").fill(TEXT)
    page.get_by_label("Outlet").fill("Norwegian Ministry of Foreign Affairs")
    page.get_by_label("Published on", exact=True).fill("2006-10-09")
    page.get_by_role("button", name="Read it", exact=True).click()
    page.get_by_role("link", name=TITLE).click(timeout=PATIENCE)
    card = page.locator(".telling-contacts").first
    assert "phone call" in card.inner_text().casefold()
    page.goto(read_url + links.review())
    page.get_by_role("link", name="A phone call").first.click()
    page.get_by_text("Edit").first.click()
    page.get_by_label("Channel", exact=True).select_option("video")
    page.get_by_role("button", name="Save the changes").click()
    notice = page.locator("[data-notice]")
    notice.get_by_text("Corrected: ").wait_for()
    page.get_by_role("button", name="Undo").first.click()
    notice.get_by_text("Taken back: ").wait_for()
    assert page.get_by_label("Channel", exact=True).input_value() == "phone"
