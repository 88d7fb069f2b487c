"""What the watcher remembers is in the store again, whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from dragoman.batch.keeper import StoreKeeper, changes
from dragoman.errors import StoreError
from dragoman.ingest.watch import HostState, Pending, SourceState, Validators
from dragoman.store import Store, tables

MOMENT = datetime(2026, 5, 4, 12, tzinfo=UTC)
STATE = SourceState(
    "News",
    next_visit=MOMENT,
    failures=2,
    error="It did not\x00 answer.",
    problems=("one", "two"),
    validators=(Validators("https://a.example/feed", '"1"'),),
    pending=(Pending("https://a.example/1", "k1", "Title", "2026-05-04", 1),),
    seen=("k2", "k3"),
    articles=5,
)


def test_what_was_kept_is_there_for_the_next_program(store: Store) -> None:
    host = HostState("https://a.example", MOMENT, 3, "User-agent: *\x00")
    StoreKeeper(store).keep(STATE)
    StoreKeeper(store).keep(host)
    assert StoreKeeper(store).source("News") == STATE
    assert StoreKeeper(store).host("https://a.example") == host


def test_what_was_never_kept_is_new(store: Store) -> None:
    assert StoreKeeper(store).source("News") == SourceState("News")
    assert StoreKeeper(store).host("https://a.example") == HostState("https://a.example")


def test_the_last_state_counts(store: Store) -> None:
    keeper = StoreKeeper(store)
    keeper.keep(HostState("https://a.example", failures=1))
    keeper.keep(HostState("https://a.example"))
    assert keeper.host("https://a.example") == HostState("https://a.example")


def test_entries_come_and_go_in_their_order(store: Store) -> None:
    keeper = StoreKeeper(store)
    for seen in (("a", "b", "c"), ("b", "c", "d"), ("c", "b", "d"), ("d",), ()):
        keeper.keep(SourceState("News", seen=seen))
        assert StoreKeeper(store).source("News").seen == seen


def test_a_second_program_is_told_of_the_first(store: Store) -> None:
    first, second = StoreKeeper(store), StoreKeeper(store)
    for keeper in (first, second):
        keeper.source("News")
    first.keep(STATE)
    with pytest.raises(StoreError, match="Another program"):
        second.keep(STATE)
    first.keep(SourceState("News"))
    with store.view() as view:
        assert view.connection.scalar(select(func.count()).select_from(tables.watched_entries)) == 0


ENTRIES = st.lists(st.sampled_from("abcdefgh"), unique=True).map(tuple)


@given(st.lists(ENTRIES, max_size=6))
def test_any_list_becomes_any_other(lists: list[tuple[str, ...]]) -> None:
    rows: list[tuple[int, str]] = []
    for wanted in lists:
        gone, come = changes(rows, wanted)
        rows = sorted([*(row for row in rows if row[0] not in gone), *come])
        assert tuple(entry for _, entry in rows) == wanted
        assert len({place for place, _ in rows}) == len(rows)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 9), st.none() | st.text(max_size=20))
def test_any_text_is_kept(store: Store, failures: int, error: str | None) -> None:
    state = SourceState("News", failures=failures, error=error)
    StoreKeeper(store).keep(state)
    assert StoreKeeper(store).source("News") == state
