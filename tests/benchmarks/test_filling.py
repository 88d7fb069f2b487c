"""What is added is counted and timed, with a reader that needs no model."""

from __future__ import annotations

from pathlib import Path

from benchmarks.adding import Adding
from benchmarks.beside import Turns
from benchmarks.filling import BESIDE, fill
from benchmarks.report import machine
from dragoman.store import Store
from dragoman.store.checking import check_store
from tests.batch.articles import OTHER, article
from tests.batch.readers import HandReader

COUNT = 40


def test_a_store_is_filled_in_stretches(tmp_path: Path) -> None:
    articles = [article(), article(*OTHER)]
    with Store.open(str(tmp_path / "ledger.sqlite")) as store:
        filled = fill(store, articles, COUNT, HandReader(), tmp_path, Turns(2, 3))
        with store.view() as view:
            held = len(list(view.articles()))
            assert check_store(view).faults == []
    added = 6
    assert held == COUNT + len(BESIDE) * added
    assert [each.articles for each in filled.stretches] == list(range(4, COUNT + 1, 4))
    assert [each.articles for each in filled.beside] == [0, 20 + added, 40 + 2 * added]
    assert all(each.writing > 0 for each in filled.stretches)
    assert all(each.ratio.mean > 0 for each in filled.beside)
    beside, table = Adding(machine(), "generated", 100, filled.to_dict()).tables()
    assert (beside.row_count, table.row_count) == (len(BESIDE), len(filled.stretches))
