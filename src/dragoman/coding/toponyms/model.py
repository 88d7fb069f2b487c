"""The types of toponym resolution: what stands in the text, and what it was taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from dragoman.world.gazetteer import GeoPlace

EARTH_DIAMETER = 12_742.0
"""In kilometres, of a sphere as large as the Earth."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place in the text.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends.
        name: The name as it is looked up.
        country: The code of the country that it lies in, where the text tells.
    """

    start: int
    end: int
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the surroundings beyond the toponyms: how often each country is named."""

    countries: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The place that a toponym was taken for, and how likely it is among all it may mean."""

    place: GeoPlace
    probability: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    Attributes:
        place: The place.
        own: Whether the name is its usual one.
        prior: How likely it is meant before the surroundings are looked at, as a logarithm.
    """

    place: GeoPlace
    own: bool
    prior: float = 0.0


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name with all its spans in one text, taken to mean one place throughout."""

    text: str
    spans: tuple[tuple[int, int], ...]
    candidates: tuple[Candidate, ...]


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres along the surface between two points given in degrees."""
    north, south = radians(lat), radians(other_lat)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(other_lon - lon) / 2) ** 2
    return EARTH_DIAMETER * asin(min(1.0, sqrt(half)))
