"""Where imported places are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.settings import user_folder
from dragoman.world.gazetteer.folders import imported_places


def test_a_given_folder_is_used(tmp_path: Path) -> None:
    assert imported_places(tmp_path) == tmp_path / "places.sqlite"


def test_the_system_tells_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "dragoman"


@pytest.mark.parametrize("value", ["", "relative/path"])
def test_without_it_the_home_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_folder() == tmp_path / ".local" / "share" / "dragoman"
