"""The figures of a store."""

from __future__ import annotations

from datetime import date

from dragoman.store import Store
from dragoman.store.statistics import statistics
from tests.store.changes import at, changed, published


def test_an_empty_store_has_no_days(store: Store) -> None:
    with store.view() as view:
        figures = statistics(view.connection)
    assert (figures.articles, figures.first_day, figures.last_added) == (0, None, None)
    assert figures.size > 0


def test_what_is_current_is_counted(store: Store) -> None:
    with store.work() as unit:
        unit.writer.write_all([at(), changed(at())])
        unit.writer.write(published(at("https://b.example/1"), 2031, 6, 1))
        unit.jobs.put("read", {})
    with store.view() as view:
        figures = statistics(view.connection)
    assert (figures.articles, figures.versions, figures.outlets) == (2, 3, 2)
    assert (figures.first_day, figures.last_day) == (date(2031, 5, 2), date(2031, 6, 1))
    assert figures.facts == {
        "events": 2,
        "contacts": 2,
        "statements": 2,
        "positions": 2,
        "attitudes": 1,
    }
    assert figures.jobs == {"waiting": 1}
    assert figures.readers == {"0.1.0": 2}
    assert figures.actors == 5
    assert figures.text_characters > 2 * len(at().article.text)
