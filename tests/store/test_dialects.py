"""Many look at a store at once."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from dragoman.store import Store
from dragoman.store.dialects import KEPT_OPEN


def test_nobody_waits_for_a_connection_to_a_file(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "ledger.sqlite")) as store, ExitStack() as opened:
        views = [opened.enter_context(store.view()) for _ in range(KEPT_OPEN + 10)]
        assert all(list(view.articles()) == [] for view in views)
