"""Facts by where they stand are found by an index, however many there are."""

from __future__ import annotations

from sqlalchemy import select, text
from sqlalchemy.dialects import sqlite

from dragoman.store import Store
from dragoman.store.places import stands_at
from dragoman.store.tables import events
from tests.store.changes import at

PLACES = [(1, 0), (1, 1), (2, 0)]


def test_only_these_places_are_found(store: Store) -> None:
    with store.work() as unit:
        for number in range(3):
            unit.writer.write(at(f"https://example.org/{number}"))
    with store.view() as view:
        every = view.connection.execute(select(events.c.reading_id, events.c.number)).all()
        wanted = [tuple(row) for row in every[:2]]
        asked = select(events.c.reading_id, events.c.number).where(stands_at(events, wanted))
        assert sorted(map(tuple, view.connection.execute(asked))) == sorted(wanted)
        nothing = select(events.c.number).where(stands_at(events, []))
        assert view.connection.execute(nothing).all() == []


def test_no_table_is_looked_through() -> None:
    asked = select(events.c.data).where(stands_at(events, PLACES))
    said = str(asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    with Store.open("sqlite://") as store, store.view() as view:
        plan = view.connection.execute(text(f"EXPLAIN QUERY PLAN {said}")).all()
    assert any("USING INDEX" in row[3] for row in plan)
    assert not any(row[3].startswith("SCAN events") for row in plan)
