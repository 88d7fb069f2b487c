"""Questions to a store that is empty, or not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import run

COMMANDS = ("timeline", "outreach", "standings", "attitudes", "brief")


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_store_it_is_said_how_to_make_one(path: Path, command: str) -> None:
    result = run(command)
    assert result.exit_code == 1
    assert result.stderr == f"Error: There is no store at {path}. Make it: dragoman db upgrade.\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_store_has_empty_answers(empty: Path, command: str) -> None:
    result = run(command, "--db", empty)
    assert result.exit_code == 0
    assert re.search(r"0 |Nothing new was reported", result.stdout)
