"""Records go in once, versions are told apart, and records come back equal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from dragoman.errors import RecordError
from dragoman.records import Record
from dragoman.store import Store
from dragoman.store.tables import METADATA
from tests.records.examples import record
from tests.records.strategies import records
from tests.store.changes import URL, at, changed, read_by


def rows(store: Store) -> dict[str, int]:
    with store.view() as view:
        return {
            name: view.connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in METADATA.tables.items()
        }


def write(store: Store, *made: Record) -> list[str]:
    with store.work() as unit:
        return [written.article for written in unit.writer.write_all(made)]


def test_a_record_comes_back_equal(store: Store) -> None:
    (article,) = write(store, record())
    with store.view() as view:
        assert view.record(article) == record()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("drawn") / "ledger.sqlite"
    with Store.open(str(path)) as opened:
        yield opened


@given(records())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_every_record_comes_back_equal(lasting: Store, drawn: Record) -> None:
    (article,) = write(lasting, drawn)
    with lasting.view() as view:
        assert view.record(article) == drawn


@given(drawn=records())
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_every_record_comes_back_equal_from_both(store: Store, drawn: Record) -> None:
    (article,) = write(store, drawn)
    with store.view() as view:
        assert view.record(article) == drawn


def test_writing_twice_changes_nothing(store: Store) -> None:
    write(store, at())
    before = rows(store)
    with store.work() as unit:
        again = unit.writer.write(at())
    assert not again.new
    assert rows(store) == before


def test_a_changed_article_is_a_new_version(store: Store) -> None:
    first, second = write(store, at(), changed(at()))
    with store.view() as view:
        versions = view.versions(URL)
    assert [(each.id, each.version, each.previous) for each in versions] == [
        (first, 1, None),
        (second, 2, first),
    ]
    assert [each.current for each in versions] == [False, True]


def test_only_the_new_version_counts(store: Store) -> None:
    write(store, at(), changed(at()))
    with store.view() as view:
        assert [told.article.version for told in view.facts("contacts")] == [2]
        assert len(list(view.facts("contacts", current=False))) == 2


def test_vanished_facts_are_told(store: Store) -> None:
    _, second = write(store, at(), changed(at()))
    with store.view() as view:
        changes = view.changes(second)
    assert [told.kind for told in changes.vanished] == ["attitudes"]
    assert changes.appeared == ()


def test_the_old_version_can_still_be_read(store: Store) -> None:
    first, _ = write(store, at(), changed(at()))
    with store.view() as view:
        assert view.record(first) == at()


def test_writing_the_old_version_again_changes_nothing(store: Store) -> None:
    write(store, at(), changed(at()), at())
    with store.view() as view:
        assert [each.current for each in view.versions(URL)] == [False, True]


def test_a_newer_reading_replaces_the_older_one(store: Store) -> None:
    first, second = write(store, read_by("1", at()), read_by("2", at()))
    assert first == second
    with store.view() as view:
        assert view.record(first).reader.version == "2"
        assert len(list(view.facts("events"))) == 1


def test_a_new_reading_of_an_old_version_is_not_current(store: Store) -> None:
    write(store, at(), changed(at()), read_by("2", at()))
    with store.view() as view:
        assert [told.article.version for told in view.facts("contacts")] == [2]


def test_one_text_at_two_urls_is_two_articles_and_one_text(store: Store) -> None:
    write(store, at(), at("https://other.example/raid"))
    counted = rows(store)
    assert (counted["articles"], counted["texts"], counted["outlets"]) == (2, 1, 2)


def test_without_a_url_each_text_is_an_article_of_its_own(store: Store) -> None:
    write(store, at(None), changed(at(None)))
    with store.view() as view:
        assert [each.version for each in view.articles()] == [1, 1]


def test_a_near_copy_is_kept_under_its_original(store: Store) -> None:
    original, copy = write(store, at(), at("https://other.example/raid"))
    with store.work() as unit:
        unit.writer.fold(copy, original)
    with store.view() as view:
        assert [each.id for each in view.copies(original)] == [copy]


def test_a_record_that_contradicts_itself_is_refused(store: Store) -> None:
    wrong = replace(record(), actors=())
    with pytest.raises(RecordError), store.work() as unit:
        unit.writer.write(wrong)
    assert rows(store)["articles"] == 0


def test_what_no_database_can_hold_is_kept_all_the_same(store: Store) -> None:
    odd = at(byline="A\x00B \ud83d", dateline="\x00")
    (article,) = write(store, odd)
    with store.view() as view:
        assert view.record(article) == odd
