"""The check finds whatever does not hold."""

from __future__ import annotations

import zlib

import pytest
from sqlalchemy import text

from dragoman.store import Store
from dragoman.store.checking import Fault, check_store
from tests.store.changes import at, changed, read_by

ORPHANS = (
    "INSERT INTO evidence (reading_id, kind, number, start, \"end\") VALUES (99, 'x', 0, 0, 1)"
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        first = unit.writer.write(at())
        unit.writer.write_all([changed(at()), read_by("2", at(None))])
        unit.writer.fold(unit.writer.write(at("https://b.example/1")).article, first.article)
        judged = unit.judgements.judge("reject", "events", "e", who="ada", reader="1")
        unit.judgements.undo(judged.digest, who="bob")
        unit.jobs.put("read", {})
    return store


def faults(store: Store) -> list[Fault]:
    with store.view() as view:
        return check_store(view).faults


def damage(store: Store, statement: str) -> None:
    with store.work() as unit:
        unit.connection.execute(text(statement), {"packed": zlib.compress(b"Other words.")})


def test_what_was_written_holds(filled: Store) -> None:
    assert faults(filled) == []


def test_an_empty_store_holds(store: Store) -> None:
    assert faults(store) == []


def test_what_was_looked_at_is_counted(filled: Store) -> None:
    told: list[tuple[int, int]] = []
    with filled.view() as view:
        checked = check_store(view, lambda done, total: told.append((done, total)))
    assert (checked.counts["articles"], checked.counts["readings"]) == (4, 4)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("statement", "table", "message"),
    [
        ("UPDATE texts SET packed = :packed", "texts", "does not give its hash"),
        ("UPDATE events SET type = 'AID'", "events", "columns do not say"),
        ("UPDATE events SET confidence = 0.1", "events", "columns do not say"),
        ("UPDATE positions SET current = NOT current", "positions", "columns do not say"),
        ("UPDATE parties SET code = 'SWE' WHERE code = 'NOR'", "parties", "columns do not say"),
        ('UPDATE evidence SET "end" = "end" + 1', "evidence", "columns do not say"),
        ("DELETE FROM attitudes", "readings", "does not give its digest"),
        ("UPDATE contacts SET data = '{}'", "readings", "gives no record"),
        ("UPDATE readings SET digest = reader || id", "readings", "does not give its digest"),
        ("UPDATE readings SET current = NOT current", "articles", "are current, not one"),
        ("UPDATE articles SET previous = NULL", "articles", "does not follow the version"),
        ("DELETE FROM passage_words_or_rows", "passages", "can be searched"),
        ("UPDATE judgements SET who = 'eve'", "judgements", "does not give its digest"),
    ],
)
def test_damage_is_found(filled: Store, statement: str, table: str, message: str) -> None:
    if "passage_words" in statement:
        delete_words = {
            "sqlite": "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
            "postgresql": "DELETE FROM passage_words",
        }
        statement = delete_words[filled.url.get_backend_name()]
    damage(filled, statement)
    found = faults(filled)
    assert any(each.table == table and message in each.message for each in found), found


def test_a_text_that_cannot_be_unpacked_is_found(filled: Store) -> None:
    with filled.work() as unit:
        unit.connection.execute(text("UPDATE texts SET packed = :packed"), {"packed": b"broken"})
    assert any("cannot be unpacked" in each.message for each in faults(filled))


def test_a_reference_that_leads_nowhere_is_found(filled: Store) -> None:
    if filled.url.get_backend_name() == "postgresql":
        with filled.work() as unit:
            unit.connection.execute(
                text("ALTER TABLE evidence DROP CONSTRAINT fk_evidence_reading_id_readings")
            )
            unit.connection.execute(text(ORPHANS))
    else:
        with filled._connect(writes=False) as connection:
            connection.rollback()
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute(ORPHANS)
            raw.execute("PRAGMA foreign_keys = ON")
    assert [(each.table, each.row) for each in faults(filled)] == [("evidence", "99")]
