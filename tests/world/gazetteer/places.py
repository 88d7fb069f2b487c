"""Places for tests, and tables of them on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.world.gazetteer import GeoPlace
from dragoman.world.gazetteer.store import Store
from dragoman.world.gazetteer.writing import Listed, write_store


def place(
    number: int,
    name: str,
    feature: str = "P.PPL",
    country: str | None = "NOR",
    admin1: str | None = None,
    admin2: str | None = None,
) -> GeoPlace:
    """A place at 60° north, 10° east, of as many inhabitants as its number."""
    return GeoPlace(number, name, feature, country, admin1, admin2, 60.0, 10.0, number)


def store(path: Path, places: Iterable[Listed]) -> Store:
    """A table of places in a folder."""
    write_store(path, places, {"source": "tests"})
    return Store(path)
