"""A record in the terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from rich.console import Console
from rich.theme import Theme

from dragoman.cli.display.terminal import Painter, mark
from dragoman.cli.styles import STYLES
from dragoman.records import Record
from tests.records import examples
from tests.records.strategies import records

RECORD = examples.record()
COLOUR = re.compile(r"\x1b\[[\d;]*m")


def _shown(
    record: Record = RECORD,
    *,
    width: int = 100,
    colour: bool = False,
    encoding: str = "utf-8",
    name: str | None = None,
    kinds: tuple[str, ...] | None = None,
    verbose: bool = False,
) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(
        file=stream,
        width=width,
        theme=Theme(STYLES),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    painter = Painter(console, kinds=kinds, verbose=verbose)
    painter.show(record, name)
    painter.legend()
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(encoding)


def _words(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


def test_the_head_tells_title_place_date_and_contexts() -> None:
    lines = _shown().splitlines()
    assert lines[:3] == [
        "Norway calls for calm after raid",
        "OSLO · 2 May 2031, 18:30 UTC",
        "Contexts: Diplomatic, Military",
    ]


def test_without_contexts_the_head_tells_of_none() -> None:
    article = replace(RECORD.article, contexts=())
    assert "Contexts" not in _shown(replace(RECORD, article=article))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = _shown(width=width, name="a.txt").splitlines()
    assert [line for line in lines if len(line) > width] == []


@pytest.mark.parametrize("width", [60, 140])
def test_nothing_is_lost_in_narrow_or_wide_terminals(width: int) -> None:
    shown = _words(_shown(width=width))
    for told in (
        "Kari Lund Foreign Minister, Norway · level 2 · NOR · GOV",
        "phone Kari Lund (NOR, level 2) → Danish counterpart (DNK, level 2)",
        "ASSAULT Freedonia → Three sailors",
        "Kari Lund, for Norway",
        "restraint Norway",
        "negative Norway → Freedonia",
    ):
        assert told in shown


@pytest.mark.parametrize("kind", ["contacts", "events", "statements", "positions", "attitudes"])
def test_every_fact_shows_its_evidence(kind: str) -> None:
    text = RECORD.article.text
    evidence = [text[slice(*span)] for fact in getattr(RECORD, kind) for span in fact.evidence]
    shown = _words(_shown(kinds=(kind,)))
    assert [each for each in evidence if _words(each) not in shown] == []


def test_without_colours_there_are_no_escapes() -> None:
    assert "\x1b" not in _shown()


def test_colours_change_no_word() -> None:
    assert COLOUR.sub("", _shown(colour=True)) == _shown()


def test_the_word_of_the_act_stands_out() -> None:
    assert re.search(r"\x1b\[1;33mkilled\x1b", _shown(colour=True))


def test_ascii_is_enough() -> None:
    assert "# C1" in _shown(encoding="ascii")


def test_only_wanted_kinds_are_shown() -> None:
    shown = _shown(kinds=("contacts",))
    assert "CONTACTS" in shown
    assert "STATEMENTS" not in shown
    assert "WHO" not in shown


@pytest.mark.parametrize(
    ("confidence", "sign"), [(1.0, "●"), (0.8, "●"), (0.79, "◐"), (0.5, "◐"), (0.49, "○"), (0, "○")]
)
def test_confidence_has_a_mark(confidence: float, sign: str) -> None:
    assert mark(confidence) == sign


def test_the_marks_are_explained() -> None:
    assert "● confidence 0.8 and more" in _shown()


def test_confidence_is_a_number_where_more_is_asked_for() -> None:
    assert "confidence 0.95" in _shown(verbose=True)


def test_many_places_are_counted_unless_more_is_asked_for() -> None:
    spans = tuple((start, start + 4) for start in range(40, 70, 10))
    record = replace(RECORD, events=(replace(examples.raid(), evidence=spans),))
    assert "and 1 more place" in _shown(record)
    assert "more place" not in _shown(record, verbose=True)


def test_an_event_of_a_contact_does_not_repeat_its_words() -> None:
    event = replace(examples.raid(), contact=examples.call().id)
    record = replace(RECORD, events=(event,))
    assert "Three sailors were killed" not in _words(_shown(record, kinds=("events",)))


def test_what_is_not_coded_is_counted() -> None:
    assert "Kept apart and not coded: dateline, caption" in _shown()


def test_a_record_without_facts_says_so() -> None:
    empty = Record(reader=RECORD.reader, article=RECORD.article)
    assert "No facts were found." in _shown(empty)


def test_a_hostile_text_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07"
    article = replace(RECORD.article, title=hostile, byline=f"{hostile}\u202e")
    shown = _shown(replace(RECORD, article=article), name=hostile)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


def test_markup_in_a_text_is_text() -> None:
    article = replace(RECORD.article, title="[bold]:smile:[/bold]")
    assert "[bold]:smile:[/bold]" in _shown(replace(RECORD, article=article))


@given(records())
def test_any_record_can_be_shown(record: Record) -> None:
    assert "confidence 0.8" in _shown(record, width=60, encoding="ascii")
