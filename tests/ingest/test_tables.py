"""Data files are there, and a wrong one is an error that names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ingest import tables


def test_a_missing_file_is_named() -> None:
    with pytest.raises(DataError, match=r"nowhere\.toml"):
        tables.read_toml("nowhere.toml")


def test_a_wrong_file_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.toml").write_text("one = 1\ntwo = = 2\n", encoding="utf-8")
    monkeypatch.setattr(tables, "data_folder", lambda: tmp_path)
    with pytest.raises(DataError, match=r"bad\.toml.*line 2"):
        tables.read_toml("bad.toml")


def test_every_toml_file_can_be_read() -> None:
    names = [each.name for each in tables.data_folder().iterdir() if each.name.endswith(".toml")]
    assert len(names) > 5
    for name in names:
        assert tables.read_toml(name)
