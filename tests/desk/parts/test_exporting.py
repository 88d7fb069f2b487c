"""Records as they are taken along."""

from __future__ import annotations

import pytest

from dragoman.crises import Ledger, review
from dragoman.desk.filters import Filters
from dragoman.desk.parts.exporting import download, pruned, records_of
from dragoman.errors import DragomanError
from dragoman.records import FACT_KINDS, Record, check
from dragoman.store import Store
from tests.records.examples import record


def records(store: Store, filters: Filters) -> list[Record]:
    with store.view() as view:
        return list(records_of(view, filters))


def test_a_record_without_its_events_names_them_no_more() -> None:
    whole = record()
    kept = {kind: frozenset(each.id for each in getattr(whole, kind)) for kind in FACT_KINDS}
    some = pruned(whole, {**kept, "events": frozenset(), "statements": frozenset()})
    check(some)
    assert some.events == ()
    assert some.positions
    for position in some.positions:
        assert position.target in whole.article.text
        assert position.statement is None


def test_a_record_with_all_of_its_facts_is_the_same() -> None:
    whole = record()
    kept = {kind: frozenset(each.id for each in getattr(whole, kind)) for kind in FACT_KINDS}
    assert pruned(whole, kept) == whole


def test_what_is_filtered_keeps_the_contract(desk_store: Store) -> None:
    found = records(desk_store, Filters(countries=("NOR",), kinds=("positions", "contacts")))
    assert found
    for each in found:
        check(each)
        assert each.events == ()


def test_what_was_rejected_is_not_taken_along(own_store: Store) -> None:
    with own_store.view() as view:
        entry = next(Ledger(view).entries("contacts"))
    fact = entry.reports[0].told.fact.id
    with own_store.work() as unit:
        review.judge(unit, "reject", "contacts", fact, who="asha")
    for filters in (Filters(), Filters(kinds=("contacts",))):
        found = records(own_store, filters)
        assert fact not in {each.id for one in found for each in one.contacts}


def test_what_was_corrected_is_taken_along(own_store: Store) -> None:
    with own_store.view() as view:
        entry = next(Ledger(view).entries("contacts"))
    fact = entry.reports[0].told.fact.id
    with own_store.work() as unit:
        review.correct(unit, "contacts", fact, ("channel", "video"), who="asha")
    for filters in (Filters(), Filters(kinds=("contacts",))):
        channels = {
            each.channel
            for one in records(own_store, filters)
            for each in one.contacts
            if each.id == fact
        }
        assert channels == {"video"}


@pytest.mark.parametrize(("name", "table"), [("word", None), ("csv", "wars"), ("jsonl", "events")])
def test_what_there_is_not_is_refused_at_once(
    desk_store: Store, name: str, table: str | None
) -> None:
    with pytest.raises(DragomanError):
        download(desk_store, Filters(), name, table)
