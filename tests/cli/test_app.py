"""The program as a whole: help, version, exit codes, pipes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import __version__
from tests.cli.running import SOURCE, command, environment, program, run

HEAVY = {"anyascii", "httpx", "jinja2", "lxml", "numpy", "onnxruntime", "rich", "spacy"}


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"dragoman {__version__}\n"


@pytest.mark.parametrize("name", ["read", "schema", "codebook", "who", "places"])
def test_every_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Usage: dragoman {name}" in result.stdout.replace("root", "dragoman")


def test_without_a_command_the_help_is_shown_as_wrong_use() -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr + result.stdout


def test_a_mistyped_command_is_answered_with_a_near_one() -> None:
    result = run("raed", "a.html")
    assert result.exit_code == 2
    assert "read" in result.stderr


def test_a_mistyped_option_is_answered_with_a_near_one() -> None:
    result = run("read", "--jsn", "a.html")
    assert result.exit_code == 2
    assert "--json" in result.stderr


def test_a_wrong_setting_is_a_failure_with_its_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_THREADS", "many")
    result = run("read", "a.html")
    assert result.exit_code == 1
    assert "DRAGOMAN_THREADS: expected a whole number, found 'many'." in result.stderr
    assert "Traceback" not in result.stderr


def test_the_program_starts_without_what_commands_need() -> None:
    code = "import sys, dragoman.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {name.split(".")[0] for name in done.stdout.split()} & HEAVY == set()


def test_a_broken_pipe_ends_quietly(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            command("schema"),
            cwd=tmp_path,
            env=environment(),
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_interrupted_run_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.txt")
    with subprocess.Popen(
        command("read", "missing.txt", "slow.txt"),
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    ) as process:
        assert process.stderr is not None
        assert b"missing.txt" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130
    assert b"Traceback" not in rest


def test_the_program_works_from_a_shell(tmp_path: Path) -> None:
    done = program("codebook", "CONSULT", "phone", cwd=tmp_path)
    assert done.returncode == 0
    assert b"mode of CONSULT" in done.stdout
