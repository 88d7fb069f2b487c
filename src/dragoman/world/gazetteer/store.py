"""A table of places on disk: SQLite, opened when it is first asked, read page by page.

``place`` holds the places by id, coordinates as whole numbers of 1/10,000 degree (11 m); ``name``
the keys of their names, own names with rank 0, others with rank 1; ``about`` what the table is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from dragoman.errors import DataError
from dragoman.world.gazetteer.model import COUNTRY_CODES, GeoPlace, Named

FORM = 1
"""The version of the tables below; a file of another is refused."""

_COUNTRY_FEATURES = ", ".join(f"'A.{code}'" for code in sorted(COUNTRY_CODES))
_OF_COUNTRIES = f"feature IN ({_COUNTRY_FEATURES})"

SCHEMA = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT, admin1 TEXT,
  admin2 TEXT, lat INTEGER, lon INTEGER, population INTEGER NOT NULL, fame INTEGER NOT NULL
);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE INDEX country ON place (country) WHERE {_OF_COUNTRIES};
"""

SCALE = 10_000
"""Parts of a degree in which coordinates are kept."""

_COLUMNS = "p.id, p.name, feature, country, admin1, admin2, lat, lon, population, fame"
_BY_KEY = f"SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"  # noqa: S608
_BY_ID = f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?"  # noqa: S608
_COUNTRIES = f"SELECT {_COLUMNS} FROM place p WHERE {_OF_COUNTRIES}"  # noqa: S608


class Store:
    """Reads the places of one file.

    Args:
        path: The file, as :func:`dragoman.world.gazetteer.writing.write_store` made it.

    Raises:
        DataError: By any question, where the file is missing, damaged or of another form.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        address = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            about = dict(connection.execute("SELECT name, value FROM about"))
        except sqlite3.Error as error:
            raise self._broken(error) from error
        if about.get("form") != str(FORM):
            raise DataError(
                f"{self.path} holds places of form {about.get('form')}, not {FORM}.",
                hint="Import the places anew, or remove the file.",
            )
        return connection

    def about(self) -> Mapping[str, str]:
        """Return what the file says of itself: form, source, number of places, when made."""
        return {
            str(name): str(value) for name, value in self._rows("SELECT name, value FROM about", ())
        }

    def named(self, key: str) -> tuple[Named, ...]:
        """Return the places that one of the names with this key belongs to."""
        return tuple(
            Named(_place(row[:-1]), own=row[-1] == 0) for row in self._rows(_BY_KEY, (key,))
        )

    def place(self, number: int) -> GeoPlace | None:
        """Return the place of an id, or None."""
        rows = self._rows(_BY_ID, (number,))
        return _place(rows[0]) if rows else None

    def countries(self) -> tuple[GeoPlace, ...]:
        """Return states and territories."""
        return tuple(_place(row) for row in self._rows(_COUNTRIES, ()))

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._broken(error) from error

    def _broken(self, error: sqlite3.Error) -> DataError:
        return DataError(
            f"The places in {self.path} cannot be read: {error}.",
            hint="Import them anew, or remove the file.",
        )


def _place(row: tuple[object, ...]) -> GeoPlace:
    number, name, feature, country, admin1, admin2, lat, lon, population, fame = row
    return GeoPlace(
        id=_number(number),
        name=str(name),
        feature=str(feature),
        country=_text(country),
        admin1=_text(admin1),
        admin2=_text(admin2),
        lat=_degrees(lat),
        lon=_degrees(lon),
        population=_number(population),
        fame=_number(fame),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _degrees(value: object) -> float | None:
    return value / SCALE if isinstance(value, int) else None
