"""From the named places of a Doc to places of the world, where the gazetteer is sure enough.

All named places of the article are resolved together (:mod:`dragoman.coding.toponyms`). What comes
of it is kept only where it is credible: likely beside what else the name may mean, and for a small
place only in a country that the article speaks of. A building is never taken for a town.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.stretches import printed
from dragoman.coding.toponyms import Resolution, Resolver, Toponym, hints_of

if TYPE_CHECKING:
    from dragoman.coding.toponyms import Gazetteer
    from dragoman.coding.tree import Tree
    from dragoman.world import World
    from dragoman.world.gazetteer import GeoPlace

LEAST_PROBABILITY = 0.5
"""Below this, what a name means is left open."""

SMALL = 15_000
"""Inhabitants below which a town is not known beyond its country."""

_PEOPLED = frozenset("AP")


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place in the text.

    Attributes:
        start: Its first token.
        end: The token behind its last.
        root: The token that is its head.
        country: The country that its name tells.
        sure: Whether no place elsewhere bears the name.
        built: Whether it is a building or a site, not a place with people.
    """

    start: int
    end: int
    root: int
    country: str | None
    sure: bool = True
    built: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """Where a place lies: country, degrees north and east, GeoNames id and class."""

    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    class_: str


def located(
    tree: Tree, spots: Mapping[Spot, str | None], gazetteer: Gazetteer, world: World
) -> Mapping[Spot, Located]:
    """Return where the named places of a Doc lie, those left out that are not known or not sure.

    Args:
        tree: The words of the Doc.
        spots: The named places, each with the country that the text tells for it.
        gazetteer: Knows where named places lie.
        world: Knows states and their people.
    """
    toponyms = [_toponym(tree, spot, country) for spot, country in spots.items()]
    hints = hints_of(tree.text, toponyms, world)
    found = Resolver(gazetteer, world).resolve(tree.text, toponyms, hints)
    spoken_of = {*hints.countries, *spots.values(), *_countries(found)}
    return {
        spot: _located(resolution.place)
        for spot, resolution in zip(spots, found, strict=True)
        if resolution is not None and _is_credible(resolution, spot, spoken_of)
    }


def _toponym(tree: Tree, spot: Spot, country: str | None) -> Toponym:
    span = tree.span(spot.start, spot.end)
    return Toponym(*span, printed(tree, spot.start, spot.end), country)


def _countries(found: Collection[Resolution | None]) -> Iterator[str]:
    """Yield the countries of states, provinces and larger towns."""
    for resolution in found:
        if resolution is not None and resolution.place.country and not _is_small(resolution.place):
            yield resolution.place.country


def _is_credible(resolution: Resolution, spot: Spot, spoken_of: Collection[str | None]) -> bool:
    place = resolution.place
    if resolution.probability < LEAST_PROBABILITY or (spot.built and place.class_ in _PEOPLED):
        return False
    if spot.sure and spot.country is not None:
        return place.country in {spot.country, None}
    return not _is_small(place) or (place.country is not None and place.country in spoken_of)


def _is_small(place: GeoPlace) -> bool:
    """Whether it is a town or district that few know of."""
    if place.class_ not in _PEOPLED or place.level in {0, 1}:
        return False
    return place.population < SMALL


def _located(place: GeoPlace) -> Located:
    return Located(place.country, place.lat, place.lon, place.geonames, place.class_)
