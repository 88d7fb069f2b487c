"""Adding: everything of every source, once, whatever breaks off."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text as text_of

from dragoman.batch import Added, add
from dragoman.errors import StoreError, TooLarge
from dragoman.ingest import from_text
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.checking import check_store
from dragoman.store.erasing import note_erasure
from dragoman.store.rows import page as page_id
from tests.batch.articles import OTHER, PARAGRAPHS, article, text, write_lines
from tests.batch.readers import TOO_LONG, HandReader, OnlySome, Told

SETTINGS = Settings()
COUNT = 20
WORDS = (
    "On day {0} of the tour the envoy came to the {0}. village of the northern islands.",
    "There were {0} fishermen in the hall, and {0} questions about the ban on trawlers.",
)


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A file is enough here; that PostgreSQL does the same is for the tests of what is kept."""
    return str(tmp_path / "ledger.sqlite")


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of several articles."""
    several = [
        article(*(each.format(n) for each in WORDS), url=f"https://wire.example/{n}")
        for n in range(COUNT)
    ]
    return write_lines(tmp_path / "articles.jsonl", *several)


def outcomes(added: list[Added]) -> Counter[str]:
    return Counter(each.outcome for each in added)


def test_every_article_of_a_source_is_added(store: Store, reader: HandReader, lines: Path) -> None:
    added = list(add(store, lines, reader, settings=SETTINGS))
    assert outcomes(added) == {"new": COUNT}
    with store.view() as view:
        assert len(list(view.articles())) == COUNT
        assert len(list(view.facts("statements"))) == COUNT
        assert check_store(view).faults == []


def test_every_file_of_a_folder_is_added(store: Store, reader: HandReader, lines: Path) -> None:
    (lines.parent / "scan.pdf").write_bytes(b"%PDF-1.4")
    added = list(add(store, [lines.parent], reader, settings=SETTINGS))
    assert outcomes(added) == {"new": COUNT}


def test_adding_again_reads_nothing(store: Store, reader: HandReader, lines: Path) -> None:
    list(add(store, lines, reader, settings=SETTINGS))
    added = list(add(store, lines, reader, settings=SETTINGS))
    assert (outcomes(added), len(reader.read)) == ({"known": COUNT}, COUNT)


def test_another_reader_reads_again(store: Store, reader: HandReader, lines: Path) -> None:
    list(add(store, lines, reader, settings=SETTINGS))
    added = list(add(store, lines, HandReader("2"), settings=SETTINGS))
    assert outcomes(added) == {"again": COUNT}


def test_what_breaks_off_goes_on(store: Store, reader: HandReader, lines: Path) -> None:
    first = iter(add(store, lines, reader, settings=SETTINGS, at_once=4))
    for _ in range(6):
        next(first)
    added = list(add(store, lines, reader, settings=SETTINGS))
    assert outcomes(added) == {"known": 8, "new": COUNT - 8}
    under_way = 4
    assert len(reader.read) == COUNT + under_way


def test_what_was_read_is_written_though_what_comes_after_it_breaks_off(
    store: Store, lines: Path
) -> None:
    added = add(store, lines, OnlySome(12), settings=SETTINGS, at_once=4)
    with pytest.raises(StoreError, match="no more"):
        list(added)
    with store.view() as view:
        assert len(list(view.articles())) == 12
        assert check_store(view).faults == []


def test_a_store_that_refuses_is_told(store: Store, reader: HandReader, lines: Path) -> None:
    added = add(store, lines, reader, settings=SETTINGS, at_once=4)
    next(added)
    with store.work() as unit:
        unit.connection.execute(text_of("DROP TABLE evidence"))
    with pytest.raises(StoreError, match="The store failed"):
        list(added)


def test_a_changed_article_is_a_new_version(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    versions = [article(), article(*PARAGRAPHS, *OTHER), article()]
    files = [write_lines(tmp_path / f"{n}.jsonl", each) for n, each in enumerate(versions)]
    added = list(add(store, files, reader, settings=SETTINGS, at_once=1))
    assert [each.outcome for each in added] == ["new", "version", "known"]


def test_a_copy_is_told(store: Store, reader: HandReader, tmp_path: Path) -> None:
    pair = (article(), article(url="https://paper.example/1", published="2024-05-08"))
    first, second = add(store, write_lines(tmp_path / "a.jsonl", *pair), reader, settings=SETTINGS)
    assert first.written is not None
    assert (first.copy_of, second.copy_of) == (None, first.written.article)
    assert second.origin is not None
    assert second.origin.basis == "copy"


def test_copies_are_told_after_a_restart(
    db: str, store: Store, reader: HandReader, tmp_path: Path
) -> None:
    list(add(store, write_lines(tmp_path / "a.jsonl", article()), reader, settings=SETTINGS))
    store.close()
    copy = article(url="https://paper.example/1", published="2024-05-08")
    with Store.open(db) as again:
        (added,) = add(again, write_lines(tmp_path / "b.jsonl", copy), reader, settings=SETTINGS)
    assert added.copy_of is not None


def test_one_that_cannot_be_read_does_not_stop_the_others(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    endless = article("A very long story. " * TOO_LONG, url="https://wire.example/long")
    several = [article(url=f"https://wire.example/{n}") for n in range(2)]
    path = write_lines(tmp_path / "a.jsonl", several[0], endless, several[1])
    added = list(add(store, path, reader, settings=SETTINGS))
    assert [each.outcome for each in added] == ["new", "failed", "new"]
    assert isinstance(added[1].error, TooLarge)


def test_a_date_that_is_given_beats_the_source_s(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "a.jsonl", article())
    list(add(store, path, reader, settings=SETTINGS, published="2024-01-02"))
    with store.view() as view:
        (there,) = view.articles()
    assert str(there.told_on) == "2024-01-02"


def test_what_was_erased_is_left_out_unless_it_is_named(
    store: Store, reader: HandReader, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text(*OTHER), encoding="utf-8")
    erased = from_text(text(*OTHER))
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps({"text": text(*OTHER)}), encoding="utf-8")
    with store.work() as unit:
        note_erasure(unit.connection, "article", {}, [page_id(erased)], who="Ada")
    added = list(add(store, [lines, path], reader, settings=SETTINGS))
    assert [each.outcome for each in added] == ["forgotten", "new"]


class Forgetting(HandReader):
    """Reads, and lets what it reads be erased meanwhile."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def readings(self, articles: Iterable[Article]) -> Iterator[Told]:
        for each in articles:
            with self.store.work() as unit:
                note_erasure(unit.connection, "article", {}, [page_id(each)], who="Ada")
            yield from super().readings([each])


def test_what_is_erased_while_it_is_read_is_left_out(store: Store, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", article())
    (added,) = add(store, path, Forgetting(store), settings=SETTINGS)
    assert added.outcome == "forgotten"
    with store.view() as view:
        assert list(view.articles()) == []
