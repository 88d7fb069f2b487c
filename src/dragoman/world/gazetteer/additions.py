"""Our own tables beside GeoNames: places it is not drawn from here, and how news calls others.

``places.tsv`` holds straits, seas, bases, rivers, regions and front-line places;
``place_aliases.tsv`` names that news prints for places of the large table: "Calif.", "Turkey".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from dragoman.world.gazetteer.model import GeoPlace, Named
from dragoman.world.gazetteer.names import key
from dragoman.world.tables import Row, data_folder, read_table

PLACE_COLUMNS = (
    *("name", "names", "feature", "country", "admin1", "lat", "lon", "geonames", "fame"),
)
ALIAS_COLUMNS = ("geonames", "place", "names")
CLASSES = frozenset("AHLPRSTUV")


@dataclass(frozen=True, slots=True)
class Additions:
    """Both tables, by the keys of names."""

    places: dict[str, tuple[Named, ...]]
    aliases: dict[str, tuple[int, ...]]
    number: int

    @classmethod
    def load(cls, folder: Traversable | None = None) -> Additions:
        """Read the tables.

        Args:
            folder: A folder of tables in place of the one that ships with the package.

        Raises:
            DataError: A table is wrong; the error names file and line.
        """
        folder = folder or data_folder()
        places: dict[str, list[Named]] = {}
        rows = list(read_table(folder, "places.tsv", PLACE_COLUMNS))
        for number, row in enumerate(rows, 1):
            for name, named in _named(row, number):
                places.setdefault(name, []).append(named)
        aliases: dict[str, list[int]] = {}
        for row in read_table(folder, "place_aliases.tsv", ALIAS_COLUMNS):
            for name in row.several("names"):
                aliases.setdefault(key(name), []).append(_whole(row, "geonames"))
        return cls(
            {name: tuple(found) for name, found in places.items()},
            {name: tuple(found) for name, found in aliases.items()},
            len(rows),
        )


def _named(row: Row, number: int) -> Iterator[tuple[str, Named]]:
    place = _place(row, number)
    seen = {key(place.name)}
    yield key(place.name), Named(place, own=True)
    for name in row.several("names"):
        if key(name) not in seen:
            seen.add(key(name))
            yield key(name), Named(place, own=True)


def _place(row: Row, number: int) -> GeoPlace:
    place = GeoPlace(
        id=-number,
        name=row["name"],
        feature=_feature(row),
        country=row.optional("country"),
        admin1=row.optional("admin1"),
        admin2=None,
        lat=_degrees(row, "lat", 90),
        lon=_degrees(row, "lon", 180),
        fame=_whole(row, "fame"),
    )
    return replace(place, id=_whole(row, "geonames")) if row.optional("geonames") else place


def _feature(row: Row) -> str:
    class_, _, code = row["feature"].partition(".")
    if class_ not in CLASSES or not code.isalnum() or not code.isupper():
        raise row.wrong(f"{row['feature']!r} is no class and code of GeoNames")
    return row["feature"]


def _whole(row: Row, column: str) -> int:
    if not row[column].isascii() or not row[column].isdigit():
        raise row.wrong(f"{column} {row[column]!r} is no whole number")
    return int(row[column])


def _degrees(row: Row, column: str, most: int) -> float:
    try:
        value = float(row[column])
    except ValueError:
        raise row.wrong(f"{column} {row[column]!r} is no number") from None
    if not -most <= value <= most:
        raise row.wrong(f"{column} {value} lies outside of the world")
    return value
