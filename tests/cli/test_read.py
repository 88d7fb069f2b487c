"""``dragoman read``, with the shipped model where an article can be read."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dragoman.records import Record
from tests.cli.running import command, environment, program, run

REPORT = """\
Kenya offers to host talks

NAIROBI, May 2 - Kenyan President Amina Otieno phoned her Ugandan counterpart on Friday.

"We condemn the attack on the ferry," Otieno told reporters. Uganda praised the offer.
"""
FRENCH = "Le ministre des Affaires étrangères a condamné hier soir les attaques contre le navire."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good report, a bad one, and one in French; the program runs in it."""
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _letters(folder: Path, name: str = "dead-letters.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


@pytest.mark.usefixtures("folder")
def test_a_report_is_shown() -> None:
    result = run("read", "good.txt", "--published", "2025-05-02")
    assert result.exit_code == 0
    assert "Kenya offers to host talks" in result.stdout
    assert "Amina Otieno" in result.stdout
    assert result.stderr == ""


@pytest.mark.usefixtures("folder")
def test_one_report_is_one_object() -> None:
    result = run("read", "good.txt", "--json", "--published", "2025-05-02")
    record = Record.from_json(result.stdout)
    assert record.article.title == "Kenya offers to host talks"
    assert str(record.article.published_at).startswith("2025-05-02")


def test_standard_input_is_read_without_being_named() -> None:
    result = run("read", "--json", given=REPORT)
    assert Record.from_json(result.stdout).article.title == "Kenya offers to host talks"


def test_the_rest_goes_on_after_a_failure(folder: Path) -> None:
    result = run("read", "empty.txt", "good.txt", "french.txt", "--json")
    assert result.exit_code == 1
    assert [Record.from_json(line).article.title for line in result.stdout.splitlines()] == [
        "Kenya offers to host talks"
    ]
    assert "Error: empty.txt: The input is empty." in result.stderr
    assert "2 of 3 articles could not be read; see dead-letters.jsonl" in result.stderr
    letters = _letters(folder)
    assert [(each["input"], each["error"]) for each in letters] == [
        ("empty.txt", "EmptyInput"),
        ("french.txt", "WrongLanguage"),
    ]
    assert letters[1]["article"]["text"] == FRENCH


def test_each_line_of_json_lines_is_an_article(folder: Path) -> None:
    lines = [{"text": REPORT, "published": "2025-05-02"}, {"text": ""}, {"text": REPORT}]
    source = "\n".join(json.dumps(line) for line in lines)
    (folder / "feed.jsonl").write_text(source, encoding="utf-8")
    result = run("read", "feed.jsonl", "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert _letters(folder)[0]["input"] == "feed.jsonl, line 2"


def test_a_page_is_written_and_told(folder: Path) -> None:
    result = run("read", "good.txt", "--html", "out.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Wrote out.html" in result.stderr
    assert "Kenya offers to host talks" in (folder / "out.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_quiet_tells_nothing_but_errors() -> None:
    result = run("read", "good.txt", "none.txt", "--html", "out.html", "--quiet")
    assert "Wrote" not in result.stderr
    assert "Error: none.txt: There is no such file." in result.stderr


@pytest.mark.usefixtures("folder")
def test_verbose_counts_what_was_found() -> None:
    result = run("read", "good.txt", "--json", "--verbose")
    assert "good.txt: " in result.stderr
    assert " actors, " in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_failure_needs_no_model_and_leaves_no_letter_of_a_single_input() -> None:
    result = run("read", "none.txt")
    assert result.exit_code == 1
    assert result.stderr == "Error: none.txt: There is no such file. Check the path.\n"
    assert not Path("dead-letters.jsonl").exists()


def test_a_letter_of_a_single_input_is_kept_where_asked(folder: Path) -> None:
    run("read", "french.txt", "--dead-letters", "lost.jsonl")
    assert _letters(folder, "lost.jsonl")[0]["article"]["text"] == FRENCH


@pytest.mark.usefixtures("folder")
def test_several_failures_write_no_page() -> None:
    result = run("read", "empty.txt", "none.txt", "--html", "out.html")
    assert result.exit_code == 1
    assert not Path("out.html").exists()


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 1
    assert "This folder holds no file that may be an article." in result.stderr


def test_a_private_address_is_refused() -> None:
    result = run("read", "http://127.0.0.1:9/page.html")
    assert result.exit_code == 1
    assert "http://127.0.0.1:9/page.html" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--published", "yesterday"), "2020-01-04"),
        (("--kind", "contakts"), "contacts"),
        (("--kind", "contacts", "--json"), "--kind"),
        (("--kind", "contacts", "--html", "out.html"), "--kind"),
        (("--json", "--html", "-"), "--html"),
        (("--html", "good.txt"), "--html"),
        (("-", "-"), "once"),
        (("--dead-letters", "."), "--dead-letters"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told_before_anything_is_read(arguments: tuple[str, ...], told: str) -> None:
    result = run("read", "none.txt", *arguments)
    assert told in result.stderr
    assert result.exit_code == 2


def test_escapes_in_a_name_do_not_reach_the_terminal() -> None:
    result = run("read", "a\x1b[2Jb.txt")
    assert "\x1b" not in result.stderr


def test_nothing_is_coloured_in_a_pipe(folder: Path) -> None:
    done = program("read", "good.txt", cwd=folder)
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr


def test_colours_can_be_forced_and_ascii_is_enough(folder: Path) -> None:
    done = program(
        *("read", "good.txt"), cwd=folder, FORCE_COLOR="1", PYTHONIOENCODING="ascii", COLUMNS="60"
    )
    assert b"\x1b[" in done.stdout
    assert done.stdout.isascii()


def _with_terminal(folder: Path, *arguments: str) -> tuple[int, bytes, str]:
    """Run with a terminal on standard error; return exit code, output, and what it shows."""
    ours, theirs = os.openpty()
    output = folder / "output"
    with (
        output.open("wb") as stream,
        subprocess.Popen(
            command(*arguments),
            cwd=folder,
            env=environment(TERM="xterm-256color", COLUMNS="80"),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=theirs,
        ) as process,
    ):
        os.close(theirs)
        written = _all_of(ours)
    return process.returncode, output.read_bytes(), written


@pytest.mark.parametrize(("options", "shown"), [((), True), (("--quiet",), False)])
def test_a_terminal_on_standard_error_shows_progress(
    options: tuple[str, ...], tmp_path: Path, *, shown: bool
) -> None:
    code, _, written = _with_terminal(tmp_path, "read", "none.txt", "no.txt", "--json", *options)
    assert code == 1
    assert ("Reading" in written) is shown
    assert "none.txt: There is no such file." in written
    assert "2 of 2 articles could not be read" in written


def test_results_go_to_standard_output_whatever_progress_shows(folder: Path) -> None:
    code, output, written = _with_terminal(folder, "read", "good.txt", "good.txt", "--json")
    assert code == 0
    assert "Reading" in written
    assert "Kenya" not in written
    assert [Record.from_json(line).article.title for line in output.splitlines()] == [
        "Kenya offers to host talks"
    ] * 2


def _all_of(terminal: int) -> str:
    """Return what is written to a terminal until its other end is closed."""
    parts = []
    with contextlib.suppress(OSError):  # Linux tells the end so
        while part := os.read(terminal, 1 << 16):
            parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode()
