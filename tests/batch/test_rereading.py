"""What the store holds is read again by another version of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.batch import add, read_again
from dragoman.batch.intake import Intake
from dragoman.batch.model import Found
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.checking import check_store
from tests.batch.articles import OTHER, PARAGRAPHS, article, write_lines
from tests.batch.readers import HandReader


@pytest.fixture
def filled(store: Store, reader: HandReader, tmp_path: Path) -> Store:
    several = [
        article(),
        article(*PARAGRAPHS, *OTHER),
        article(*OTHER, url="https://wire.example/2"),
    ]
    source = write_lines(tmp_path / "a.jsonl", *several)
    list(add(store, source, reader, settings=Settings(), at_once=1))
    return store


def test_what_is_current_is_read_again(filled: Store) -> None:
    newer = HandReader("2")
    assert [each.outcome for each in read_again(filled, newer)] == ["again", "again"]
    with filled.view() as view:
        versions = {record.reader.version for _, record in view.records()}
        assert check_store(view).faults == []
    assert versions == {"2"}


def test_nothing_is_read_twice(filled: Store, reader: HandReader) -> None:
    read = len(reader.read)
    assert list(read_again(filled, reader)) == []
    assert len(reader.read) == read


def test_what_breaks_off_goes_on(filled: Store) -> None:
    newer = HandReader("2")
    next(read_again(filled, newer, at_once=1))
    assert len(list(read_again(filled, newer))) == 1


def test_a_short_article_that_the_store_holds_is_read_again(
    store: Store, reader: HandReader
) -> None:
    notice = article("The envoy arrived.", url="https://wire.example/3")
    Intake(store, reader, short=True).take([Found("notice", notice)])
    assert [each.outcome for each in read_again(store, HandReader("2"))] == ["again"]
