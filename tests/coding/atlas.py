"""A small gazetteer for tests: places that are given, under the names that are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.world.gazetteer import GeoPlace, Named
from dragoman.world.gazetteer.names import key


def town(
    number: int,
    name: str,
    country: str,
    admin1: str = "01",
    point: tuple[float, float] = (0.0, 0.0),
    people: int = 20_000,
    feature: str = "P.PPL",
) -> GeoPlace:
    """A town, or what the feature says."""
    return GeoPlace(number, name, feature, country, admin1, None, *point, people, 10)


def division(number: int, name: str, country: str, admin1: str) -> GeoPlace:
    """A province in which towns with its code lie."""
    return GeoPlace(number, name, "A.ADM1", country, admin1, None, 0.0, 0.0, 500_000, 10)


def state(number: int, name: str, code: str) -> GeoPlace:
    """A country."""
    return GeoPlace(number, name, "A.PCLI", code, None, None, 0.0, 0.0, 5_000_000, 100)


@dataclass
class Atlas:
    """Knows the places it is given by their own names, and by other names."""

    places: Sequence[GeoPlace]
    others: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._own: dict[str, list[GeoPlace]] = {}
        for place in self.places:
            self._own.setdefault(key(place.name), []).append(place)

    def find(self, name: str) -> tuple[Named, ...]:
        own = [Named(place, own=True) for place in self._own.get(key(name), ())]
        number = self.others.get(name)
        return (*own, *(Named(place, own=False) for place in self.places if place.id == number))

    def country(self, code: str) -> GeoPlace | None:
        found = [each for each in self.places if each.is_country and each.country == code]
        return found[0] if found else None
