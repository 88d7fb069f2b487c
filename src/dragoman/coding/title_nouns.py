"""Nouns for holders of offices, read from ``data/title_nouns.toml``."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dragoman.errors import DataError
from dragoman.records import codebook
from dragoman.world.tables import parse_toml

_FILE = "title_nouns.toml"


def parse_title_nouns(text: str, *, name: str = _FILE) -> dict[str, frozenset[str]]:
    """The roles that each noun may stand for.

    Raises:
        DataError: The text is no TOML, or a noun has no list of roles of the codebook.
    """
    table = parse_toml(text, name)
    known = set(codebook().codes("roles"))
    for noun, roles in table.items():
        listed = isinstance(roles, list) and all(isinstance(role, str) for role in roles)
        if not listed or not roles or not known.issuperset(roles):
            raise DataError(f"{name}: {noun} must have roles of the codebook.")
    return {noun: frozenset(roles) for noun, roles in table.items()}


@cache
def title_nouns() -> dict[str, frozenset[str]]:
    """The table that ships with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    return parse_title_nouns((folder / _FILE).read_text(encoding="utf-8"))
