"""What is erased is gone from every table, whoever made it."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Column, func, insert, select

from dragoman.records import Record, content_id
from dragoman.records.convert import from_plain, to_plain
from dragoman.store import Store, StoredArticle
from dragoman.store.addresses import file_of
from dragoman.store.checking import check_store
from dragoman.store.erasing import Doomed, Eraser, doomed, is_forgotten, left_over, note_erasure
from dragoman.store.tables import METADATA, readings
from tests.store.changes import URL, at, changed, read_by

OTHER = "https://other.example/1"


def secret(whole: Record) -> Record:
    """Return a record that says Norway by another name of the same length."""
    plain = to_plain(whole)
    text = json.dumps(plain).replace("Norway", "Zembla")
    made = from_plain(Record, json.loads(text))
    article = replace(made.article, id=content_id(made.article.text))
    return replace(made, article=article)


def erase(store: Store, *urls: str) -> Doomed:
    with store.work() as unit:
        named = {each.id for url in urls for each in unit.view.versions(url)}
        what = doomed(unit.connection, named)
        counts = Eraser(unit.connection, unit.view.record_of_reading).erase(what)
        note_erasure(unit.connection, "article", counts, what.pages, who="ada")
    return what


def everything(store: Store) -> str:
    """Return all that the tables hold, texts unpacked."""
    found = []
    with store.view() as view:
        for table in METADATA.sorted_tables:
            for row in view.connection.execute(select(table)):
                found += [_shown(value) for value in row]
    return "\n".join(found).casefold()


def _shown(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        try:
            return zlib.decompress(bytes(value)).decode()
        except zlib.error:
            return ""
    return str(value)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write_all([secret(at()), changed(secret(at())), read_by("2", secret(at()))])
        unit.writer.write(at(OTHER))
        told = next(unit.view.facts("contacts"))
        page = {"page": content_id("page", URL), "words": "Zembla"}
        made = unit.judgements.judge(
            *("reject", "contacts", told.fact.id), who="ada", reader="1", detail={"at": page}
        )
        unit.judgements.undo(made.digest, who="bob", why="Zembla it was.")
        unit.jobs.put("read", {"urls": [URL], "title": "Zembla calls"})
        unit.jobs.put("read", {"urls": [OTHER]})
    return store


def test_nothing_of_it_is_left_in_any_table(filled: Store) -> None:
    assert "zembla" in everything(filled)
    what = erase(filled, URL)
    assert "zembla" not in everything(filled)
    with filled.view() as view:
        assert left_over(view.connection, what) == []


def test_the_rest_stays_and_holds(filled: Store) -> None:
    before = [each.id for each in _articles(filled)]
    erase(filled, URL)
    assert [each.id for each in _articles(filled)] == before[1:]
    with filled.view() as view:
        assert check_store(view).faults == []
        assert view.jobs.counts() == {"waiting": 1}
        assert [each.article for each in view.search("Norway", kinds=["articles"])] == before[1:]
        assert view.search("Zembla") == []


def _articles(store: Store) -> list[StoredArticle]:
    with store.view() as view:
        return list(view.articles())


def test_a_text_that_stands_elsewhere_stays(store: Store) -> None:
    with store.work() as unit:
        unit.writer.write_all([at(), at(OTHER)])
    erase(store, URL)
    with store.view() as view:
        (left,) = view.articles()
        assert view.record(left.id) == at(OTHER)


def test_near_copies_stay_and_are_told(store: Store) -> None:
    with store.work() as unit:
        first, copy = unit.writer.write_all([at(), changed(at(OTHER))])
        unit.writer.fold(copy.article, first.article)
    assert erase(store, URL).copies == (copy.article,)
    with store.view() as view:
        (left,) = view.articles()
        assert (left.id, left.copy_of) == (copy.article, None)


def test_judgements_of_a_fact_that_stands_elsewhere_stay(store: Store) -> None:
    with store.work() as unit:
        unit.writer.write_all([at(), at(OTHER)])
        fact = next(unit.view.facts("contacts")).fact.id
        unit.judgements.judge("reject", "contacts", fact, who="ada", reader="1")
    erase(store, URL)
    with store.view() as view:
        assert len(view.judgements.in_force()) == 1


def test_every_table_that_hangs_on_an_article_is_emptied(filled: Store) -> None:
    """Whatever table somebody adds: one row of each that names the reading or the article."""
    with filled.work() as unit:
        article = next(unit.view.articles())
        for table in METADATA.sorted_tables:
            keys = {key.parent.name: key.column.table.name for key in table.foreign_keys}
            of_reading = set(keys.values()) <= {"readings"} and "readings" in keys.values()
            if not of_reading or unit.connection.scalar(select(func.count()).select_from(table)):
                continue
            values = {
                column.name: article.reading if column.name in keys else _filler(column)
                for column in table.c
                if not column.nullable and not (column.primary_key and column.name == "id")
            }
            unit.connection.execute(insert(table), values)
    what = erase(filled, URL)
    with filled.view() as view:
        assert left_over(view.connection, what) == []
        assert (
            view.connection.scalar(
                select(func.count()).where(readings.c.article_id.in_(what.articles))
            )
            == 0
        )


def _filler(column: Column[Any]) -> object:
    fillers: dict[type, object] = {int: 1, float: 1.0, bool: False, bytes: b"x"}
    return fillers.get(column.type.python_type, "same")


def test_what_was_forgotten_is_known_by_its_page(filled: Store) -> None:
    erase(filled, URL)
    with filled.view() as view:
        assert is_forgotten(view.connection, at().article)
        assert not is_forgotten(view.connection, at(OTHER).article)


def test_erasing_what_is_not_there_does_nothing(filled: Store) -> None:
    assert erase(filled, "https://nowhere.example").articles == ()


def test_the_files_of_the_database_keep_nothing(filled: Store) -> None:
    path = file_of(filled.url)
    erase(filled, URL)
    filled.wipe()
    if path is not None:
        for file in path.parent.glob(f"{path.name}*"):
            data = file.read_bytes().lower()
            assert b"zembla" not in data
            assert b"zembl" not in data


def test_a_wiped_store_can_be_written_to(filled: Store) -> None:
    filled.wipe()
    with filled.work() as unit:
        assert unit.writer.write(at("https://new.example")).new
