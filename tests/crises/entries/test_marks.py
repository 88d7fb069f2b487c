"""What tellings are found by, in the store."""

from __future__ import annotations

from sqlalchemy import Connection, text

from dragoman.crises.entries.merging.agreeing import marks
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.shelf import Shelf
from dragoman.store import Store, schema
from tests.crises.entries.merging.made import (
    BERG,
    DAHL,
    NORLAND,
    VOSS,
    act,
    attitude,
    stance,
    statement,
    talk,
)

MADE = (
    act(),
    act(type="CONSULT", at=("port hest", "NRL")),
    act(None, None, at=("port hest", "NRL")),
    act(own=False),
    act(own=False, modality="future"),
    act(on="2031-05-01/2031-05-05"),
    act(on="2031-05-01/2031-07-05"),
    act(on=None, apart="x"),
    talk(NORLAND),
    talk(DAHL, BERG, own=False, status="planned"),
    stance(),
    stance(on="2031-05-01/2031-05-03"),
    statement(),
    statement(words="we shall see " * 9, on="2031-05-01/2031-05-20", own=True),
    statement(VOSS, on="1999-05-01/2031-05-20", own=True),
    attitude(),
)


def test_an_older_store_gets_the_marks_that_a_new_one_has(store: Store) -> None:
    with store.work() as unit:
        Shelf(unit.connection, rules()).put(MADE)
        schema.downgrade(unit.connection, "0014")
        assert not any(isinstance(mark, int) for mark, _ in marked(unit.connection))
    store.upgrade()
    with store.view() as view:
        expected = {(mark, each.id) for each in MADE for mark in marks(each, rules())}
        assert marked(view.connection) == expected


def marked(connection: Connection) -> set[tuple[object, ...]]:
    asked = text("SELECT mark, telling_id FROM telling_marks")
    return {tuple(row) for row in connection.execute(asked)}
