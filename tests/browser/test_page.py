"""The page in a browser: words and facts joined, by mouse, by keyboard, and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser import articles
from tests.browser.conftest import Open
from tests.cli.page import hostile
from tests.records import examples

pytestmark = pytest.mark.needs("chromium")

RECORD = examples.record()
LONG = articles.record()
LIT = ".s.lit, .s.lit-part"


def _lit(tab: Tab) -> str:
    return "".join(tab.locator(f".text :is({LIT})").all_text_contents())


def _words(tab: Tab, key: str) -> Locator:
    return tab.locator(f".text [data-facts~='{key}']").first


def test_nothing_is_lit_at_first(show: Open) -> None:
    assert _lit(show(RECORD)) == ""


def test_pointing_at_a_fact_lights_its_words(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-S1").hover()
    assert _lit(tab) == '"Both sides must step back," Lund said.'


def test_pointing_elsewhere_lets_go(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-S1").hover()
    tab.locator(".brand").hover()
    assert _lit(tab) == ""


def test_the_words_of_the_act_are_lit_most(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-S1").hover()
    assert tab.locator(".s.lit-part").all_text_contents() == ["Lund ", "said"]


def test_pointing_at_words_lights_their_fact(show: Open) -> None:
    tab = show(RECORD)
    tab.locator(".text .w-event").hover()
    expect(tab.locator(".card.on")).to_have_id("r1-E1")


def test_a_click_on_a_fact_scrolls_to_its_words(show: Open) -> None:
    tab = show(LONG)
    expect(_words(tab, "r1-E40")).not_to_be_in_viewport()
    tab.locator("#r1-E40").click()
    expect(_words(tab, "r1-E40")).to_be_in_viewport()


def test_pointing_at_a_fact_scrolls_to_its_words(show: Open) -> None:
    tab = show(LONG)
    tab.locator("#r1-E40").hover()
    expect(_words(tab, "r1-E40")).to_be_in_viewport()


def test_a_click_on_words_scrolls_to_their_fact(show: Open) -> None:
    tab = show(LONG)
    expect(tab.locator("#r1-E30")).not_to_be_in_viewport()
    _words(tab, "r1-E30").click()
    expect(tab.locator(".card.on")).to_have_id("r1-E30")
    expect(tab.locator("#r1-E30")).to_be_in_viewport()


def test_pointing_at_words_scrolls_to_their_fact(show: Open) -> None:
    tab = show(LONG)
    _words(tab, "r1-E30").hover()
    expect(tab.locator("#r1-E30")).to_be_in_viewport()


def test_a_choice_stays_when_the_pointer_leaves(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-C1").click()
    tab.locator(".brand").hover()
    assert "phoned" in _lit(tab)


def test_clicks_on_the_same_words_go_through_all_their_facts(show: Open) -> None:
    tab = show(RECORD)
    words = tab.locator(".text .w-statement")
    seen = []
    for _ in range(3):
        words.click()
        seen.append(tab.locator(".card.on").get_attribute("id"))
    assert seen == ["r1-S1", "r1-P1", "r1-S1"]


def test_escape_lets_go(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-C1").click()
    tab.locator(".brand").hover()
    tab.keyboard.press("Escape")
    assert _lit(tab) == ""


def test_tab_goes_from_fact_to_fact_and_lights_each(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-S1 .jump").focus()
    tab.keyboard.press("Tab")
    expect(tab.locator(".card.on")).to_have_id("r1-P1")
    expect(tab.locator("#r1-P1 .jump")).to_be_focused()


def test_arrows_go_from_fact_to_fact(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-C1 .jump").focus()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator("#r1-E1 .jump")).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(tab.locator("#r1-C1 .jump")).to_be_focused()


def test_enter_jumps_to_the_words_and_escape_comes_back(show: Open) -> None:
    tab = show(LONG)
    jump = tab.locator("#r1-E35 .jump")
    jump.focus()
    tab.keyboard.press("Enter")
    expect(_words(tab, "r1-E35")).to_be_in_viewport()
    expect(_words(tab, "r1-E35")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(jump).to_be_focused()


def test_a_paragraph_leads_to_its_facts(show: Open) -> None:
    tab = show(RECORD)
    tab.locator(".ref", has_text="A1").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#r1-A1 .jump")).to_be_focused()


def test_a_fact_leads_to_the_fact_that_it_rests_on(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-P1 .rows a", has_text="S1").click()
    expect(tab.locator("#r1-S1 .jump")).to_be_focused()


def test_what_is_chosen_is_said(show: Open) -> None:
    tab = show(RECORD)
    tab.locator("#r1-C1").click()
    expect(tab.get_by_role("status")).to_have_text("C1: 1 place in the text")


def test_a_link_to_a_fact_chooses_it(show: Open) -> None:
    tab = show(RECORD, hash_="#r1-E1")
    expect(tab.locator(".card.on")).to_have_id("r1-E1")


def test_a_kind_can_be_left_out(show: Open) -> None:
    tab = show(RECORD)
    tab.get_by_role("button", name="Statements").click()
    expect(tab.locator("#r1-S1")).to_be_hidden()
    expect(tab.locator("#r1-P1")).to_be_visible()
    tab.locator(".text .w-statement").click()
    expect(tab.locator(".card.on")).to_have_id("r1-P1")


def test_a_kind_that_was_left_out_comes_back(show: Open) -> None:
    tab = show(RECORD)
    button = tab.get_by_role("button", name="Statements")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(tab.locator("#r1-S1")).to_be_visible()


@pytest.mark.parametrize(("scheme", "first"), [("light", 250), ("dark", 20)])
def test_the_page_follows_the_reader_into_the_dark(show: Open, scheme: str, first: int) -> None:
    tab = show(RECORD, color_scheme=scheme)
    colour = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour.startswith(f"rgb({first},")


def test_dark_and_light_can_be_switched(show: Open) -> None:
    tab = show(RECORD, color_scheme="light")
    before = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.get_by_role("button", name="Dark").click()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != before
    expect(tab.get_by_role("button", name="Light")).to_be_visible()


@pytest.mark.parametrize("width", [320, 420, 800])
def test_in_narrow_space_facts_stand_below_and_nothing_sticks_out(show: Open, width: int) -> None:
    tab = show(RECORD, hostile.record(), viewport={"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    text = tab.locator("#r1 .text").bounding_box()
    facts = tab.locator("#r1 .facts").bounding_box()
    assert text is not None
    assert facts is not None
    assert facts["y"] >= text["y"] + text["height"]


def test_in_wide_space_facts_stand_beside(show: Open) -> None:
    tab = show(RECORD)
    text, facts = (tab.locator(each).bounding_box() for each in ("#r1 .text", "#r1 .facts"))
    assert text is not None
    assert facts is not None
    assert facts["x"] >= text["x"] + text["width"]


def test_without_scripts_every_fact_is_there_and_leads_to_its_words(show: Open) -> None:
    tab = show(LONG, java_script_enabled=False)
    assert tab.locator(".card").count() == 41
    expect(tab.locator(".theme")).to_be_hidden()
    tab.locator("#r1-E40 .jump").click()
    assert tab.url.endswith("#r1-E40-words")
    expect(tab.locator("#r1-E40-words")).to_be_in_viewport()


def test_without_scripts_words_lead_to_their_facts(show: Open) -> None:
    tab = show(LONG, java_script_enabled=False)
    tab.locator(".ref", has_text="E40").click()
    expect(tab.locator("#r1-E40")).to_be_in_viewport()


def test_a_hostile_article_runs_nothing(show: Open) -> None:
    tab = show(hostile.record())
    for selector in (".text .s", ".card", "summary"):
        tab.locator(selector).first.hover()
        tab.locator(selector).first.click()
    assert tab.evaluate("window.hacked") is None
    assert hostile.ATTACK.split()[0] in (tab.locator("h2").text_content() or "")


def test_what_is_not_coded_can_be_unfolded(show: Open) -> None:
    tab = show(RECORD)
    caption = tab.get_by_text("The port in winter.")
    expect(caption).to_be_hidden()
    tab.locator("summary").click()
    expect(caption).to_be_visible()


def test_printed_pages_show_all_evidence_and_no_bar(show: Open, tmp_path: Path) -> None:
    tab = show(LONG)
    tab.emulate_media(media="print")
    expect(tab.locator(".bar")).to_be_hidden()
    assert tab.locator("#r1-E40").is_visible()
    assert tab.evaluate("getComputedStyle(document.querySelector('.facts')).overflowY") == "visible"
    tab.pdf(path=tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_facts_of_two_reports_do_not_mix(show: Open) -> None:
    tab = show(RECORD, RECORD)
    tab.locator("#r2-S1").click()
    assert tab.locator(f"#r1 :is({LIT})").count() == 0
    assert tab.locator(f"#r2 .text :is({LIT})").count() > 0
