"""The latest of a kind of fact."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.desk.filters import Filters
from dragoman.desk.parts.latest import Latest, latest
from dragoman.store import Store


def looked(store: Store, filters: Filters, most: int) -> Latest:
    """Return what is looked at of the positions."""
    with store.view() as view:
        return latest(view, filters, "positions", most=most)


def test_where_there_are_few_all_are_looked_at(desk_store: Store) -> None:
    filters = Filters()
    assert looked(desk_store, filters, 3) == Latest(filters, 3)


@pytest.mark.parametrize(("most", "day"), [(2, date(2031, 5, 3)), (1, date(2031, 5, 4))])
def test_of_more_those_from_a_day_on_are(desk_store: Store, most: int, day: date) -> None:
    assert looked(desk_store, Filters(), most) == Latest(Filters(since=day), 3, day)


def test_they_are_counted_within_the_filters(desk_store: Store) -> None:
    filters = Filters(until=date(2031, 5, 3))
    assert looked(desk_store, filters, 2) == Latest(filters, 2)
