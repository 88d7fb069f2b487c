"""``dragoman desk``, started as a user would."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.cli.desk import working
from dragoman.store import Store

PROGRAM = [sys.executable, "-c", "from dragoman.cli import main; main()"]


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_when_told(tmp_path: Path, ending: int) -> None:
    db = str(tmp_path / "ledger.sqlite")
    command = [*PROGRAM, "desk", "--db", db, "--port", "0", "--no-worker"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        assert told is not None
        page = httpx.get(told[0], timeout=60)
        process.send_signal(ending)
        assert (page.status_code, process.wait(60)) == (200, 0)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        arguments = ["desk", "--db", str(tmp_path / "l.sqlite"), "--port", port, "--no-worker"]
        result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "--port" in result.output


def test_without_accounts_it_opens_for_this_machine_alone(tmp_path: Path) -> None:
    arguments = ["desk", "--db", str(tmp_path / "l.sqlite"), "--host", "0.0.0.0"]  # noqa: S104
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "dragoman users" in result.output


def test_its_worker_ends_with_it(tmp_path: Path) -> None:
    db = tmp_path / "ledger.sqlite"
    Store.open(str(db)).close()
    with working(f"sqlite:///{db}") as worker:
        assert worker.poll() is None
    assert worker.poll() is not None
