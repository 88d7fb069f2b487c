"""Tables of places on disk: what is written can be asked for; what is broken is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world.gazetteer import GeoPlace
from dragoman.world.gazetteer.store import Store
from dragoman.world.gazetteer.writing import Listed, write_store
from tests.world.gazetteer.places import place, store

OSLO = GeoPlace(3143244, "Oslo", "P.PPLC", "NOR", "12", "0301", 59.9127, 10.7461, 580_000, 110)
NOWHERE = GeoPlace(9, "Nowhere", "A.ADM1", None, None, None, None, None)


@pytest.fixture
def table(tmp_path: Path) -> Store:
    listed = [(OSLO, ["Christiania", "OSL", "Осло", "oseulo"]), (NOWHERE, [])]
    return store(tmp_path / "places.sqlite", listed)


@pytest.mark.parametrize("each", [OSLO, NOWHERE])
def test_a_place_comes_back_as_it_was(table: Store, each: GeoPlace) -> None:
    assert table.place(each.id) == each


def test_a_place_is_found_by_its_own_name_and_by_others(table: Store) -> None:
    assert [(each.place, each.own) for each in table.named("oslo")] == [(OSLO, True)]
    assert [(each.place, each.own) for each in table.named("christiania")] == [(OSLO, False)]


@pytest.mark.parametrize("key", ["osl", "oseulo", "bergen", ""])
def test_codes_and_transliterations_are_no_names(table: Store, key: str) -> None:
    assert table.named(key) == ()


def test_an_article_before_a_name_may_be_left_out(tmp_path: Path) -> None:
    table = store(tmp_path / "t", [(place(1, "Al Fallūjah"), [])])
    assert [each.own for each in table.named("fallujah")] == [False]


def test_of_two_places_with_one_id_the_later_counts(tmp_path: Path) -> None:
    table = store(tmp_path / "t", [(place(1, "Old"), []), (place(1, "New"), [])])
    found = table.place(1)
    assert found is not None
    assert found.name == "New"


def test_countries_are_listed(tmp_path: Path) -> None:
    listed: list[Listed] = [(place(1, "Norway", "A.PCLI"), []), (place(2, "Oslo"), [])]
    assert [each.name for each in store(tmp_path / "t", listed).countries()] == ["Norway"]


def test_a_table_says_what_it_is(table: Store) -> None:
    assert table.about() == {"form": "1", "places": "2", "source": "tests"}


def test_an_unfinished_table_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "t"
    store(path, [(place(1, "Oslo"), [])])

    def broken() -> Iterator[Listed]:
        yield place(2, "Bergen"), []
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        write_store(path, broken(), {})
    assert Store(path).place(1) is not None
    assert [each.name for each in tmp_path.iterdir()] == ["t"]


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.sqlite"):
        Store(tmp_path / "none.sqlite").place(1)


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(DataError, match=r"bad\.sqlite cannot be read"):
        Store(path).named("oslo")


def test_a_table_of_another_form_is_refused(table: Store) -> None:
    with sqlite3.connect(table.path) as database:
        database.execute("UPDATE about SET value = '9' WHERE name = 'form'")
    with pytest.raises(DataError, match="form 9, not 1"):
        Store(table.path).place(1)


def test_a_path_with_odd_signs_can_be_opened(tmp_path: Path) -> None:
    assert store(tmp_path / "a?b#c %.sqlite", [(OSLO, [])]).place(OSLO.id) == OSLO
