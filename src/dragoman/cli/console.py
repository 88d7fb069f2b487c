"""The two streams that a command writes to, as Rich consoles, and what they can show."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date

from anyascii import anyascii
from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from dragoman.cli.styles import PLAIN_SIGNS, STYLES

WIDEST = 110
"""Columns beyond which lines of prose are hard to read."""

NARROW = 76
"""Columns below which what stands in columns elsewhere is put on lines of its own."""

_LEAST_ROOM = 20

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What could steer a terminal, turn the direction of a line, or not be written at all."""

Fit = Callable[[str], str]


def printable(text: str) -> str:
    """Put a replacement sign for each character that must not be shown; the length stays."""
    return _UNSAFE.sub("\ufffd", text)


def output() -> Console:
    """Return the console for what a command was asked for."""
    return Console(theme=Theme(STYLES), highlight=False, emoji=False, markup=False)


def notices() -> Console:
    """Return the console for everything else."""
    return Console(theme=Theme(STYLES), stderr=True, highlight=False, emoji=False, markup=False)


def fit(console: Console) -> Fit:
    """Return what makes text fit a console: safe to show, and of signs that it can show."""
    encoding = console.encoding
    if encoding.lower().replace("-", "").startswith("utf"):
        return printable

    def fitted(text: str) -> str:
        return "".join(_sign(character, encoding) for character in printable(text))

    return fitted


def _sign(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return PLAIN_SIGNS.get(character) or anyascii(character) or "?"
    return character


def wrapped(console: Console, text: Text, first: Text, rest: Text, *, width: int) -> Iterator[Text]:
    """Break text into lines of a width, with a beginning for the first line and for the others.

    Lines carry no blanks at their end; empty text yields no line.
    """
    if not text:
        return
    room = max(width - rest.cell_len, _LEAST_ROOM)
    for number, line in enumerate(text.wrap(console, room)):
        line.rstrip()
        yield Text.assemble(rest if number else first, line)


def print_json(value: object) -> None:
    """Print a value as indented JSON; days and moments as ISO 8601, what else it lacks as text."""
    write_utf8(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def write_utf8(text: str) -> None:
    """Write a line of data to standard output in UTF-8, whatever the terminal's encoding.

    A half of a surrogate pair comes out as the escape that JSON has for it.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.write(f"{text}\n")
