"""The network of contacts in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.store import Store
from tests.desk.pages.calling import add_planned, add_round

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


def drawn(page: Page, url: str) -> Page:
    """Open the page, and wait for its network."""
    page.goto(f"{url}/outreach")
    page.wait_for_selector('[data-island="network"][data-ready]')
    return page


@pytest.fixture
def outreach(page: Page, desk_url: str) -> Page:
    """The page of two governments with three calls."""
    return drawn(page, desk_url)


@pytest.fixture
def busy(page: Page, own_store: Store, own_url: str) -> Page:
    """The page of five governments, with a planned visit and one reached at another level."""
    add_round(own_store)
    add_planned(own_store)
    return drawn(page, own_url)


def places(page: Page) -> list[str | None]:
    """Return where the nodes lie."""
    nodes = page.locator(".spot").all()
    return [each.get_attribute("transform") for each in nodes]


def test_a_line_opens_its_contacts_by_the_keys(outreach: Page) -> None:
    outreach.locator(".spot[tabindex='0']").focus()
    outreach.keyboard.press("PageDown")
    outreach.keyboard.press("Enter")
    drawer = outreach.get_by_role("dialog", name="In these words")
    drawer.locator(".fact").first.wait_for()
    assert drawer.locator(".fact").count() == 3
    outreach.keyboard.press("Escape")
    assert not drawer.is_visible()


def test_the_arrows_go_from_node_to_node(busy: Page) -> None:
    first = busy.locator(".spot[tabindex='0']")
    name = first.get_attribute("aria-label")
    first.focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        busy.keyboard.press(key)
    focused = busy.locator(".spot:focus")
    assert focused.get_attribute("tabindex") == "0"
    assert busy.locator(".spot[tabindex='0']").count() == 1
    assert name is not None


def test_the_network_lies_the_same_each_time(busy: Page) -> None:
    before = places(busy)
    busy.reload()
    busy.wait_for_selector('[data-island="network"][data-ready]')
    assert places(busy) == before


def test_no_name_lies_over_another(busy: Page) -> None:
    texts = busy.locator(".spot text:not(.hidden)").all()
    boxes = [box for each in texts if (box := each.bounding_box()) is not None]
    assert len(boxes) == 5
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart_across = one["x"] + one["width"] <= other["x"] + 1
            apart_across |= other["x"] + other["width"] <= one["x"] + 1
            apart_down = one["y"] + one["height"] <= other["y"] + 4
            apart_down |= other["y"] + other["height"] <= one["y"] + 4
            assert apart_across or apart_down


def test_what_is_planned_and_what_differs_have_marks_of_their_own(busy: Page) -> None:
    assert busy.locator(".network-board .came-open .badge circle").count() == 1
    assert busy.locator(".network-board .way.differs").count() == 1
    legend = busy.locator(".network-legend").inner_text()
    assert "planned or proposed" in legend
    assert "at another level than most" in legend
    assert "refused" not in legend


def test_a_node_can_be_pulled(busy: Page) -> None:
    before = places(busy)
    box = busy.locator(".spot circle").first.bounding_box()
    assert box is not None
    busy.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    busy.mouse.down()
    busy.mouse.move(box["x"] + 60, box["y"] + 40, steps=4)
    busy.mouse.up()
    after = places(busy)
    assert (after[0] != before[0], after[1:] == before[1:]) == (True, True)
    assert not busy.get_by_role("dialog", name="In these words").is_visible()


def test_the_column_of_a_cell_stands_out(busy: Page) -> None:
    busy.locator(".met").first.focus()
    assert busy.locator("thead .in-column").count() == 1


def test_another_government_is_looked_at_as_soon_as_it_is_chosen(busy: Page) -> None:
    busy.get_by_label("Not in contact with").select_option("DNK")
    busy.wait_for_url("**/outreach?of=DNK*")
    assert "Finland" in busy.locator(".left-out").inner_text()


def test_every_name_finds_room_on_a_narrow_screen(busy: Page) -> None:
    busy.set_viewport_size({"width": 360, "height": 800})
    busy.reload()
    busy.wait_for_selector('[data-island="network"][data-ready]')
    assert busy.locator(".spot text").count() > 4
    assert busy.locator(".spot text.hidden").count() == 0
