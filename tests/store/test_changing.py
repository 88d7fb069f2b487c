"""A number that grows with every change of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from sqlalchemy import Delete, delete, insert, select

from dragoman.store import Store, UnitOfWork
from dragoman.store.changing import QUIET
from dragoman.store.tables import METADATA, jobs, outlets
from tests.store.changes import at, many


def version(store: Store) -> int:
    with store.view() as view:
        return view.version


def done(store: Store, deed: Callable[[UnitOfWork], object]) -> int:
    """Return by how much the number grows with a deed."""
    before = version(store)
    with store.work() as unit:
        deed(unit)
    return version(store) - before


def test_a_new_store_has_not_changed(store: Store) -> None:
    assert version(store) == 0


def test_what_is_written_is_one_change(store: Store) -> None:
    assert done(store, lambda unit: unit.writer.write_all(many(3))) == 1


def test_to_look_is_no_change(store: Store) -> None:
    done(store, lambda unit: unit.writer.write(at()))
    assert done(store, lambda unit: unit.connection.execute(select(outlets))) == 0


def counting(store: Store, tables: Collection[str]) -> set[str]:
    """Return the tables among some to write to which is a change."""
    found = set()
    for name in tables:
        emptying = delete(METADATA.tables[name])
        if done(store, partial(_execute, emptying)):
            found.add(name)
    return found


def _execute(statement: Delete, unit: UnitOfWork) -> None:
    unit.connection.execute(statement)


def test_every_table_of_the_ledger_counts(store: Store) -> None:
    ledger = set(METADATA.tables) - QUIET - {"changes"}
    assert counting(store, ledger) == ledger


def test_tables_that_keep_the_house_do_not_count(store: Store) -> None:
    assert counting(store, QUIET) == set()


def test_taking_a_job_is_no_change(store: Store) -> None:
    with store.work() as unit:
        unit.jobs.put("add", {"path": "a.txt"})
    assert done(store, lambda unit: unit.jobs.lease("a worker")) == 0


def test_what_failed_is_no_change(store: Store) -> None:
    def fail(unit: UnitOfWork) -> None:
        unit.writer.write(at())
        raise RuntimeError

    with suppress(RuntimeError):
        done(store, fail)
    assert version(store) == 0
    assert done(store, lambda unit: unit.connection.execute(delete(jobs))) == 0


def test_a_view_keeps_the_number_of_its_moment(store: Store) -> None:
    with store.view() as view:
        before = view.version
        with store.work() as unit:
            unit.writer.write(at())
        assert view.version == before
    assert version(store) > before


def test_every_change_of_many_at_once_counts(store: Store) -> None:
    def write(number: int) -> None:
        with store.work() as unit:
            unit.connection.execute(
                insert(outlets).values({"id": f"{number:064}", "name": f"o{number}"})
            )

    before = version(store)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))
    assert version(store) == before + 8
