"""The code of the page on adding articles runs."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

CODE = Path(__file__).resolve().parents[2] / "docs" / "code" / "add_articles.py"


def test_articles_are_added_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "report.txt"
    page.write_text(
        "Envoy meets fishermen\n\nNorway's envoy met the fishermen of both islands on Tuesday and "
        "heard what the closing of the harbour has cost them since the beginning of the year."
    )
    arguments = [str(CODE), str(tmp_path / "ledger.sqlite"), str(page), str(tmp_path / "gone.txt")]
    monkeypatch.setattr(sys, "argv", arguments)
    runpy.run_path(str(CODE))
    told = capsys.readouterr()
    assert told.out.splitlines() == ["new Envoy meets fishermen "]
    assert "no such file" in told.err
