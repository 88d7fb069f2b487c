"""Lines that stand on a page beside its article, by the patterns of ``data/furniture.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from dragoman.errors import DataError
from dragoman.ingest.outlets import outlets
from dragoman.ingest.tables import read_toml
from dragoman.records import FurnitureKind

Where = Literal["head", "any", "tail"]

_FILE = "furniture.toml"
_KINDS: dict[str, FurnitureKind] = {kind: kind for kind in get_args(FurnitureKind)}
_PLACES: dict[str, Where] = {where: where for where in get_args(Where)}
_JOINED = re.compile(r"\s*(?:[/,&]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class LinePattern:
    """One pattern of furniture; ``yes`` and ``no`` are lines it must and must not match.

    ``outlet``: what the pattern's group ``text`` matches must be a known outlet or agency.
    ``heads``: the kind of the lines that such a line is the heading of.
    """

    name: str
    kind: FurnitureKind
    where: Where
    longest: int
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    outlet: bool
    heads: FurnitureKind | None
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def match(self, line: str) -> re.Match[str] | None:
        """Match a whole line, or return None."""
        if len(line) > self.longest:
            return None
        found = self.pattern.fullmatch(line)
        if found is None or (self.unless is not None and self.unless.fullmatch(line)):
            return None
        return found if not self.outlet or _names_outlet(found["text"]) else None


def _names_outlet(text: str) -> bool:
    return any(outlets().named(part) for part in _JOINED.split(text))


@dataclass(frozen=True, slots=True)
class Matched:
    """A line told as furniture; ``heads`` is the kind of the lines it announces, if any."""

    kind: FurnitureKind
    text: str
    name: str
    heads: FurnitureKind | None = None


@cache
def line_patterns() -> tuple[LinePattern, ...]:
    """Return the patterns that ship with the package, in the order in which they are tried.

    Raises:
        DataError: An entry of the file is wrong; the message names it.
    """
    return tuple(_pattern(entry) for entry in read_toml(_FILE)["line"])


def _pattern(entry: Mapping[str, Any]) -> LinePattern:
    name = entry.get("name", "an entry without a name")
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    try:
        return LinePattern(
            name,
            _KINDS[entry["kind"]],
            _PLACES[entry["where"]],
            int(entry["longest"]),
            re.compile(entry["pattern"], flags),
            re.compile(entry["unless"], flags) if "unless" in entry else None,
            bool(entry.get("outlet")),
            _KINDS[entry["heads"]] if "heads" in entry else None,
            tuple(entry["yes"]),
            tuple(entry["no"]),
        )
    except (KeyError, ValueError, TypeError, re.error) as error:
        raise DataError(f"{_FILE}, {name}: {error!r}.") from error


def match_line(line: str, *places: Where) -> Matched | None:
    """Tell what furniture a line is, trying the patterns for ``places``; None for body text."""
    for pattern in line_patterns():
        found = pattern.match(line) if pattern.where in places else None
        if found is not None:
            return _matched(pattern, found)
    return None


def _matched(pattern: LinePattern, found: re.Match[str]) -> Matched:
    text = (found.groupdict().get("text") or found[0]).strip()
    return Matched(pattern.kind, text, pattern.name, pattern.heads)
