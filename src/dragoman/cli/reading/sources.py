"""The inputs of a run, as the user named them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from dragoman.ingest import Source, name_of
from dragoman.ingest.files import holds_archive, holds_lines

STANDARD_INPUT = "-"

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read, in order."""

    sources: tuple[Source, ...]

    @property
    def several(self) -> bool:
        """Whether several articles are to be expected: several inputs, JSON lines, an archive."""
        return len(self.sources) > 1 or any(_holds_many(source) for source in self.sources)

    @property
    def names(self) -> tuple[str, ...]:
        """What each is called in a message."""
        return tuple(name_of(source) for source in self.sources)


def _holds_many(source: Source) -> bool:
    return isinstance(source, Path) and (holds_lines(source) or holds_archive(source))


def chosen(words: Sequence[str], *, max_bytes: int) -> Inputs:
    """Return the inputs that the arguments name; without any, what is piped in.

    Raises:
        typer.BadParameter: Nothing is named and nothing is piped in, or ``-`` is named twice.
    """
    if not words and sys.stdin.isatty():
        message = "Give the path or URL of an article, or - to read standard input."
        raise typer.BadParameter(message, param_hint="PATH")
    if words.count(STANDARD_INPUT) > 1:
        message = "Standard input (-) can be read only once."
        raise typer.BadParameter(message, param_hint="PATH")
    return Inputs(tuple(_source(word, max_bytes) for word in words or [STANDARD_INPUT]))


def _source(word: str, max_bytes: int) -> Source:
    """Return a URL as text, anything else as a path; standard input is read, up to the limit."""
    if word == STANDARD_INPUT:
        return sys.stdin.buffer.read(max_bytes + 1)
    return word if _URL.match(word) else Path(word)
