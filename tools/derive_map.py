"""Make the table of states that the desk's map has: their codes, names and where each lies.

``python -m tools.derive_map`` writes ``frontend/src/islands/map/states.json``. A state's point is
its capital as GeoNames has it. States whose capital GeoNames does not name as one have the point of
the whole land: nobody's claim to a capital is decided here.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pycountry

from dragoman.world import world
from dragoman.world.gazetteer.gazetteer import shipped_places

TARGET = Path(__file__).parents[1] / "frontend/src/islands/map/states.json"

Point = tuple[float, float]

_CAPITAL = "P.PPLC"
_UNITS = 10_000
_ASKED = (
    "SELECT country, lon, lat, feature FROM place WHERE country IS NOT NULL AND lat IS NOT NULL"
    " AND (feature = :capital OR feature GLOB 'A.PCL*' OR feature = 'A.TERR')"
)


def points(places: Path) -> dict[str, Point]:
    """Return longitude and latitude, in degrees, of each country of a table of places."""
    with closing(sqlite3.connect(places)) as store:
        rows = store.execute(_ASKED, {"capital": _CAPITAL}).fetchall()
    ordered = sorted(rows, key=lambda row: row[3] == _CAPITAL)
    return {code: (round(lon / _UNITS, 2), round(lat / _UNITS, 2)) for code, lon, lat, _ in ordered}


def rows() -> list[list[object]]:
    """Return code, ISO number, name, longitude and latitude of every state and territory."""
    lying = points(shipped_places())
    return [
        [code, _number(code), state.name, *lying[code]]
        for code, state in sorted(world().states.items())
        if code in lying
    ]


def _number(code: str) -> str | None:
    found = pycountry.countries.get(alpha_3=code)
    return found.numeric if found is not None else None


def main() -> None:
    """Write the table."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows())
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
