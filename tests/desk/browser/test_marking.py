"""Marking words of an article with a pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.store import Store
from tests.desk.pages.test_review import entry

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.querySelector(".words"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
    if (node.data.includes(to)) range.setEnd(node, node.data.indexOf(to) + to.length);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_marked_words_become_a_fact(page: Page, own_url: str, own_store: Store) -> None:
    report = entry(own_store, "contacts").reports[0]
    page.goto(f"{own_url}/articles/{report.article.id}")
    page.evaluate(SELECT, ["Norway is", "Freedonia."])
    bar = page.get_by_role("region", name="Marked words")
    bar.wait_for()
    assert "“Norway is tired of Freedonia.”" in bar.inner_text()
    bar.get_by_role("link", name="position").click()
    page.get_by_role("heading", name="Add a position").wait_for()
    assert page.locator("mark.rests").inner_text() == "Norway is tired of Freedonia."
    page.get_by_label("Holder").fill("Norway")
    page.get_by_label("Stance").select_option("criticism")
    page.get_by_label("or another act or policy, in words").fill("the policy of Freedonia")
    page.get_by_label("Told in").select_option("own")
    page.get_by_role("button", name="Add it").click()
    page.get_by_text("Added: Norway").first.wait_for()


def test_a_chosen_fact_rests_on_several_runs_of_words(
    page: Page, own_url: str, own_store: Store
) -> None:
    report = entry(own_store, "contacts").reports[0]
    page.goto(f"{own_url}/articles/{report.article.id}?fact={report.told.fact.id}")
    bar = page.get_by_role("region", name="Marked words")
    page.evaluate(SELECT, ["Kari Lund", "Kari Lund"])
    bar.get_by_role("button", name="Keep these").click()
    page.evaluate(SELECT, ["on Friday", "on Friday"])
    bar.get_by_text("“Kari Lund” … “on Friday”").wait_for()
    bar.get_by_role("link", name="The words of C1").click()
    marked = page.locator("section", has=page.get_by_role("heading", name="As you mark it"))
    assert marked.locator("mark").all_inner_texts() == ["Kari Lund", "on Friday"]
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Corrected: ").first.wait_for(state="attached")
