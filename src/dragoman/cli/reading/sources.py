"""The inputs of a run, as the user named them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from dragoman.cli.db_output import counted
from dragoman.cli.speaking import Speaker
from dragoman.ingest import Source, name_of
from dragoman.ingest.files import holds_archive, holds_lines
from dragoman.ingest.folders import contents, is_folder

STANDARD_INPUT = "-"

_MOST_ENDINGS = 5

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read, in order, and what of the folders named is not."""

    sources: tuple[Source, ...]
    left_out: tuple[Path, ...] = ()

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

    In place of a folder stand its files, as :func:`dragoman.ingest.folders.contents` tells them.

    Raises:
        typer.BadParameter: Nothing is named and nothing is piped in, or ``-`` is named twice.
    """
    if not words and sys.stdin.isatty():
        message = "Give the path or URL of an article, or - to read standard input."
        raise typer.BadParameter(message, param_hint="PATH")
    if words.count(STANDARD_INPUT) > 1:
        message = "Standard input (-) can be read only once."
        raise typer.BadParameter(message, param_hint="PATH")
    return _opened(_source(word, max_bytes) for word in words or [STANDARD_INPUT])


def _opened(named: Iterable[Source]) -> Inputs:
    """Put in place of each folder what it holds; a folder without articles is left as it is."""
    sources: list[Source] = []
    left_out: list[Path] = []
    for source in named:
        if not isinstance(source, Path) or not is_folder(source):
            sources.append(source)
            continue
        found = contents(source)
        sources += found.files or [source]
        left_out += found.others
    return Inputs(tuple(sources), tuple(left_out))


def tell_left_out(inputs: Inputs, speaker: Speaker) -> None:
    """Tell how many files of folders are left out, by the endings of their names."""
    if not inputs.left_out:
        return
    endings = Counter(path.suffix.lower() or "without ending" for path in inputs.left_out)
    told = ", ".join(f"{count:,} {ending}" for ending, count in endings.most_common(_MOST_ENDINGS))
    more = f", {len(endings) - _MOST_ENDINGS:,} more kinds" if len(endings) > _MOST_ENDINGS else ""
    count = counted(len(inputs.left_out), "file")
    speaker.note(f"Left out, as no articles by their names: {count} ({told}{more})")


def _source(word: str, max_bytes: int) -> Source:
    """Return a URL as text, anything else as a path; standard input is read, up to the limit."""
    if word == STANDARD_INPUT:
        return sys.stdin.buffer.read(max_bytes + 1)
    return word if _URL.match(word) else Path(word)
