"""Words for several actors that were named before, read from ``data/group_words.toml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

from dragoman.errors import DataError
from dragoman.world.tables import parse_toml

_FILE = "group_words.toml"
_LEAST = 2


@dataclass(frozen=True, slots=True)
class GroupWords:
    """One list or table a field; the file says what each is for."""

    definite: frozenset[str]
    opposed: frozenset[str]
    officials: frozenset[str]
    states: frozenset[str]
    alone: dict[str, int]
    counts: dict[str, int]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> GroupWords:
        """Read the lists from TOML.

        Raises:
            DataError: A list is missing, unknown or empty, or a number is below two.
        """
        table = parse_toml(text, name)
        wanted = {field.name for field in fields(cls)}
        if table.keys() != wanted or not all(table.values()):
            raise DataError(f"{name}: it must hold {', '.join(sorted(wanted))}.")
        return cls(
            definite=_words(table, "definite", name),
            opposed=_words(table, "opposed", name),
            officials=_words(table, "officials", name),
            states=_words(table, "states", name),
            alone=_numbers(table, "alone", name),
            counts=_numbers(table, "counts", name),
        )


def _words(table: dict[str, Any], key: str, name: str) -> frozenset[str]:
    words = table[key]
    if not isinstance(words, list) or not all(
        isinstance(word, str) and word.islower() for word in words
    ):
        raise DataError(f"{name}: {key} must hold words in lower case.")
    return frozenset(words)


def _numbers(table: dict[str, Any], key: str, name: str) -> dict[str, int]:
    numbers = table[key]
    if not isinstance(numbers, dict) or not all(
        isinstance(number, int) and number >= _LEAST for number in numbers.values()
    ):
        raise DataError(f"{name}: {key} must give words numbers from {_LEAST} on.")
    return dict(numbers)


@cache
def group_words() -> GroupWords:
    """The lists that ship with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    return GroupWords.parse((folder / _FILE).read_text(encoding="utf-8"))
