"""A store that cannot be opened is named, for whoever named none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.errors import StoreError
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.addresses import FILE, address


def _of_something_else(path: Path) -> None:
    path.write_text("These are notes, and long ones. " * 100, encoding="utf-8")


def _of_other_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.commit()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_of_something_else, "no store of Dragoman"),
        (_of_other_tables, "holds something else"),
        (_newer, "newer version"),
        (Path.mkdir, "cannot be opened"),
        (Path.touch, "no store yet"),
    ],
)
def test_a_store_that_cannot_be_opened_is_named(
    tmp_path: Path, make: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / FILE
    make(path)
    settings = Settings(data_folder=tmp_path)
    with Store(address(settings)) as store, pytest.raises(StoreError, match=told) as caught:
        store.require()
    assert str(caught.value).startswith(f"{path}: ")


def test_what_fails_in_an_open_store_needs_no_name(tmp_path: Path) -> None:
    with (
        Store.open(str(tmp_path / FILE)) as store,
        store.view() as view,
        pytest.raises(StoreError) as caught,
    ):
        view.article("0" * 12)
    assert str(tmp_path) not in str(caught.value)
