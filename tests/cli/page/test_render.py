"""The markup of a page: escaped, closed to the outside, readable."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given, settings
from lxml import html

from dragoman.cli.console import printable
from dragoman.cli.page import index_page, page, report_page
from dragoman.records import Record
from tests.cli.page import hostile
from tests.records import examples
from tests.records.strategies import records

RECORD = examples.record()
ONE = page([("a.txt", RECORD)])
TWO = page([("a.txt", RECORD), ("b.txt", hostile.record())])
STYLE = (resources.files("dragoman.cli.page") / "data" / "page.css").read_text(encoding="utf-8")


def _tree(markup: str) -> html.HtmlElement:
    return html.document_fromstring(markup.encode())


def _text(element: html.HtmlElement) -> str:
    return "".join(str(element.text_content()).split())


def _policy(markup: str) -> str:
    return str(_tree(markup).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])


@pytest.mark.parametrize("name", ["style", "script"])
def test_the_policy_lets_in_our_style_and_script_alone(name: str) -> None:
    (content,) = re.findall(rf"<{name}>(.*?)</{name}>", ONE, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    assert f"{name}-src 'sha256-{digest}'" in _policy(ONE)


def test_the_policy_forbids_everything_else() -> None:
    assert "default-src 'none'" in _policy(ONE)
    assert "unsafe" not in _policy(ONE)


@pytest.mark.parametrize("markup", [ONE, TWO, index_page([])], ids=["one", "two", "index"])
def test_the_page_loads_nothing(markup: str) -> None:
    tree = _tree(markup)
    assert tree.xpath("//@src | //link | //iframe | //object | //form | //img | //base") == []
    assert re.findall(r"url\(|@import", STYLE) == []


def test_there_is_one_script_whatever_the_article_says() -> None:
    assert len(_tree(TWO).xpath("//script")) == 1


def test_no_attribute_runs_code_or_styles() -> None:
    names = {str(name) for each in _tree(TWO).iter() for name in each.attrib}
    assert {name for name in names if name.startswith("on") or name == "style"} == set()


def test_links_lead_within_the_page_only() -> None:
    assert {link[0] for link in _tree(TWO).xpath("//a/@href")} == {"#"}


def test_every_link_leads_somewhere() -> None:
    tree = _tree(TWO)
    ids = set(tree.xpath("//@id"))
    assert [link for link in tree.xpath("//a/@href") if link[1:] not in ids] == []


def test_no_id_is_given_twice() -> None:
    ids = _tree(TWO).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_hostile_words_are_shown_as_words() -> None:
    tree = _tree(page([("x", hostile.record())]))
    shown = "".join(_text(block) for block in tree.cssselect("article .block"))
    assert "".join(hostile.ATTACK.split()) in shown
    assert "<b>" not in "".join(tree.xpath("//b/text()"))


def test_no_control_character_is_written() -> None:
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", TWO) == []


def test_several_reports_have_an_index() -> None:
    links = _tree(TWO).cssselect("nav.index a")
    assert [link.get("href") for link in links] == ["#r1", "#r2"]


def test_one_report_needs_no_index() -> None:
    assert _tree(ONE).cssselect("nav.index") == []


def test_a_page_of_a_folder_leads_to_the_index_and_back() -> None:
    markup, entry = report_page("a.txt", RECORD, home="index.html", href="001-a.html")
    assert _tree(markup).cssselect("a.home")[0].get("href") == "index.html"
    assert _tree(index_page([entry])).cssselect("nav.index a")[0].get("href") == "001-a.html"


def test_the_legend_counts_what_is_on_the_page() -> None:
    shown = [_text(each) for each in _tree(TWO).cssselect(".filter")]
    assert shown == ["Contacts2", "Events2", "Statements2", "Positions2", "Attitudes2", "Who10"]


def test_confidence_is_shown_and_said() -> None:
    assert "●●●confidence0.95" in [_text(each) for each in _tree(ONE).cssselect(".card .sure")]


def test_contexts_stand_at_the_head_of_the_report() -> None:
    report = _tree(ONE).xpath("//article")[0]
    items = report.xpath("./ul[@class='contexts' and following-sibling::h2]/li")
    assert [_text(item) for item in items] == ["Diplomatic", "Military"]


def test_a_report_without_contexts_has_no_list_of_them() -> None:
    article = replace(RECORD.article, contexts=())
    tree = _tree(page([("a.txt", replace(RECORD, article=article))]))
    assert tree.xpath("//ul[@class='contexts']") == []


def test_what_is_not_coded_is_folded_away() -> None:
    folded = _tree(ONE).cssselect("details")[0]
    assert folded.get("open") is None
    assert "Keptapartandnotcoded(2)" in _text(folded)


def test_a_report_without_facts_says_so() -> None:
    empty = Record(reader=RECORD.reader, article=RECORD.article)
    assert "No facts were found." in page([("a.txt", empty)])


@settings(max_examples=40)
@given(records())
def test_the_page_shows_the_text_of_any_article(record: Record) -> None:
    tree = _tree(page([("a.txt", record)]))
    for each in tree.cssselect("article .refs"):
        each.drop_tree()
    shown = "".join(_text(block) for block in tree.cssselect("article .block"))
    assert shown == "".join(printable(record.article.text).split())


def _colours() -> dict[str, tuple[str, str]]:
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", STYLE)
    return {name: (light, dark) for name, light, dark in found}


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _mixed(one: str, other: str, share: float) -> str:
    parts = (
        round(
            share * int(one[place : place + 2], 16)
            + (1 - share) * int(other[place : place + 2], 16)
        )
        for place in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    """Yield what is written on what, in light and dark: name, theme, colour, ground."""
    colours = _colours()
    kinds = ("contact", "event", "statement", "position", "attitude", "actor")
    tones = ("good", "calm", "worry", "blame", "bad")
    for theme in (0, 1):
        paper, sheet, ink = (colours[name][theme] for name in ("paper", "sheet", "ink"))
        for name in ("ink", "soft", *kinds, *tones):
            yield name, "on paper", colours[name][theme], paper
            yield name, "on sheet", colours[name][theme], sheet
        for kind in kinds:
            card = _mixed(colours[kind][theme], sheet, 0.09)
            for name in ("ink", "soft", kind, *tones):
                yield name, f"on a {kind} card", colours[name][theme], card
            yield "ink", f"on lit {kind} words", ink, _mixed(colours[kind][theme], paper, 0.42)


@pytest.mark.parametrize(("name", "where", "colour", "ground"), list(_pairs()))
def test_contrast_is_enough_to_read(name: str, where: str, colour: str, ground: str) -> None:
    assert _contrast(colour, ground) >= 4.5, f"{name} {where}"


def test_the_parts_of_mixed_colours_are_those_of_the_style_sheet() -> None:
    assert "color-mix(in srgb, var(--kind) 9%, var(--sheet))" in STYLE
    assert "color-mix(in srgb, var(--lit) 42%, transparent)" in STYLE
