"""Facts by day, for the time brush."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.desk.parts.histogram import MOST, Histogram, histogram

DAY = date(2031, 5, 1)


def later(days: int) -> date:
    return DAY + timedelta(days)


def shown(found: Histogram | None) -> Histogram:
    assert found is not None
    return found


def test_without_facts_there_is_nothing_to_show() -> None:
    assert histogram({}) is None


def test_every_day_has_a_bar_of_its_own() -> None:
    assert histogram({DAY: 2, later(2): 1}) == Histogram(
        first=DAY, last=later(2), width=1, counts=(2, 0, 1)
    )


def test_many_days_share_bars_of_one_length() -> None:
    found = shown(histogram({later(day): 1 for day in range(2 * MOST)}))
    assert (found.width, len(found.counts), set(found.counts)) == (2, MOST, {2})


def test_few_facts_that_are_far_from_all_others_are_counted_apart() -> None:
    found = shown(histogram({date(1979, 1, 1): 1, DAY: 100, later(9): 100, later(4000): 1}))
    assert (found.first, found.last) == (DAY, later(9))
    assert (found.before, found.after) == (1, 1)


def test_days_that_are_chosen_are_shown_as_far_as_there_are_facts() -> None:
    by_day = {date(1979, 1, 1): 1, DAY: 100, later(9): 100}
    found = shown(histogram(by_day, since=date(1950, 1, 1), until=later(100)))
    assert (found.first, found.before, found.after) == (date(1979, 1, 1), 0, 0)
    assert found.last >= later(9)


def test_no_fact_is_lost() -> None:
    by_day = {later(day * day): day for day in range(1, 60)}
    found = shown(histogram(by_day))
    assert sum(found.counts) + found.before + found.after == sum(by_day.values())
