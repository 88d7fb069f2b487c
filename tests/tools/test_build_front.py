"""The build of the package brings the desk's built files, and only where they are missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hatchling.bridge.app import Application

from tools.build_front import FrontHook

MANIFEST = "src/dragoman/desk/static/manifest.json"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the folder of a package whose npm writes what it was asked into ``asked``."""
    npm = tmp_path / "tools" / "npm"
    npm.parent.mkdir()
    npm.write_text(f'#!/bin/sh\necho "$*" >> "{tmp_path}/asked"\n', encoding="utf-8")
    npm.chmod(0o755)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "front.in").write_text("# Node\nsome-node>=20\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def built(source: Path) -> Path:
    """Return the same with the front end built."""
    manifest = source / MANIFEST
    manifest.parent.mkdir(parents=True)
    manifest.write_text("{}", encoding="utf-8")
    return source


def _hook(root: Path) -> FrontHook:
    metadata: Any = None
    return FrontHook(str(root), {}, metadata, metadata, str(root), "wheel", Application())


def _asked(root: Path) -> list[str]:
    asked = root / "asked"
    return asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []


def test_a_wheel_without_built_files_builds_them(source: Path) -> None:
    _hook(source).initialize("standard", {})

    front = f"--prefix {source}/frontend"
    assert _asked(source) == [f"{front} ci --no-progress", f"{front} run --silent build"]


def test_a_wheel_takes_files_that_are_built(built: Path) -> None:
    _hook(built).initialize("standard", {})

    assert _asked(built) == []


def test_an_editable_install_builds_nothing(source: Path) -> None:
    _hook(source).initialize("editable", {})

    assert _asked(source) == []


def test_the_build_asks_for_node_where_files_are_missing(source: Path) -> None:
    assert _hook(source).dependencies() == ["some-node>=20"]


def test_the_build_asks_for_nothing_where_files_are_built(built: Path) -> None:
    assert _hook(built).dependencies() == []
