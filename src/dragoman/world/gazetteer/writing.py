"""Writing a table of places: rows in, one SQLite file out, all or nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import astuple
from itertools import islice
from pathlib import Path

from dragoman.world.gazetteer.model import GeoPlace
from dragoman.world.gazetteer.names import is_printable_name, key, name_forms
from dragoman.world.gazetteer.store import FORM, SCALE, SCHEMA

Listed = tuple[GeoPlace, Iterable[str]]
"""A place with its other names, as its source lists them."""

_AT_ONCE = 20_000


def write_store(path: Path, places: Iterable[Listed], about: Mapping[str, str]) -> int:
    """Write places with their names to a file, and return how many there are.

    The file takes its name when it is whole; one that was there before stays until then. Of two
    places with one id the later one counts.

    Args:
        path: Where to write.
        places: Places with their other names; names that news in English cannot print are
            left out.
        about: What the file is to say of itself.

    Raises:
        OSError: The file cannot be written.
        sqlite3.Error: The same, as SQLite tells it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        number = _fill(unfinished, places, about)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return number


def _fill(path: Path, places: Iterable[Listed], about: Mapping[str, str]) -> int:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA}")
        database.execute("CREATE TEMP TABLE pending (key TEXT, place INTEGER, rank INTEGER)")
        rest = iter(places)
        while batch := list(islice(rest, _AT_ONCE)):
            _add(database, batch)
        database.execute(
            "INSERT INTO name SELECT key, place, min(rank) FROM pending GROUP BY key, place"
            " ORDER BY key, place"
        )
        number = int(database.execute("SELECT count(*) FROM place").fetchone()[0])
        facts = {"form": str(FORM), **about, "places": str(number)}
        database.executemany("INSERT INTO about VALUES (?, ?)", sorted(facts.items()))
        database.commit()
        database.execute("VACUUM")
    return number


def _add(database: sqlite3.Connection, batch: Iterable[Listed]) -> None:
    listed = [(place, tuple(names)) for place, names in batch]
    database.executemany(
        f"INSERT OR REPLACE INTO place VALUES ({', '.join('?' * 10)})",  # noqa: S608
        [_row(place) for place, _ in listed],
    )
    database.executemany(
        "INSERT INTO pending VALUES (?, ?, ?)",
        [entry for place, names in listed for entry in keys(place, names)],
    )


def _row(place: GeoPlace) -> tuple[object, ...]:
    number, name, feature, country, admin1, admin2, lat, lon, population, fame = astuple(place)
    whole = [None if value is None else round(value * SCALE) for value in (lat, lon)]
    return (number, name, feature, country, admin1, admin2, *whole, population, fame)


def keys(place: GeoPlace, names: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Yield (key, id, rank) of every name by which a place is to be found, each once."""
    own = key(place.name)
    found = {own: 0} if own else {}
    for name in names:
        if is_printable_name(name):
            found.setdefault(key(name), 1)
    bare = name_forms().without_article(own)
    if bare:
        found.setdefault(bare, 1)
    for plain, rank in found.items():
        if plain:
            yield plain, place.id, rank
