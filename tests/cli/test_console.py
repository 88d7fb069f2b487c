"""What the terminal can show."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from dragoman.cli.console import fit, output, print_json, printable, wrapped
from dragoman.cli.styles import PLAIN_SIGNS


def _console(encoding: str, width: int = 40) -> Console:
    return Console(file=io.TextIOWrapper(io.BytesIO(), encoding=encoding), width=width)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x1b", "\x07", "\x7f", "\x9b", "\r", "\u202e", "\u2066", "\u2028", "\ud800"],
)
def test_what_could_steer_the_terminal_is_replaced(character: str) -> None:
    assert printable(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["Élysée", "a\tb\nc", "שלום", "👩‍🚀", "“quoted” – dash"])
def test_what_can_be_read_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(printable(text)) == len(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_fits_ascii_can_be_written_in_ascii(text: str) -> None:
    fit(_console("ascii"))(text).encode("ascii")


@pytest.mark.parametrize(("sign", "plain"), PLAIN_SIGNS.items())
def test_our_own_signs_have_a_plain_form(sign: str, plain: str) -> None:
    assert fit(_console("ascii"))(sign) == plain


def test_what_an_encoding_has_stays() -> None:
    assert fit(_console("latin-1"))("Élysée → Łódź") == "Élysée > Lódz"


def test_utf_8_keeps_every_sign() -> None:
    assert fit(_console("utf-8"))("→ ● Łódź") == "→ ● Łódź"


def test_lines_are_broken_with_their_beginnings() -> None:
    console = _console("utf-8")
    text = Text("one two three four five six seven")
    lines = [line.plain for line in wrapped(console, text, Text("1. "), Text("   "), width=24)]
    assert lines == ["1. one two three four", "   five six seven"]


def test_empty_text_gives_no_line() -> None:
    console = _console("utf-8")
    assert list(wrapped(console, Text(), Text("x"), Text(), width=20)) == []


@given(st.text(st.characters(codec="ascii", categories=["L", "Zs"]), max_size=300))
def test_no_broken_line_is_too_wide(text: str) -> None:
    console = _console("utf-8")
    lines = wrapped(console, Text(text), Text("- "), Text("  "), width=30)
    assert [line.plain for line in lines if line.cell_len > 30] == []


def test_no_colour_is_a_wish_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert output().no_color


def test_days_and_moments_are_printed_as_iso_8601(capsys: pytest.CaptureFixture[str]) -> None:
    moment = datetime(2031, 5, 2, 6, 30, tzinfo=UTC)
    print_json({"at": moment, "on": moment.date()})
    assert json.loads(capsys.readouterr().out) == {
        "at": "2031-05-02T06:30:00+00:00",
        "on": "2031-05-02",
    }
