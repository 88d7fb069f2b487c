"""What is counted of a crisis."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dragoman.crises.entries import KINDS
from dragoman.crises.stories import Crises
from dragoman.desk.filters import Filters
from dragoman.desk.parts.overview import MOST_BARS, Overview
from dragoman.desk.parts.selecting import selected
from dragoman.store import Store

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def crisis(desk_store: Store) -> str:
    with desk_store.view() as view:
        return next(Crises(view).all()).id


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"kinds": ("contacts", "positions")},
        {"countries": ("NOR",)},
        {"countries": ("NOR", "DNK")},
        {"countries": ("FRA", "DEU")},
        {"outlets": ("Post",)},
        {"outlets": ("Post", "Courier")},
        {"reviewed": "no"},
        {"reviewed": "yes"},
        {"confidence": 0.85},
        {"origins": 2},
        {"since": date(2031, 5, 2)},
        {"until": date(2031, 5, 1)},
    ],
    ids=str,
)
def test_it_counts_what_the_ledger_yields(
    desk_store: Store, crisis: str, more: dict[str, object]
) -> None:
    filters = Filters(crisis=crisis).but(**more)
    with desk_store.view() as view:
        found = {each.id for each in selected(view, filters)}
        assert {each.id for each in Overview(view, filters).lines} == found


def test_without_a_crisis_it_counts_the_whole_ledger(desk_store: Store) -> None:
    with desk_store.view() as view:
        found = sum(each.count for each in Overview(view, Filters()).figures())
        assert found == len(list(selected(view, Filters())))


def test_all_is_new_after_a_moment_before_it_all(desk_store: Store, crisis: str) -> None:
    with desk_store.view() as view:
        figures = Overview(view, Filters(crisis=crisis)).figures(LONG_AGO)
    assert [each.kind for each in figures] == list(KINDS)
    assert all(each.count == each.new for each in figures)


def test_nothing_is_new_on_a_first_visit(desk_store: Store, crisis: str) -> None:
    with desk_store.view() as view:
        assert Overview(view, Filters(crisis=crisis)).after(None) == []


def test_what_was_reported_last_comes_first(desk_store: Store, crisis: str) -> None:
    with desk_store.view() as view:
        found = Overview(view, Filters(crisis=crisis)).newest(100)
    assert [each.latest for each in found] == sorted((each.latest for each in found), reverse=True)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2031, 5, 1), date(2031, 5, 1), 1),
        (date(2031, 5, 1), date(2031, 5, 7), 7),
        (date(2031, 1, 1), date(2031, 12, 31), 73),
        (None, None, 0),
    ],
)
def test_bars_are_few_however_long_it_was(
    desk_store: Store, crisis: str, first: date | None, last: date | None, count: int
) -> None:
    with desk_store.view() as view:
        bars = Overview(view, Filters(crisis=crisis)).bars(first, last)
    assert len(bars) == count <= MOST_BARS
    assert (bars[0].first, bars[-1].last) == (first, last) if bars else not first


def test_bars_hold_every_fact_of_their_days(desk_store: Store, crisis: str) -> None:
    with desk_store.view() as view:
        told = Overview(view, Filters(crisis=crisis))
        bars = told.bars(date(2031, 5, 1), date(2031, 5, 31))
        days = [each.first_day for each in told.lines if each.first_day]
    assert sum(each.count for each in bars) == sum(
        date(2031, 5, 1) <= each <= date(2031, 5, 31) for each in days
    )


def test_those_who_take_part_are_named(desk_store: Store, crisis: str) -> None:
    with desk_store.view() as view:
        found = Overview(view, Filters(crisis=crisis)).taking_part(10)
    assert {"NOR": "Norway", "DNK": "Denmark"}.items() <= {
        each.code: each.name for each in found
    }.items()
    assert [each.total for each in found] == sorted((each.total for each in found), reverse=True)


@pytest.mark.parametrize("kinds", [(), ("contacts",), ("events", "statements")], ids=str)
def test_days_of_the_whole_ledger_are_those_of_its_parts(
    desk_store: Store, kinds: tuple[str, ...]
) -> None:
    everything = Filters(kinds=kinds)
    with desk_store.view() as view:
        found = Overview(view, everything).by_day()
        # Of no fact is the reader less sure than this, so that it is asked for in another way.
        assert found == Overview(view, everything.but(confidence=1e-9)).by_day()
    assert list(found) == sorted(found)
    assert found
