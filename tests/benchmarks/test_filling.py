"""What is added is counted and timed, with a reader that needs no model."""

from __future__ import annotations

from pathlib import Path

from benchmarks.adding import Adding
from benchmarks.filling import fill
from benchmarks.report import machine
from dragoman.store import Store
from dragoman.store.checking import check_store
from tests.batch.articles import OTHER, article
from tests.batch.readers import HandReader

COUNT = 40


def test_a_store_is_filled_in_stretches(tmp_path: Path) -> None:
    articles = [article(), article(*OTHER)]
    with Store.open(str(tmp_path / "ledger.sqlite")) as store:
        filled = fill(store, articles, COUNT, HandReader())
        with store.view() as view:
            assert len(list(view.articles())) == COUNT
            assert check_store(view).faults == []
    assert [each.articles for each in filled.stretches] == list(range(4, COUNT + 1, 4))
    assert all(each.adding > 0 and 0 < each.ratio < 1 for each in filled.stretches)
    (table,) = Adding(machine(), "generated", 100, filled.to_dict()).tables()
    assert table.row_count == len(filled.stretches)
