"""Words that tell a place from an actor, read from ``data/place_words.toml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from dragoman.errors import DataError
from dragoman.world.tables import parse_toml

_FILE = "place_words.toml"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One set a list of the file; the file says what each is for."""

    locative: frozenset[str]
    directional: frozenset[str]
    motion: frozenset[str]
    place_objects: frozenset[str]
    visits: frozenset[str]
    regions: frozenset[str]
    acting: frozenset[str]
    features: frozenset[str]
    abroad: frozenset[str]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> PlaceWords:
        """Read the lists from TOML.

        Raises:
            DataError: A list is missing, unknown, empty, or holds what is no lower-case word.
        """
        table = parse_toml(text, name)
        wanted = {field.name for field in fields(cls)}
        if table.keys() != wanted:
            raise DataError(f"{name}: the lists must be {', '.join(sorted(wanted))}.")
        for key, words in table.items():
            if not words or not all(isinstance(word, str) and word.islower() for word in words):
                raise DataError(f"{name}: {key} must hold words in lower case.")
        return cls(**{key: frozenset(words) for key, words in table.items()})

    def is_locative(self, case: str) -> bool:
        """Whether a preposition, of one word or several, makes a place."""
        return bool(case) and (case in self.locative or case.rpartition(" ")[2] in self.locative)


@cache
def place_words() -> PlaceWords:
    """The lists that ship with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    return PlaceWords.parse((folder / _FILE).read_text(encoding="utf-8"))
