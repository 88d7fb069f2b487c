"""What was told before of stances on the same: found by what they are on, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dragoman.crises import Ledger
from dragoman.crises.questions import Questions
from dragoman.crises.questions.older import BACK, older
from dragoman.records import Record, When
from dragoman.store import Store, View
from tests.crises.questions.telling import add, criticised, told
from tests.records.examples import record

WORDS = "the sanctions"


def on_words(outlet: str, day: int, stance: Any, words: str = WORDS) -> Record:
    """Return the example with a position on what words alone name."""
    (position,) = record().positions
    changed = replace(position, target=words, stance=stance)
    raid = replace(record().events[0], when=When("2031-05-01", "2031-05-01"))
    return told(outlet, day, positions=(changed,), events=(raid,), contacts=(), attitudes=())


def found(view: View, since: date) -> int:
    """Return how many positions are found from the newest one."""
    newest = max(Ledger(view).entries("positions"), key=lambda each: str(each.first_day))
    return len(older(view.connection, [newest], since))


def test_older_stances_on_an_event_are_found_whenever_they_were_told(store: Store) -> None:
    add(store, told("globe", 2), criticised(6), on_words("star", 5, "support"))
    with store.view() as view:
        assert found(view, date(2031, 5, 6)) == 2
        assert found(view, date(2031, 5, 6) + 2 * BACK) == 2


def test_older_stances_on_words_are_found_by_the_same_words(store: Store) -> None:
    add(
        store,
        on_words("globe", 2, "support"),
        on_words("post", 3, "concern", "the talks"),
        on_words("star", 6, "criticism"),
    )
    with store.view() as view:
        assert found(view, date(2031, 5, 6)) == 2


def test_words_are_not_looked_for_further_back_than_a_year(store: Store) -> None:
    add(store, on_words("globe", 2, "support"), on_words("star", 6, "criticism"))
    with store.view() as view:
        newest = date(2031, 5, 6)
        assert found(view, newest + BACK - timedelta(days=1)) == 1


@pytest.mark.parametrize("since", [6, 5])
def test_a_brief_tells_a_change_from_what_was_told_before(store: Store, since: int) -> None:
    add(store, told("globe", 2), criticised(6))
    with store.view() as view:
        made = Questions(view).brief(since=datetime(2031, 5, since, tzinfo=UTC))
    assert "Changes of position" in [each.title for each in made.sections]


def test_nothing_is_found_from_nothing(store: Store) -> None:
    with store.view() as view:
        assert older(view.connection, [], date(2031, 5, 6)) == []
