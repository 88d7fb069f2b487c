"""How alike an article and a cluster are: by what they are about, by whom they name, by time.

A single pass over the articles as they come, each joined to the likest cluster or the first of a
new one, with likenesses of several parts of an article put together: as Miranda, Znotiņš, Cohen
and Barzdins, "Multilingual Clustering of Streaming News" (EMNLP 2018) do it, with the encoder's
vector in place of their words. Unlike theirs a story is as like as its articles are on average, not
as their sum is: sums of many articles grow like everything, and large stories would draw all in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from dragoman.crises.stories.terms import Names
from dragoman.store.search.vectors import Floats, cosine


@dataclass(frozen=True, slots=True)
class Measure:
    """What makes two things alike enough.

    ``vector`` and ``names`` are the parts that the two likenesses have in the whole, which sum up
    to 1; ``threshold`` is the least whole that joins. ``supposed`` stands in for the likeness of
    vectors where one is missing; names decide then. ``average`` tells whether the members of a
    cluster are compared one by one and the mean is taken, or their sum as one. A gap of more than
    ``free_days`` between the two costs ``pace`` times the logarithm of the days beyond, so that the
    first days count most, and one of more than ``window`` days keeps them apart.
    """

    vector: float
    names: float
    threshold: float
    supposed: float
    average: bool
    free_days: int
    pace: float
    window: int


STORIES = Measure(
    vector=0.6,
    names=0.4,
    threshold=0.36,
    supposed=0.43,
    average=True,
    free_days=0,
    pace=0.08,
    window=45,
)
"""For articles of one story; fitted on the labelled articles that are there for it (``evals``)."""

CRISES = Measure(
    vector=0.5,
    names=0.5,
    threshold=0.32,
    supposed=0.3,
    average=False,
    free_days=14,
    pace=0.02,
    window=120,
)
"""For stories of one crisis, wider in all respects; set by what comes of the examples."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared: sums over the members of vectors, if there are any, and of weighted names.

    Those of one article have length one.
    """

    vector: Floats | None
    names: Names
    members: int = 1


def likeness(one: Profile, other: Profile, measure: Measure) -> float:
    """Return how alike two profiles are, 1 at most, time left aside."""
    near = measure.supposed
    if one.vector is not None and other.vector is not None:
        near = _vectors_alike(one, other, average=measure.average)
    return measure.vector * near + measure.names * _names_alike(one, other, average=measure.average)


def _vectors_alike(one: Profile, other: Profile, *, average: bool) -> float:
    if one.vector is None or other.vector is None or one.vector.shape != other.vector.shape:
        return 0.0
    if average:
        return float(np.dot(one.vector, other.vector)) / (one.members * other.members)
    return cosine(one.vector, other.vector)


def _names_alike(one: Profile, other: Profile, *, average: bool) -> float:
    shared = one.names.keys() & other.names.keys()
    if not shared:
        return 0.0
    product = sum(one.names[name] * other.names[name] for name in sorted(shared))
    if average:
        return product / (one.members * other.members)
    return product / (_length(one.names) * _length(other.names))


def _length(names: Names) -> float:
    return math.sqrt(sum(weight * weight for weight in names.values()))


def weighted(names: Names, rarity: Names) -> dict[str, float]:
    """Return the names of an article, each weighted by its rarity too, of length one together."""
    whole = {name: weight * rarity.get(name, 1.0) for name, weight in names.items()}
    length = _length(whole)
    return {name: round(weight / length, 5) for name, weight in whole.items()} if length else {}


def slowed(alike: float, gap: int, measure: Measure) -> float:
    """Return a likeness less what the days between cost; 0 beyond the window."""
    if gap > measure.window:
        return 0.0
    return alike - measure.pace * math.log1p(max(0, gap - measure.free_days))
