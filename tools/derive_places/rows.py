"""From the rows of the packages to places with their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.world.gazetteer.model import GeoPlace
from dragoman.world.gazetteer.writing import Listed
from tools.derive_places.sources import Sources, country_codes, country_points

Point = tuple[float, float]

_LIST = "|"
_KINDS = (
    "Respublika",
    "Regi",
    "Région",
    "Comunidad",
    "Principado",
    "Hlavní",
    "unitatea",
    "Unitatea",
)
"""How what stands behind a comma in the name of a division begins where it tells the kind."""

_COUNTRY_FAME = 100
"""What a country counts for as to how widely it is spoken of: as much as the best-known cities."""


def listed(sources: Sources) -> Iterator[Listed]:
    """Yield every place with its other names: cities, divisions, countries."""
    codes = country_codes(sources)
    members = _members(sources)
    yield from _cities(sources, codes)
    yield from _divisions(sources, codes, members)
    yield from _countries(sources, codes)


def _members(sources: Sources) -> dict[int, list[tuple[float, float, int]]]:
    """Return coordinates and inhabitants of the places in each division, by its row from 1."""
    found: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for row in sources.cities:
        for number in _numbers(row[2]):
            found[number].append((float(row[5]), float(row[6]), int(row[4] or 0)))
    return found


def _numbers(cell: str) -> list[int]:
    return [int(part) for part in cell.split(_LIST) if part]


def _codes(cell: str) -> tuple[str | None, str | None]:
    """Return the codes of both levels: "US.LA.079" gives ("LA", "079")."""
    parts = [*cell.split("."), "", ""]
    return parts[1] or None, parts[2] or None


def _cities(sources: Sources, codes: Sequence[str]) -> Iterator[Listed]:
    for name, number, divisions, country, people, lat, lon in sources.cities:
        levels = [_codes(sources.divisions[each - 1][2]) for each in _numbers(divisions)]
        names = sources.names.get(int(number), ())
        place = GeoPlace(
            int(number),
            name,
            f"P.{sources.codes.get(int(number), 'PPL')}",
            codes[int(country) - 1],
            next((first for first, _ in levels if first), None),
            next((second for _, second in levels if second), None),
            float(lat),
            float(lon),
            int(people or 0),
            len(names),
        )
        yield place, names


def _divisions(
    sources: Sources, codes: Sequence[str], members: dict[int, list[tuple[float, float, int]]]
) -> Iterator[Listed]:
    """Yield the divisions; of the second level those in which a place lies."""
    for number, row in enumerate(sources.divisions, 1):
        within = members.get(number, [])
        if not row[3] or (row[6] != "1" and not within):
            continue
        names = [name for name in row[5].split(_LIST) if name]
        place = GeoPlace(
            int(row[3]),
            _turned(row[0]),
            f"A.ADM{row[6]}",
            codes[int(row[8]) - 1],
            *_codes(row[2]),
            *_middle([(lat, lon) for lat, lon, _ in within]),
            sum(people for _, _, people in within),
            len(names),
        )
        yield place, names


def _turned(name: str) -> str:
    """Return a name as it is spoken: "Dagestan, Respublika" is "Respublika Dagestan"."""
    first, _, rest = name.partition(", ")
    return f"{rest} {first}" if rest.startswith(_KINDS) else name


def _middle(points: Sequence[Point]) -> tuple[float | None, float | None]:
    """Return the middle of the box around points, those across the date line put on one side.

    Towns crowd in one part of a division; the box comes nearer to its own middle than their mean.
    """
    if not points:
        return None, None
    first = points[0][1]
    norths = [lat for lat, _ in points]
    easts = [lon + 360 * round((first - lon) / 360) for _, lon in points]
    lon = (min(easts) + max(easts)) / 2
    return (min(norths) + max(norths)) / 2, lon - 360 * round(lon / 360)


def _countries(sources: Sources, codes: Sequence[str]) -> Iterator[Listed]:
    points = country_points()
    people = _inhabitants(sources, codes)
    for row, code in zip(sources.countries, codes, strict=True):
        if not row[3]:
            continue
        lat, lon = points.get(code, (None, None))
        names = [name for cell in row[4:7] for name in cell.split(_LIST) if name]
        yield (
            GeoPlace(
                int(row[3]), row[0], "A.PCLI", code, None, None, lat, lon,
                people.get(code, 0), _COUNTRY_FAME,
            ),
            names,
        )  # fmt: skip


def _inhabitants(sources: Sources, codes: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for row in sources.cities:
        found[codes[int(row[3]) - 1]] += int(row[4] or 0)
    return found


def counted(places: Iterable[Listed]) -> dict[str, int]:
    """Return how many places there are of each feature."""
    found: dict[str, int] = defaultdict(int)
    for place, _ in places:
        found[place.feature] += 1
    return found
