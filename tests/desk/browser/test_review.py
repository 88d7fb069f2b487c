"""Review with the keyboard alone, and in two tabs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Record, content_id
from dragoman.store import Store
from tests.crises.questions.telling import add, called

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


def call(day: int) -> Record:
    """Return an article on a call of a day, known by an id of its own."""
    told = called(day, f"paper{day}")
    (contact,) = told.contacts
    return replace(told, contacts=(replace(contact, id=content_id("call", str(day))),))


@pytest.fixture
def calls(own_store: Store) -> None:
    """Twelve calls that nobody has judged, beside the facts of the store."""
    add(own_store, *(call(day) for day in range(8, 20)))


def arrive(page: Page, url: str) -> None:
    """Wait for the next fact: its address, and the focus on its sentence."""
    page.wait_for_url(lambda now: now != url)
    page.locator("[data-focus]:focus").wait_for()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another fact."""
    before = page.url
    page.keyboard.press(key)
    arrive(page, before)


def verdicts(store: Store) -> list[str]:
    with store.view() as view:
        found = view.judgements.in_force()
        return [each.verdict for each in found if each.kind not in {"crises", "stories"}]


def hears(page: Page, words: str) -> None:
    """Wait until a screen reader is told some words."""
    page.locator("#said", has_text=words).wait_for(state="attached")


@pytest.mark.usefixtures("calls")
def test_ten_facts_are_reviewed_by_keyboard_alone(
    page: Page, own_url: str, own_store: Store
) -> None:
    page.goto(f"{own_url}/review?kind=contacts&since=2031-05-08")
    page.evaluate("window.sameDocument = true")
    press(page, "n")
    sentences = set()
    for number in range(10):
        sentences.add(page.url.partition("?")[0])
        if number == 2:
            press(page, "n")
            press(page, "p")
        press(page, "r" if number % 3 == 1 else "a")
        told = "Rejected: " if number % 3 == 1 else "Accepted: "
        hears(page, told)
    assert len(sentences) == 10
    assert sorted(verdicts(own_store)) == ["accept"] * 7 + ["reject"] * 3
    assert page.evaluate("window.sameDocument") is True
    press(page, "u")
    hears(page, "Taken back: ")
    assert verdicts(own_store)[-1] == "undo"


@pytest.mark.usefixtures("calls")
def test_a_fact_is_edited_by_keyboard_alone(page: Page, own_url: str, own_store: Store) -> None:
    page.goto(f"{own_url}/review?kind=contacts&since=2031-05-08")
    press(page, "n")
    page.keyboard.press("e")
    page.locator("[name='set.initiator']:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("Nemo")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    page.locator("[aria-invalid=true]:focus").wait_for()
    assert "nobody whom the article names" in page.locator(".fault").inner_text()
    assert verdicts(own_store) == []
    page.keyboard.press("Control+a")
    page.keyboard.type("Sweden")
    press(page, "Control+Enter")
    hears(page, "Corrected: ")
    assert set(verdicts(own_store)) == {"correct"}


def test_two_tabs_on_one_fact(page: Page, own_url: str, own_store: Store) -> None:
    page.goto(f"{own_url}/review?kind=attitudes")
    press(page, "n")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Reject").click()
    other.wait_for_url(lambda now: now != page.url)
    page.keyboard.press("e")
    page.get_by_label("Sign", exact=True).select_option("positive")
    page.get_by_role("button", name="Save the changes").click()
    page.get_by_role("heading", name="Somebody else has judged this fact meanwhile").wait_for()
    page.locator("[data-focus]:focus").wait_for()
    assert verdicts(own_store) == ["reject"]
    assert (
        "rejected"
        in page.locator("section", has=page.get_by_role("heading", name="Theirs")).inner_text()
    )
    assert "Positive" in page.locator(".differing").inner_text()
    page.get_by_role("button", name="Put yours on top").click()
    hears(page, "Corrected: ")
    assert verdicts(own_store) == ["reject", "correct"]


def test_without_scripts_forms_do_it(own_url: str, page: Page, own_store: Store) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(f"{own_url}/review")
    bare.get_by_role("link", name="Begin with the first").click()
    bare.get_by_label("Reason, if you like").fill("seen twice")
    bare.get_by_label("Reason, if you like").press("Enter")
    assert verdicts(own_store) == []
    bare.get_by_role("button", name="Accept").click()
    assert set(verdicts(own_store)) == {"accept"}
    bare.get_by_role("button", name="Undo").first.click()
    assert "Taken back: " in bare.locator(".notice").inner_text()
    plain.close()
