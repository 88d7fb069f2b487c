"""Judgements: of facts, and of entries."""

from __future__ import annotations

import pytest

from dragoman.crises import Ledger, entries, rebuild, review
from dragoman.errors import StoreError
from dragoman.store import Store
from tests.crises.entries.telling import article, event, ledger, outlets, shape, told

DAY = "2031-05-01"
TOWNS = {"Wire": "Port Hest, NRL", "Herald": "Bren, NRL"}


@pytest.fixture
def two(store: Store) -> Store:
    """A store with two reports of one raid."""
    raid = event("Freedonia", "Norland", on=DAY, at="Port Hest, NRL", killed=3)
    told(store, article("Wire", DAY, raid), article("Herald", DAY, raid, extra=" More follows."))
    return store


@pytest.fixture
def apart(store: Store) -> Store:
    """A store with raids on two towns."""
    raids = [(outlet, event("Freedonia", "Norland", on=DAY, at=at)) for outlet, at in TOWNS.items()]
    told(store, *(article(outlet, DAY, raid) for outlet, raid in raids))
    return store


def fact(store: Store, outlet: str) -> str:
    """Return the id of the fact that an outlet tells."""
    (found,) = (
        str(report.told.fact.id)
        for entry in ledger(store, "events", rejected=True)
        for report in entry.reports
        if report.outlet == outlet
    )
    return found


def joined(store: Store) -> str:
    """Merge all entries of events; return the digest of the judgement."""
    first, *others = (entry.id for entry in ledger(store, "events"))
    with store.work() as unit:
        return entries.merge(unit, first, others, who="ada", reader="1").digest


def test_a_rejected_report_does_not_count(two: Store) -> None:
    with two.work() as unit:
        review.judge(unit, "reject", "events", fact(two, "Wire"), who="ada")
    (entry,) = ledger(two, "events")
    assert (len(entry.reports), entry.origins, entry.verdict) == (2, 1, None)


def test_what_is_rejected_in_every_report_is_left_out(two: Store) -> None:
    for outlet in ("Wire", "Herald"):
        with two.work() as unit:
            review.judge(unit, "reject", "events", fact(two, outlet), who="ada")
    assert ledger(two, "events") == []
    (entry,) = ledger(two, "events", rejected=True)
    assert (entry.verdict, len(entry.reports)) == ("rejected", 2)


def test_an_accepted_fact_is_sure(two: Store) -> None:
    with two.work() as unit:
        review.judge(unit, "accept", "events", fact(two, "Wire"), who="ada")
    (entry,) = ledger(two, "events")
    assert (entry.verdict, entry.confidence) == ("accepted", 1.0)


def test_a_corrected_fact_goes_where_it_belongs_now(two: Store) -> None:
    with two.work() as unit:
        person = {"name": "Sylvania", "kind": "state", "country": "SYL"}
        change = ("actors", [person])
        review.correct(unit, "events", fact(two, "Wire"), change, who="ada")
    (corrected,) = ledger(two, "events", code="SYL")
    assert (outlets(corrected), corrected.verdict) == (["Wire"], "corrected")
    assert [party.name for party in corrected.parties["actor"]] == ["Sylvania"]
    (read,) = ledger(two, "events", code="FRD")
    assert outlets(read) == ["Herald"]


def test_entries_that_a_person_merges_are_one(apart: Store) -> None:
    before = ledger(apart, "events")
    joined(apart)
    (entry,) = ledger(apart, "events")
    assert sorted(map(str, outlets(entry))) == ["Herald", "Wire"]
    assert [conflict.field for conflict in entry.conflicts] == ["place"]
    with apart.view() as view:
        assert {Ledger(view).entry(each.id).id for each in before} == {entry.id}


def test_new_reports_of_a_merged_entry_go_to_it(apart: Store) -> None:
    joined(apart)
    told(apart, article("Post", DAY, event("Freedonia", "Norland", on=DAY, at="Bren, NRL")))
    (entry,) = ledger(apart, "events")
    assert entry.origins == 3


def test_a_merge_can_be_undone(apart: Store) -> None:
    before = shape(apart)
    digest = joined(apart)
    with apart.work() as unit:
        unit.judgements.undo(digest, who="ada")
        entries.settle(unit)
    assert shape(apart) == before


def test_a_fact_that_a_person_takes_out_is_an_entry_of_its_own(two: Store) -> None:
    before = shape(two)
    (entry,) = ledger(two, "events")
    with two.work() as unit:
        group = [fact(two, "Wire")]
        judgement = entries.split(unit, entry.id, [group], who="ada", reader="1")
    assert sorted(outlets(each) for each in ledger(two, "events")) == [["Herald"], ["Wire"]]
    with two.work() as unit:
        unit.judgements.undo(judgement.digest, who="ada")
        entries.settle(unit)
    assert shape(two) == before


def test_judgements_hold_in_a_ledger_made_anew(apart: Store) -> None:
    joined(apart)
    before = shape(apart)
    rebuild(apart)
    assert shape(apart) == before
    assert len(before) == 1


def test_a_merge_needs_two_entries_that_are_there(apart: Store) -> None:
    first, second = ledger(apart, "events")
    with apart.work() as unit, pytest.raises(StoreError, match="no entry 'x'"):
        entries.merge(unit, first.id, ["x"], who="ada", reader="1")
    with apart.work() as unit, pytest.raises(StoreError, match="two entries or more"):
        entries.merge(unit, second.id, [second.id], who="ada", reader="1")


def test_a_split_leaves_something(two: Store) -> None:
    (entry,) = ledger(two, "events")
    every = [report.told.fact.id for report in entry.reports]
    for group in (every, [], ["x"], [every[0], every[0]]):
        with two.work() as unit, pytest.raises(StoreError, match="some of the facts"):
            entries.split(unit, entry.id, [group], who="ada", reader="1")
