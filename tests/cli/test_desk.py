"""``dragoman desk``, started as a user would."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.cli.desk import working
from dragoman.store import Store
from tests.desk.examples import make_store

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


def test_it_opens_a_browser_at_the_crisis_with_most_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr("dragoman.cli.desk._serve", lambda *_: None)
    db = tmp_path / "ledger.sqlite"
    arguments = ["desk", "--db", str(db), "--port", "0", "--no-worker", "--open"]
    for path in ("/", "/crises/[0-9a-f]{64}"):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.output
        assert re.fullmatch(rf"http://127\.0\.0\.1:\d+{path}", opened.pop())
        make_store(db)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have windows")
def test_without_a_screen_no_browser_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(webbrowser, "open", pytest.fail)
    monkeypatch.setattr("dragoman.cli.desk._serve", lambda *_: None)
    arguments = ["desk", "--db", str(tmp_path / "l.sqlite"), "--port", "0", "--no-worker", "--open"]
    assert CliRunner().invoke(app, arguments).exit_code == 0


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
