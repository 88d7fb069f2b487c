"""Running the program: within the process, or as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from dragoman.cli.app import app

SOURCE = Path(__file__).resolve().parents[2] / "src"
START = "from dragoman.cli import main; main()"
PATIENCE = 600


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    """Run a command within this process; what it writes is caught."""
    return CliRunner().invoke(app, [str(each) for each in arguments], input=given)


def environment(**variables: str) -> dict[str, str]:
    """Return the variables of this process without what steers colours and width, and others."""
    kept = {name: value for name, value in os.environ.items() if name not in _STEERING}
    return {**kept, "PYTHONPATH": str(SOURCE), **variables}


_STEERING = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PYTHONIOENCODING", "TTY_COMPATIBLE"}


def command(*arguments: str | Path) -> list[str]:
    """Return the command line of the program in a Python of its own."""
    return [sys.executable, "-c", START, *(str(each) for each in arguments)]


def program(
    *arguments: str | Path, cwd: Path, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a Python of its own, with nothing on standard input."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )
