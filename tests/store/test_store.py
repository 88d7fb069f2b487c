"""A unit of work keeps all or nothing; what databases say is told as our own errors."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import func, select, text

from dragoman.errors import StoreError, StoreUnavailable
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.dialects import hold
from tests.store.changes import at, many
from tests.store.databases import prepared
from tests.store.test_writer import rows


def write_and_raise(store: Store) -> None:
    with store.work() as unit:
        unit.writer.write(at())
        raise RuntimeError


def test_a_unit_that_raises_keeps_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError):
        write_and_raise(store)
    assert rows(store)["articles"] == 0


def test_a_view_sees_one_moment(store: Store) -> None:
    with store.view() as view:
        assert list(view.articles()) == []
        with store.work() as unit:
            unit.writer.write(at())
        assert list(view.articles()) == []
    with store.view() as view:
        assert len(list(view.articles())) == 1


def test_what_a_view_writes_is_not_kept(store: Store) -> None:
    with suppress(StoreError), store.view() as view:
        view.audit.note("nothing")
    with store.view() as view:
        assert [entry.action for entry in view.audit.entries()] == ["upgrade"]


def test_what_was_written_is_there_when_it_is_opened_again(blank: str) -> None:
    with Store.open(blank) as store, store.work() as unit:
        written = unit.writer.write(at())
    with Store.open(blank) as store, store.view() as view:
        assert view.record(written.article) == at()


def test_the_default_store_lies_in_the_data_folder(tmp_path: Path) -> None:
    with Store.open(settings=Settings(data_folder=tmp_path / "data")):
        pass
    path = tmp_path / "data" / "ledger.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def write_into_a_full_disk(store: Store) -> None:
    with store.work() as unit:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
        unit.writer.write_all(many(50))


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "ledger.sqlite")) as store:
        with pytest.raises(StoreUnavailable, match="disk of the store is full"):
            write_into_a_full_disk(store)
        assert rows(store)["articles"] == 0


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long ones. " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="no store of Dragoman"):
        Store.open(str(path))


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        Store.open(str(tmp_path / "file" / "ledger.sqlite"))


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path: Path) -> None:
    url = f"postgresql://ada:s3cret@/ledger?host={tmp_path}"
    with pytest.raises(StoreUnavailable, match="does not answer") as caught:
        Store.open(url)
    assert "s3cret" not in str(caught.value)


def write_and_lose_the_connection(store: Store) -> None:
    with store.work() as unit:
        unit.writer.write(at())
        own = unit.connection.scalar(text("SELECT pg_backend_pid()"))
        with store.work() as other:
            other.connection.execute(select(func.pg_terminate_backend(own)))
        unit.writer.write_all(many(3))


@pytest.mark.needs("postgresql")
def test_a_lost_connection_is_told_and_nothing_is_half_written(server: str) -> None:
    with Store.open(prepared(server)) as store:
        with pytest.raises(StoreUnavailable, match="does not answer"):
            write_and_lose_the_connection(store)
        assert rows(store)["articles"] == 0


def hold_both(store: Store, first: str, second: str, both: Barrier) -> str:
    """Hold two names, one after the other; return what went wrong."""
    try:
        with store.work() as unit:
            hold(unit.connection, first)
            both.wait(timeout=60)
            hold(unit.connection, second)
    except StoreUnavailable as error:
        return error.message
    return ""


@pytest.mark.needs("postgresql")
def test_writers_in_each_others_way_are_told(server: str) -> None:
    both = Barrier(2)
    with Store.open(prepared(server)) as store, ThreadPoolExecutor(2) as pool:
        names = [("one", "two"), ("two", "one")]
        running = [pool.submit(hold_both, store, *pair, both) for pair in names]
        told = sorted(each.result() for each in running)
    assert told == ["", "Another program wrote to the store in this one's way."]
