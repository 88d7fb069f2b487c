"""Entries as shown."""

from __future__ import annotations

import pytest

from dragoman.crises import Entry
from dragoman.crises.entries import KINDS as LEDGER_KINDS
from dragoman.desk.parts import KINDS, ShownEntry, shown_entry, stances
from dragoman.records import codebook
from tests.crises.questions import made


def shown(entry: Entry) -> ShownEntry:
    return shown_entry(entry, {}, lambda _: "the words")


def test_every_kind_of_the_ledger_has_its_own_letter() -> None:
    assert tuple(KINDS) == LEDGER_KINDS
    assert len({each.letter for each in KINDS.values()}) == len(LEDGER_KINDS)


def test_stances_are_in_the_order_of_the_scale() -> None:
    assert tuple(each.code for each in stances()) == codebook().codes("stances")


def test_a_contact_is_told_in_a_sentence() -> None:
    entry = made.contact("Mara Oduya/KEN/foreign_minister", "UGA", day="2031-01-03")
    assert shown(entry).sentence == (
        "A phone call by Mara Oduya (Kenya, foreign minister) to Uganda, on 3 January 2031, "
        "is reported."
    )


def test_parties_are_told_by_the_part_they_take() -> None:
    entry = shown(made.contact("Mara Oduya/KEN/foreign_minister", "UGA"))
    (caller,) = entry.taking("initiator")
    assert (caller.text, caller.office, caller.key) == (
        "Mara Oduya (Kenya)",
        "Foreign minister",
        "person-mara oduya",
    )
    assert entry.taking("speaker") == ()


def test_codes_have_the_names_of_the_codebook() -> None:
    entry = shown(made.contact("KEN", "UGA", status="planned"))
    assert [(each.field, each.name) for each in entry.codes] == [
        ("channel", "Phone"),
        ("status", "Planned"),
        ("initiative", "Known"),
        ("basis", "Reported"),
    ]


@pytest.mark.parametrize(("reporter", "own"), [(None, True), ("UGA", False)])
def test_own_words_are_told_apart_from_reported_ones(reporter: str | None, *, own: bool) -> None:
    entry = shown(made.position("KEN", "concern", target="the blockade", reporter=reporter))
    assert entry.own is own
    assert entry.stance is not None
    assert entry.stance.name == "Concern"
    assert entry.about == "“the blockade”"


def test_an_event_has_an_intensity_and_no_stance() -> None:
    entry = shown(made.event("KEN", "UGA"))
    assert entry.intensity is not None
    assert entry.intensity < 0
    assert (entry.stance, entry.own) == (None, None)


def test_what_is_not_cited_is_counted() -> None:
    entry = made.contact("KEN", "UGA", origins=["One", "Two", "Three"])
    cited = shown_entry(entry, {}, lambda _: "the words", cites=2)
    assert (len(cited.citations), cited.further) == (2, 1)


def test_a_citation_names_the_fact_whose_words_it_gives() -> None:
    entry = made.contact("KEN", "UGA", day="2031-01-03")
    (cited,) = shown(entry).citations
    assert (cited.kind, cited.fact) == ("contacts", entry.reports[0].told.fact.id)
    assert cited.words == "the words"
    assert (
        cited.text == "Wire, 3 January 2031. “Wire of 2031-01-03”. https://wire.example/2031-01-03"
    )
