"""Stores of several sizes are made of one, and the same questions have the same answers there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from benchmarks.answers import Answers
from benchmarks.asking import ask_stores
from benchmarks.multiplying import letters
from benchmarks.questions import GROWING, QUESTIONS
from benchmarks.report import machine
from benchmarks.stores import Stores, example_articles, make_stores
from dragoman.batch.model import Reads
from dragoman.records import Article
from dragoman.store import Store
from tests.batch.readers import HandReader, Told
from tests.crises.questions.telling import told

BASE = 12
COUNTS = (BASE, 3 * BASE)
NOT_COPIED = {
    ("entry_reports", "tellings"),
    ("spellings", "articles"),
    ("story_articles", "clusters"),
}
"""What the rows of a copy refer to that only writing looks at."""


class CrisisReader(HandReader):
    """Hands out reports of one crisis, whatever it is given."""

    def readings(self, articles: Iterable[Article]) -> Iterator[Told]:
        for number, _ in enumerate(articles):
            record = told("post", 1 + number)
            spans = record.article.paragraphs
            vectors = np.eye(len(spans), dtype=np.float32)
            yield Told(record, spans, vectors)


def never() -> Reads:
    raise AssertionError("The stores are there already.")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    folder = tmp_path_factory.mktemp("stores")
    made = make_stores(folder, COUNTS, CrisisReader, base=BASE)
    assert make_stores(folder, COUNTS, never, base=BASE) == made
    return made


def test_a_large_store_holds_so_many_copies(stores: Stores) -> None:
    for count, path in stores.large.items():
        with Store.open(str(path)) as store, store.view() as view:
            urls = [each.id for each in view.articles()]
            assert len(urls) == len(set(urls)) == count
            missing = view.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert {(row.table, row.parent) for row in missing} == NOT_COPIED


def test_answers_of_one_size_are_of_one_size(stores: Stores) -> None:
    found = ask_stores(stores, asked=2)
    assert set(found.same) == set(QUESTIONS)
    assert set(found.growing) == set(GROWING)
    assert list(found.sizes) == list(COUNTS)
    told = Answers(machine(), found.to_dict())
    same, growing = told.tables()
    assert (same.row_count, growing.row_count) == (len(QUESTIONS), len(GROWING))


def test_the_examples_are_all_read() -> None:
    assert len(example_articles()) == 9


def test_copies_have_letters_of_their_own() -> None:
    made = [letters(copy) for copy in range(1000)]
    assert len(set(made)) == len(made)
    assert made[:2] == ["a", "b"]
    assert made[26] == "aa"
