"""Words of the tables that mostly mean something other than a contact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from dragoman.errors import DataError
from dragoman.world.tables import read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.events.readings import Reading

_FILE = "contact_doubts.toml"
_PARTS = ("verbs", "nouns")


@dataclass(frozen=True, slots=True)
class Doubts:
    """The table: lemmas, a verb with its preposition where only that pair is meant."""

    verbs: frozenset[str]
    nouns: frozenset[str]

    def covers(self, reading: Reading) -> bool:
        """Whether a word, in the sense that was read, mostly means something else."""
        lemma = reading.sense.lemma
        if reading.frame.noun:
            return lemma in self.nouns
        pairs = {f"{lemma} {place.path[0]}" for place in reading.sense.recipients}
        return not self.verbs.isdisjoint({lemma, *pairs})


@cache
def doubts() -> Doubts:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names the file and the entry.
    """
    return read_doubts(resources.files("dragoman.coding") / "data")


def read_doubts(folder: Traversable) -> Doubts:
    """Read and check the table in a folder.

    Raises:
        DataError: The file is missing or no TOML, or a part is no list of words.
    """
    table = read_toml(folder, _FILE)
    if set(table) != set(_PARTS):
        raise DataError(f"{_FILE}: the parts must be {' and '.join(_PARTS)}.")
    return Doubts(*(_listed(table, part) for part in _PARTS))


def _listed(table: dict[str, Any], part: str) -> frozenset[str]:
    listed = table[part]
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise DataError(f"{_FILE}: {part} must be a list of words.")
    return frozenset(listed)
