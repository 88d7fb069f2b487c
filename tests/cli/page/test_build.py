"""Record to the context of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from dragoman.cli.console import printable
from dragoman.cli.display.cards import cards
from dragoman.cli.page.build import dots, entry, report
from dragoman.cli.page.contexts import Piece
from dragoman.records import Record, faults
from tests.cli.page import hostile
from tests.records import examples
from tests.records.strategies import records

RECORD = examples.record()
REPORT = report(RECORD, "a.txt")


def _pieces(record: Record = RECORD) -> list[Piece]:
    return [piece for block in report(record, "a.txt").blocks for piece in block.pieces]


def _of(words: str) -> Piece:
    return next(piece for piece in _pieces() if piece.text == words)


def test_the_hostile_record_keeps_the_contract() -> None:
    assert list(faults(hostile.record())) == []


def test_the_title_and_the_paragraphs_are_blocks() -> None:
    texts = ["".join(piece.text for piece in block.pieces) for block in REPORT.blocks]
    assert texts == [examples.TITLE, examples.BODY]
    assert [block.is_title for block in REPORT.blocks] == [True, False]


def test_the_word_of_an_act_is_marked_by_its_kind() -> None:
    assert "w-event" in _of("killed").classes.split()
    assert "r1-E1" in _of("killed").parts.split()


def test_words_name_all_that_rests_on_them_the_innermost_first() -> None:
    assert _of("killed").facts.split() == ["r1-E1"]
    assert _of("said").facts.split() == ["r1-S1", "r1-P1"]
    assert _of("said").classes.split() == ["e-statement", "e-position", "w-statement"]


def test_a_mention_tells_who_it_is() -> None:
    piece = _of("Kari Lund")
    assert "m" in piece.classes.split()
    assert piece.tip == "Kari Lund · Foreign Minister, Norway · level 2 · NOR · GOV"


def test_what_is_not_coded_is_marked_where_it_stands_in_the_text() -> None:
    classes = [piece.classes for piece in _pieces() if "furniture" in piece.classes.split()]
    assert len(classes) == 2  # "OSLO" is the place of an event as well


def test_every_card_has_a_place_to_jump_to() -> None:
    anchors = [anchor for piece in _pieces() for anchor in piece.anchors]
    keys = [card.key for section in REPORT.sections for card in section.cards if card.places]
    assert sorted(anchors) == sorted(f"{key}-words" for key in keys)


def test_a_paragraph_refers_to_the_facts_that_rest_on_it() -> None:
    codes = [reference.code for reference in REPORT.blocks[1].references]
    assert codes == ["C1", "E1", "S1", "P1", "A1"]


def test_who_comes_last() -> None:
    assert [section.kind for section in REPORT.sections] == [
        *("contact", "event", "statement", "position", "attitude", "actor"),
    ]


def test_standings_name_each_holder_once() -> None:
    twice = (RECORD.positions[0], replace(RECORD.positions[0], id="other", holder="NOR"))
    found = report(replace(RECORD, positions=twice), "a.txt").standings
    assert [(each.stance, [holder.name for holder in each.holders]) for each in found] == [
        ("restraint", ["Norway"])
    ]


def test_a_report_names_the_contexts_of_its_article() -> None:
    assert REPORT.contexts == ("Diplomatic", "Military")


def test_furniture_is_kept_with_its_kind() -> None:
    assert REPORT.furniture == (("dateline", "OSLO (Wire) -"), ("caption", "The port in winter."))


def test_a_report_without_title_goes_by_its_source() -> None:
    article = replace(RECORD.article, title=None, title_span=None)
    assert report(replace(RECORD, article=article), "a.txt").title == "a.txt"


@pytest.mark.parametrize(
    ("confidence", "shown"), [(0.95, "●●●"), (0.8, "●●●"), (0.6, "●●○"), (0.2, "●○○")]
)
def test_confidence_has_dots(confidence: float, shown: str) -> None:
    assert dots(confidence) == shown


def test_an_entry_counts_facts_by_kind() -> None:
    made = entry(REPORT, RECORD, "#r1")
    assert (made.href, made.day) == ("#r1", "2 May 2031, 18:30 UTC")
    assert made.counts == (
        ("contact", 1),
        ("event", 1),
        ("statement", 1),
        ("position", 1),
        ("attitude", 1),
    )


@given(records())
def test_no_character_of_the_text_is_lost(record: Record) -> None:
    shown = "".join(piece.text for piece in _pieces(record))
    assert "".join(shown.split()) == "".join(printable(record.article.text).split())


@given(records())
def test_a_card_lights_its_evidence_and_parts_and_nothing_else(record: Record) -> None:
    lit: dict[str, str] = {}
    for piece in _pieces(record):
        for key in piece.facts.split():
            lit[key] = lit.get(key, "") + piece.text
    text = printable(record.article.text)
    for card in cards(record):
        spans = (*card.evidence, *(span for span, _ in card.parts))
        places = sorted({place for span in spans for place in range(*span)})
        expected = "".join(text[place] for place in places)
        assert "".join(lit.get(f"r1-{card.code}", "").split()) == "".join(expected.split())
