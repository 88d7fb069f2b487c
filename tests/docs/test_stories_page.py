"""The code of the page on stories runs."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from dragoman.store import Store
from tests.crises.stories.telling import article, told

CODE = Path(__file__).resolve().parents[2] / "docs" / "code" / "find_stories.py"


def test_the_code_for_stories_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    db = str(tmp_path / "ledger.sqlite")
    with Store.open(db) as store:
        told(store, [article("strait", 0, title="A tanker is seized"), article("strait", 1)])
    monkeypatch.setattr(sys, "argv", ["find_stories.py", db])
    runpy.run_path(str(CODE))
    printed = capsys.readouterr().out
    assert "1 stories, 2 articles" in printed
    assert "A tanker is seized" in printed
