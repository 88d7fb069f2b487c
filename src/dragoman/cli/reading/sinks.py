"""Where records go: the terminal, JSON on standard output, or pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Protocol

import typer

from dragoman.cli.reading.sources import Inputs
from dragoman.records import Record


class Sink(Protocol):
    """Takes records one by one.

    ``batch_size`` is how many articles may be coded together before the next record comes, and
    ``shows`` tells whether it writes to the terminal meanwhile.
    """

    batch_size: int
    shows: bool

    def write(self, name: str, record: Record, /) -> None:
        """Take the record of the input of this name."""

    def close(self) -> Iterable[str]:
        """Finish; return what there is to tell about it."""


MANY = 16
"""How many articles are coded together where nobody waits for the first."""


def sinks(
    inputs: Inputs,
    *,
    as_json: bool,
    html: str | None,
    kinds: Sequence[str] | None,
    verbose: bool | None,
) -> list[Sink]:
    """Return the sinks that the options ask for.

    Raises:
        typer.BadParameter: JSON and a page would both go to standard output, or the page cannot
            be written where it should be.
    """
    if html == "-" and as_json:
        message = "JSON and the page cannot both go to standard output."
        raise typer.BadParameter(message, param_hint="--html")
    found: list[Sink] = [JsonLines(several=inputs.several)] if as_json else []
    if html is not None:
        from dragoman.cli.reading.pages import page_sink

        found.append(page_sink(html))
    return found or [Terminal(several=inputs.several, kinds=kinds, verbose=bool(verbose))]


class Terminal:
    """Shows each record as soon as it is there."""

    batch_size = 1

    def __init__(self, *, several: bool, kinds: Sequence[str] | None, verbose: bool) -> None:
        from dragoman.cli.console import output
        from dragoman.cli.display.terminal import Painter

        console = output()
        self._painter = Painter(console, kinds=kinds, verbose=verbose)
        self._several = several
        self.shows = console.is_terminal

    def write(self, name: str, record: Record, /) -> None:
        """Show a record."""
        self._painter.show(record, name if self._several else None)

    def close(self) -> Iterable[str]:
        """Show what the marks mean."""
        self._painter.legend()
        return ()


class JsonLines:
    """Prints records as JSON: one indented object, or one object a line.

    Args:
        several: Whether several articles are to be expected.
    """

    def __init__(self, *, several: bool) -> None:
        self._several = several
        self._kept: Record | None = None
        self.batch_size = MANY
        self.shows = sys.stdout.isatty()

    def write(self, _name: str, record: Record, /) -> None:
        """Print a record; a first one waits until it is known whether it is the only one."""
        if self._several or self._kept is not None:
            self._flush(None)
            self._several = True
            self._print(record, None)
        else:
            self._kept = record

    def close(self) -> Iterable[str]:
        """Print the record that was waiting."""
        self._flush(2)
        return ()

    def _flush(self, indent: int | None) -> None:
        if self._kept is not None:
            self._print(self._kept, indent)
            self._kept = None

    def _print(self, record: Record, indent: int | None) -> None:
        from dragoman.cli.console import write_utf8

        write_utf8(record.to_json(indent=indent))
