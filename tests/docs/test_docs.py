"""The documentation says what the program does."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import generated
import hooks
import pytest

import dragoman
from dragoman import errors
from dragoman.records import codebook
from dragoman.settings import Setting, table

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def _page(name: str) -> str:
    return hooks.on_page_markdown((DOCS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("setting", table(), ids=lambda row: row.name)
def test_the_settings_page_lists_every_setting(setting: Setting) -> None:
    rows = [line for line in _page("reference/settings.md").splitlines() if setting.help in line]
    assert [f"`{setting.name}`" in row and setting.variable in row for row in rows] == [True]


@pytest.mark.parametrize("section", codebook().sections)
def test_the_codebook_page_lists_every_code(section: str) -> None:
    page = _page("codebook.md")
    definitions = [entry.definition for entry in codebook().section(section)]
    assert [each for each in definitions if each not in page] == []


def test_no_marker_is_left_over() -> None:
    assert [page.name for page in PAGES if "<!-- generated" in _page(str(page))] == []


def test_an_unknown_marker_is_refused() -> None:
    with pytest.raises(KeyError):
        hooks.on_page_markdown("<!-- generated: nonsense -->")


@pytest.mark.parametrize("name", sorted(generated.PARTS))
def test_every_generated_part_is_used(name: str) -> None:
    marker = f"<!-- generated: {name} -->"
    assert any(marker in page.read_text(encoding="utf-8") for page in PAGES)


def test_the_errors_are_all_drawn_in_the_tree() -> None:
    tree = errors.__doc__ or ""
    defined = [name for name, each in vars(errors).items() if isinstance(each, type)]
    assert [name for name in defined if name not in tree] == []


def test_the_changelog_begins_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert first is not None
    assert first[1] == dragoman.__version__


@pytest.mark.parametrize("target", ["demo", "test", "lint", "evals", "bench", "train", "docs"])
def test_the_readme_names_every_target(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)
    assert f"`make {target}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["read_one", "handle_errors"])
def test_the_code_in_the_pages_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(DOCS / "code" / f"{name}.py"), run_name="__main__")
    assert capsys.readouterr().out.strip()


def test_the_code_for_many_articles_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "archive.jsonl"
    lines = ['{"text": "Norway condemned the raid. It closed its port."}', '{"text": ""}']
    source.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["read_many.py", str(source)])
    runpy.run_path(str(DOCS / "code" / "read_many.py"), run_name="__main__")
    written = capsys.readouterr()
    assert len(written.out.splitlines()) == 1
    assert "archive.jsonl" in written.err


def test_the_code_for_a_ledger_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["keep_a_ledger.py", str(tmp_path / "ledger.sqlite")])
    for told in ("version 1 new", "version 1 known"):
        runpy.run_path(str(DOCS / "code" / "keep_a_ledger.py"), run_name="__main__")
        assert told in capsys.readouterr().out
