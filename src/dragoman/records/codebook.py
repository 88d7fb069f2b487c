"""The codebook as data: every code of the record, with its definition.

The definitions stand in ``data/*.toml``, one file a section, where a person can read and correct
them. :func:`codebook` loads and checks them once.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.errors import DataError

QUADS = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)
"""PLOVER's four quadrants, from the friendliest to the most hostile."""

LEVELS = (1, 2, 3, 4)
"""Levels of office, from the top of a state down to its spokespeople."""

_REQUIRED = ("code", "name", "definition")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of the codebook.

    ``type`` names the event type that a mode belongs to; ``quad`` is set for event types and
    ``level`` for roles; ``example`` is a sentence of our own.
    """

    section: str
    code: str
    name: str
    definition: str
    example: str | None = None
    type: str | None = None
    quad: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class Codebook:
    """All codes in the order of the data files."""

    entries: tuple[Entry, ...]

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections, such as ``types``, ``modes`` and ``contexts``."""
        return tuple(dict.fromkeys(entry.section for entry in self.entries))

    def section(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of a section.

        Raises:
            KeyError: There is no such section.
        """
        return self._by_section[name]

    def codes(self, section: str) -> tuple[str, ...]:
        """Return the codes of a section, each once, in order.

        Raises:
            KeyError: There is no such section.
        """
        return self._codes[section]

    def modes(self, event_type: str) -> tuple[str, ...]:
        """Return the modes that an event type may have; none for an unknown type."""
        return self._modes.get(event_type, ())

    def quad(self, event_type: str) -> str | None:
        """Return the quadrant of an event type, or ``None`` where the type is not known."""
        entry = self._entry("types", event_type)
        return entry.quad if entry else None

    def level(self, role: str) -> int | None:
        """Return the level of a role, or ``None`` where the role is not known."""
        entry = self._entry("roles", role)
        return entry.level if entry else None

    def find(self, code: str) -> tuple[Entry, ...]:
        """Return the entries with this code, case and surrounding blanks aside.

        A code may stand in several sections. ``"ASSAULT drone"`` (or with a slash) asks for the
        mode of one type. Nothing is found for an unknown code; see :meth:`near`.
        """
        parts = code.casefold().replace("/", " ").split()
        if len(parts) == 2:
            modes = self._by_code.get(parts[1], ())
            of_type = tuple(entry for entry in modes if (entry.type or "").casefold() == parts[0])
            if of_type:
                return of_type
        return self._by_code.get(" ".join(parts), ())

    def near(self, code: str) -> tuple[str, ...]:
        """Return up to three codes that ``code`` may be a slip for, the nearest first."""
        wanted = code.strip().casefold()
        found = difflib.get_close_matches(wanted, self._by_code, n=3, cutoff=0.6)
        return tuple(self._by_code[each][0].code for each in found)

    @cached_property
    def _by_section(self) -> dict[str, tuple[Entry, ...]]:
        return {
            name: tuple(entry for entry in self.entries if entry.section == name)
            for name in self.sections
        }

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        return {
            name: tuple(dict.fromkeys(entry.code for entry in entries))
            for name, entries in self._by_section.items()
        }

    @cached_property
    def _modes(self) -> dict[str, tuple[str, ...]]:
        modes: dict[str, tuple[str, ...]] = {}
        for entry in self._by_section["modes"]:
            modes[str(entry.type)] = (*modes.get(str(entry.type), ()), entry.code)
        return modes

    @cached_property
    def _by_code(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            key = entry.code.casefold()
            found[key] = (*found.get(key, ()), entry)
        return found

    def _entry(self, section: str, code: str) -> Entry | None:
        return next((entry for entry in self._by_section[section] if entry.code == code), None)


@cache
def codebook() -> Codebook:
    """Return the codebook that ships with the package.

    Raises:
        DataError: A data file is wrong; the message names the file and the entry.
    """
    return load(resources.files("dragoman.records") / "data")


def load(folder: Traversable) -> Codebook:
    """Load and check a codebook from a folder of TOML files, one a section.

    Raises:
        DataError: A data file is wrong; the message names the file and the entry.
    """
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    book = Codebook(tuple(entry for file in files for entry in _entries(file)))
    _check_types(book)
    return book


def _entries(file: Traversable) -> Iterator[Entry]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{file.name}: {error}.") from error
    section = file.name.removesuffix(".toml")
    seen: set[tuple[str | None, str]] = set()
    for number, row in enumerate(data.get("entry", ()), start=1):
        entry = _entry(section, row, where=f"{file.name}, entry {number}")
        if (entry.type, entry.code) in seen:
            raise DataError(f"{file.name}, entry {number}: {entry.code} stands there twice.")
        seen.add((entry.type, entry.code))
        yield entry


def _entry(section: str, row: dict[str, Any], *, where: str) -> Entry:
    known = {field.name for field in fields(Entry)} - {"section"}
    if unknown := row.keys() - known:
        raise DataError(f"{where}: the key {min(unknown)} is not known.")
    for name in _REQUIRED:
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise DataError(f"{where}: {name} is missing or empty.")
    if section == "types" and row.get("quad") not in QUADS:
        raise DataError(f"{where}: quad must be one of {', '.join(QUADS)}.")
    if section == "roles" and row.get("level") not in LEVELS:
        raise DataError(f"{where}: level must be one of 1 to {LEVELS[-1]}.")
    return Entry(section, **row)


def _check_types(book: Codebook) -> None:
    for section in ("types", "modes", "roles"):
        if section not in book.sections:
            raise DataError(f"{section}.toml: the file is missing or holds no entry.")
    types = book.codes("types")
    for entry in book.section("modes"):
        if entry.type not in types:
            raise DataError(f"modes.toml: {entry.code} belongs to {entry.type}, which is no type.")
