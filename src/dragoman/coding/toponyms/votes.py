"""What the names of one text say of one another: countries, divisions, and who lies near.

Every candidate of every name is one row; a name's candidates stand together, and their shares add
up to 1. Shapes: *n* candidates in all, *m* names.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import log
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dragoman.coding.toponyms.model import EARTH_DIAMETER, Name
from dragoman.coding.toponyms.weights import Weights
from dragoman.world.gazetteer import GeoPlace

Numbers: TypeAlias = npt.NDArray[np.float64]
Indexes: TypeAlias = npt.NDArray[np.intp]


class Votes:
    """All names of a text counted together.

    A name that is printed often weighs more, by a logarithm.

    Args:
        names: The names, each with one candidate or more.
        hints: Countries that the text names besides, with how often.
        weights: What each sign counts.
    """

    def __init__(self, names: Sequence[Name], hints: Mapping[str, float], weights: Weights) -> None:
        self._weights = weights
        places = [candidate.place for name in names for candidate in name.candidates]
        sizes = [len(name.candidates) for name in names]
        self.starts: Indexes = np.cumsum([0, *sizes[:-1]])
        self._owner: Indexes = np.repeat(np.arange(len(names)), sizes)
        self._weight: Numbers = np.array([1 + log(len(name.spans)) for name in names])
        self._countries, known = _numbered([place.country for place in places])
        self._divisions, _ = _numbered([_division(place) for place in places])
        self._is_country = np.array([place.is_country for place in places])
        self._hints = np.zeros(len(known) + 1)
        for country, weight in hints.items():
            self._hints[known.get(country, 0)] += weights.hint * weight
        self._total = float(self._weight.sum() + self._hints.sum())
        lat = np.array([place.lat for place in places], dtype=float)
        lon = np.array([place.lon for place in places], dtype=float)
        self._reach = self._reaches(lat, lon)

    def _reaches(self, lat: Numbers, lon: Numbers) -> Numbers:
        """Return, *n* by *n*, 1 for places at one point, less the farther they lie apart.

        Nothing for candidates of one name, for countries, and where a place has no coordinates.
        """
        apart = _kilometres(lat, lon)
        reach = np.exp(-apart / self._weights.near_distance)
        same = self._owner[:, None] == self._owner[None, :]
        same |= self._is_country[:, None] | self._is_country[None, :]
        return np.where(same | np.isnan(reach), 0.0, reach)

    def shares(self, scores: Numbers) -> Numbers:
        """Turn logarithms of odds, *n*, into shares that add up to 1 for each name."""
        odds = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self._owner])
        return odds / np.add.reduceat(odds, self.starts)[self._owner]

    def scores(self, likely: Numbers) -> Numbers:
        """Return what the other names say for each candidate, *n*.

        Args:
            likely: The present share of each candidate.
        """
        rest = self._total - self._weight[self._owner]
        alone = rest <= 0
        rest = np.where(alone, 1.0, rest)
        weights = self._weights
        country = self._shared(self._countries, likely, self._hints, rest)
        division = self._shared(self._divisions, likely, None, rest)
        score = weights.country * _damped(country, weights.country_floor)
        local = weights.division * _damped(division, weights.division_floor)
        local += weights.near * self._nearness(likely)
        score += np.where(self._is_country, 0.0, local)
        return np.where(alone, 0.0, score)

    def _shared(
        self, groups: Indexes, likely: Numbers, given: Numbers | None, rest: Numbers
    ) -> Numbers:
        """Return the share of the other names in the country or division of each candidate.

        Seas, regions and what else lies in none has a middling share: nothing speaks for or
        against it.
        """
        share = self._others(groups, likely, given) / rest
        return np.where(groups > 0, share, self._weights.nowhere)

    def _others(self, groups: Indexes, likely: Numbers, given: Numbers | None) -> Numbers:
        """Return the votes of all other names for the country or division of each candidate.

        ``groups`` numbers the country or division of each candidate, 0 for none.
        """
        votes = likely * self._weight[self._owner]
        number = int(groups.max()) + 1
        each = np.zeros((len(self._weight), number))
        np.add.at(each, (self._owner, groups), votes)
        total = each.sum(axis=0)
        if given is not None:
            total = total + given[:number]
        return np.asarray((total - each)[self._owner, groups])

    def _nearness(self, likely: Numbers) -> Numbers:
        """Return how near each candidate lies to what the other names likely mean, 0 to 1."""
        reached = np.maximum.reduceat(self._reach * likely[None, :], self.starts, axis=1)
        return np.asarray(1.0 - np.prod(1.0 - reached, axis=1))


def _division(place: GeoPlace) -> Hashable | None:
    inside = place.country is not None and place.admin1 is not None
    return (place.country, place.admin1) if inside else None


def _numbered(groups: Sequence[Hashable | None]) -> tuple[Indexes, dict[Hashable, int]]:
    """Number groups from 1; 0 stands for none."""
    known: dict[Hashable, int] = {}
    numbers = [0 if group is None else known.setdefault(group, len(known) + 1) for group in groups]
    return np.array(numbers, dtype=np.intp), known


def _kilometres(lat: Numbers, lon: Numbers) -> Numbers:
    """Return the distances between all points, *n* by *n*."""
    north, east = np.radians(lat), np.radians(lon)
    half = np.sin((north[:, None] - north[None, :]) / 2) ** 2
    across = np.sin((east[:, None] - east[None, :]) / 2) ** 2
    half += np.cos(north[:, None]) * np.cos(north[None, :]) * across
    return np.asarray(EARTH_DIAMETER * np.arcsin(np.sqrt(np.minimum(half, 1.0))))


def _damped(share: Numbers, floor: float) -> Numbers:
    """Return the logarithm of a share of 1, not below that of the floor."""
    return np.asarray(np.log((np.maximum(share, 0.0) + floor) / (1 + floor)))
