"""The types of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

COUNTRY_CODES = frozenset({"PCLI", "PCLS", "PCLD", "PCLF", "PCL", "PCLIX", "TERR"})
"""Feature codes of states and of territories with an ISO code of their own."""


@dataclass(frozen=True, slots=True)
class GeoPlace:
    """A named place of the world.

    Attributes:
        id: Its GeoNames id; below zero for a place of our own table whose id is not known.
        name: Its usual name, as its source has it.
        feature: GeoNames' class and code: ``P.PPLC`` a capital, ``A.ADM1`` a province.
        country: The code that records use for its country, or None (seas, continents).
        admin1: GeoNames' code of its first-level division within the country, or None.
        admin2: The code of its second-level division, or None.
        lat: Degrees north, or None where only its divisions are known.
        lon: Degrees east, or None likewise.
        population: Inhabitants; 0 where that is not known.
        fame: How many names it has in how many scripts, which tells how widely it is spoken of.
    """

    id: int
    name: str
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    fame: int = 0

    @property
    def class_(self) -> str:
        """GeoNames' class: A country or division, P town, H water, T heights, S buildings ..."""
        return self.feature[0]

    @property
    def geonames(self) -> int | None:
        """Its GeoNames id, or None where it is not known."""
        return self.id if self.id > 0 else None

    @property
    def is_country(self) -> bool:
        """Whether it is a state, or a territory with an ISO code of its own."""
        return self.feature[2:] in COUNTRY_CODES

    @property
    def level(self) -> int | None:
        """0 for a country, 1 or 2 for its divisions, None for everything else."""
        if self.is_country:
            return 0
        return {"A.ADM1": 1, "A.ADM2": 2}.get(self.feature)

    def holds(self, other: GeoPlace) -> bool:
        """Whether it is a country or division that the other place lies in."""
        if self.level is None or self.country is None or self.country != other.country:
            return False
        if self.id == other.id or (other.level is not None and other.level <= self.level):
            return False
        if self.level == 0:
            return True
        inside = self.admin1 is not None and self.admin1 == other.admin1
        return inside and (self.level == 1 or self.admin2 in {other.admin2} - {None})


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a printed name may mean; ``own`` tells its usual name from its other names."""

    place: GeoPlace
    own: bool
