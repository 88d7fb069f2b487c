"""What a printed name may mean, and how likely that is before the surroundings are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log
from typing import TYPE_CHECKING, Protocol

from dragoman.coding.toponyms.model import Candidate
from dragoman.coding.toponyms.weights import Weights

if TYPE_CHECKING:
    from dragoman.world import Entity, World
    from dragoman.world.gazetteer import GeoPlace, Named

_PEOPLE = frozenset({"adjective", "demonym", "plural"})
_PEOPLED = frozenset("AP")
_LEAST_PEOPLE = 50


class Gazetteer(Protocol):
    """Knows where named places lie."""

    def find(self, name: str) -> Sequence[Named]:
        """Every place that a printed name may mean."""
        ...

    def country(self, code: str) -> GeoPlace | None:
        """A country as a place, by the code that records use."""
        ...


def candidates(
    name: str, gazetteer: Gazetteer, world: World, weights: Weights
) -> tuple[Candidate, ...]:
    """Return what a printed name may mean, with priors.

    A word for a people ("Georgian") means their country, or their region, and no town of that
    name.
    """
    entities = [entity for entity in world.lookup(name) if entity.kind == "state"]
    found = {place.id: Candidate(place, own=True) for place in _stated(entities, gazetteer, world)}
    if not found or not any(entity.form in _PEOPLE for entity in entities):
        for named in gazetteer.find(name):
            found.setdefault(named.place.id, Candidate(named.place, named.own))
    towns = [each.place for each in found.values() if each.own and each.place.class_ == "P"]
    rated = [replace(each, prior=prior(each, towns, weights)) for each in found.values()]
    return tuple(sorted(rated, key=_by_prior)[: weights.most_candidates])


def _by_prior(candidate: Candidate) -> tuple[float, int]:
    return -candidate.prior, candidate.place.id


def _stated(entities: Sequence[Entity], gazetteer: Gazetteer, world: World) -> Iterator[GeoPlace]:
    """Yield the countries that a name or a word for a people stands for, and the regions."""
    for entity in entities:
        if entity.country is None or entity.form in {"capital", "metonym"}:
            continue
        state = world.state(entity.name)
        if state is not None and state.code == entity.country:
            place = gazetteer.country(entity.country)
            if place is not None:
                yield place
        elif entity.form in _PEOPLE:
            for named in gazetteer.find(entity.name):
                if named.place.country == entity.country and named.own:
                    yield named.place


def prior(candidate: Candidate, towns: Sequence[GeoPlace], weights: Weights) -> float:
    """Return how likely a place is meant by its name alone, as a logarithm of odds.

    Args:
        candidate: The place.
        towns: The towns whose usual name it is, for provinces and districts named after them.
        weights: What each sign counts.
    """
    place = candidate.place
    score = weights.of_feature(place.feature)
    if place.class_ in _PEOPLED:
        score += weights.population * log(place.population + _LEAST_PEOPLE)
        score += weights.fame * log(place.fame + 1)
    else:
        score += weights.fame_alone * log(place.fame + 1)
    if not candidate.own:
        score += weights.other_name
    if place.level in {1, 2} and any(place.holds(town) for town in towns):
        score += weights.namesake
    return score
