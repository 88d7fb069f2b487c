"""Migrations make the tables that the code knows, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from dragoman.errors import StoreError, StoreVersion
from dragoman.settings import Settings
from dragoman.store import Store, schema
from dragoman.store.addresses import address
from dragoman.store.search.index import TABLE
from dragoman.store.tables import METADATA


def unmade(db: str) -> Store:
    return Store(address(Settings(), db))


def ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
    """Tell whether it can be compared; of the queue's index a test of its own tells."""
    search = kind == "table" and (name or "").startswith(TABLE)
    return not (search or name == "ix_entries_urgency")


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_the_migrations_make_what_the_code_knows(store: Store) -> None:
    with store.view() as view:
        options = {"include_object": ours, "compare_type": True}
        context = MigrationContext.configure(view.connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_a_new_store_is_at_the_head(store: Store) -> None:
    assert store.revision() == schema.head()
    assert store.upgrade() is None


def test_every_step_can_be_taken_back_and_made_again(store: Store) -> None:
    with store.work() as unit:
        schema.downgrade(unit.connection, "base")
    with store.view() as view:
        assert inspect(view.connection).get_table_names() == ["alembic_version"]
    store.upgrade()
    assert store.revision() == schema.head()


def test_an_upgrade_stands_in_the_trail(store: Store) -> None:
    with store.view() as view:
        (entry,) = view.audit.entries()
    assert (entry.action, entry.subject, entry.detail) == ("upgrade", schema.head(), {"from": None})


def test_a_failed_upgrade_leaves_nothing(blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = unmade(blank)

    def fail(*_: object) -> None:
        raise StoreError("It broke.")

    monkeypatch.setattr("dragoman.store.store.Audit.note", fail)
    with pytest.raises(StoreError, match="It broke"):
        store.upgrade()
    assert store.revision() is None
    store.close()


def test_a_newer_store_is_refused(store: Store, db: str) -> None:
    with store.work() as unit:
        unit.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreVersion, match="newer"):
        Store.open(db)
    with pytest.raises(StoreVersion, match="newer"):
        store.upgrade()


def test_a_database_of_something_else_is_left_alone(blank: str) -> None:
    store = unmade(blank)
    if Path(blank).is_absolute():
        Path(blank).touch()
    with store._connect(writes=True) as connection:
        connection.execute(text("CREATE TABLE invoices (number integer)"))
        connection.commit()
    store.close()
    with pytest.raises(StoreError, match="'invoices'"):
        Store.open(blank)
