"""``dragoman codebook``: what a code means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.records import Codebook, Entry

SECTIONS = {
    "types": "event type",
    "modes": "mode",
    "contexts": "context of an article",
    "actor_kinds": "kind of actor",
    "sectors": "sector",
    "classes": "class of actor",
    "bodies": "international body",
    "levels": "level of office",
    "roles": "role",
    "office_bases": "how an office is known",
    "modalities": "modality of an event",
    "channels": "channel of a contact",
    "contact_statuses": "status of a contact",
    "contact_bases": "basis of a contact",
    "initiatives": "initiative of a contact",
    "statement_kinds": "kind of statement",
    "stances": "stance",
    "bases": "basis of a position or attitude",
    "signs": "sign of an attitude",
    "furniture_kinds": "kind of furniture",
}
"""The sections in the order in which they are listed, and what one of their codes is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line before it is broken: what stands out at its head, how far it is indented, the rest.

    The rest hangs ``column`` columns to the right of the indent where that is more than the head.
    """

    head: str
    text: str = ""
    indent: int = 0
    column: int = 0
    style: str = ""


def codebook(
    code: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CODE",
            help="A code such as ASSAULT, a mode such as 'ASSAULT drone', or a section such as "
            "stances. Without one, every code is listed.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print what a code of the record means, or list all codes."""
    from dragoman.records import codebook as load

    book = load()
    wanted = " ".join(code or ())
    _print(_looked_up(book, wanted) if wanted else _overview(book))


def _looked_up(book: Codebook, wanted: str) -> Iterator[Line]:
    """Return the lines of one code or section.

    Raises:
        typer.BadParameter: There is none of this name; near ones are offered.
    """
    section = wanted.casefold().replace(" ", "_")
    if section in book.sections:
        return _definitions(section, book.section(section))
    entries = book.find(wanted)
    if not entries:
        raise typer.BadParameter(_unknown(book, wanted), param_hint="CODE")
    return _entries(book, entries)


def _unknown(book: Codebook, wanted: str) -> str:
    near = dict.fromkeys(each for part in (wanted, *wanted.split()) for each in book.near(part))
    message = f"{wanted!r} is no code of the codebook."
    if near:
        return f"{message} Did you mean {' or '.join(near)}?"
    return f"{message} 'dragoman codebook' lists them all."


def _entries(book: Codebook, entries: Iterable[Entry]) -> Iterator[Line]:
    for number, entry in enumerate(entries):
        if number:
            yield Line("")
        yield Line(entry.code, f"  {entry.name} ({_kind(entry)})")
        yield Line("", entry.definition, indent=2)
        if entry.example:
            yield Line("", f"“{entry.example}”", indent=2, style="soft")
        modes = [each for each in book.section("modes") if each.type == entry.code]
        if entry.section == "types" and modes:
            yield Line("")
            yield from _definitions("modes", modes, short=True)


def _kind(entry: Entry) -> str:
    """Say what sort of code it is."""
    kind = SECTIONS.get(entry.section, entry.section)
    if entry.type:
        return f"{kind} of {entry.type}"
    if entry.level is not None:
        return f"{kind}, level {entry.level}"
    return f"{kind}, {entry.quad}" if entry.quad else kind


def _definitions(title: str, entries: Iterable[Entry], *, short: bool = False) -> Iterator[Line]:
    """Yield codes with their definitions; a mode is named with its type unless ``short``."""
    yield Line(title)
    codes = [
        (entry.code if short or not entry.type else f"{entry.type} {entry.code}", entry.definition)
        for entry in entries
    ]
    yield from _columns(codes)


def _overview(book: Codebook) -> Iterator[Line]:
    yield Line("types and their modes")
    yield from _columns([(each, ", ".join(book.modes(each))) for each in book.codes("types")])
    for section in book.sections:
        if section not in {"types", "modes"}:
            yield Line("")
            yield Line(section)
            yield Line("", ", ".join(book.codes(section)), indent=2)
    yield Line("")
    text = "dragoman codebook CODE defines one of them, dragoman codebook SECTION a whole section."
    yield Line("", text, style="soft")


def _columns(rows: list[tuple[str, str]]) -> Iterator[Line]:
    column = max(len(code) for code, _ in rows) + 2
    for code, meaning in rows:
        yield Line(code, meaning, indent=2, column=column)


def _print(lines: Iterable[Line]) -> None:
    from dragoman.cli.console import WIDEST, output

    console = output()
    for line in lines:
        for broken in _broken(line, console, min(console.width, WIDEST)):
            console.print(broken)


def _broken(line: Line, console: Console, width: int) -> Iterator[Text]:
    """Break a line to a width; in narrow space the text stands below its head."""
    from rich.text import Text

    from dragoman.cli.console import NARROW, fit, wrapped

    say = fit(console)
    head = Text(" " * line.indent).append(say(line.head), "code")
    text = Text(say(line.text), style=line.style)
    if not text:
        yield head
    elif line.column and width < NARROW:
        yield head
        indent = Text(" " * (line.indent + 2))
        yield from wrapped(console, text, indent, indent, width=width)
    else:
        column = line.indent + line.column
        head.pad_right(max(0, column - head.cell_len))
        yield from wrapped(console, text, head, Text(" " * column), width=width)
