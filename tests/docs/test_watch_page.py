"""The code of the pages on sources and copies runs."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

from dragoman.ingest.watch import parse_sources
from tests.ingest.watch.serving import serving

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = DOCS / "how-to" / "sources.md"


def test_the_code_for_sources_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = tmp_path / "sources.toml"
    with serving() as site:
        site.put_article("/1", "The envoy made his first stop of the tour on Sunday.")
        site.put_feed("/feed", "/1")
        sources.write_text(f'[[source]]\nname = "News"\nurl = "{site.url}/feed"\n')
        monkeypatch.setenv("DRAGOMAN_ALLOWED_NETWORKS", "127.0.0.0/8")
        monkeypatch.setattr(sys, "argv", ["watch", str(sources), str(tmp_path / "w"), "--once"])
        runpy.run_path(str(DOCS / "code" / "watch_sources.py"), run_name="__main__")
    written = capsys.readouterr()
    assert "new: News" in written.out
    assert "News: well" in written.err


def test_the_file_of_sources_that_the_page_shows_is_one() -> None:
    text = PAGE.read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    assert len(parse_sources(example)) == 3


def test_the_code_for_copies_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (DOCS / "how-to" / "copies.md").read_text(encoding="utf-8")
    code = tmp_path / "copies.py"
    code.write_text(page.split("```python\n")[1].split("```")[0], encoding="utf-8")
    body = "The envoy left the capital on Sunday after eleven hours of talks, aides said."
    texts = [f"Envoy leaves\n\n{body}", f"{body}\n\nIt rained all day.\n\n(AFP)"]
    lines = [json.dumps({"text": text}) for text in texts]
    (tmp_path / "archive.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(code))
    assert "copy of" in capsys.readouterr().out
