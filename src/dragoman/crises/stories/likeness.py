"""How alike an article and a cluster are: by what they are about, by whom they name, by time.

A single pass over the articles as they come, each joined to the likest cluster or the first of a
new one, with cosines over several parts of an article put together: as Miranda, Znotiņš, Cohen
and Barzdins, "Multilingual Clustering of Streaming News" (EMNLP 2018) do it, with the encoder's
vector in place of their words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dragoman.crises.stories.terms import Names
from dragoman.store.search.vectors import Floats, cosine


@dataclass(frozen=True, slots=True)
class Measure:
    """What makes two things alike enough.

    ``vector`` and ``names`` are the parts that the two likenesses have in the whole, which sum up
    to 1; ``threshold`` is the least whole that joins. A gap of more than ``free_days`` between the
    article and the cluster costs ``pace`` a day, and one of more than ``window`` days keeps them
    apart.
    """

    vector: float
    names: float
    threshold: float
    free_days: int
    pace: float
    window: int


STORIES = Measure(vector=0.3, names=0.7, threshold=0.44, free_days=3, pace=0.001, window=45)
"""For articles of one story; fitted on the older part of the labelled articles (``evals``)."""

CRISES = Measure(vector=0.5, names=0.5, threshold=0.5, free_days=14, pace=0.001, window=120)
"""For stories of one crisis; wider in all respects."""

SUPPOSED = 0.75
"""The cosine of vectors that is supposed where one is missing; names decide then."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared: a vector of any length, if there is one, and weighted names."""

    vector: Floats | None
    names: Names


def likeness(one: Profile, other: Profile, rarity: Names, measure: Measure) -> float:
    """Return how alike two profiles are, 1 at most, time left aside.

    Args:
        one: The article.
        other: The cluster.
        rarity: What a name counts, by name; see :func:`rarity`.
        measure: The parts of vector and names.
    """
    named = names_alike(one.names, other.names, rarity)
    near = SUPPOSED
    if one.vector is not None and other.vector is not None:
        near = cosine(one.vector, other.vector)
    return measure.vector * near + measure.names * named


def names_alike(one: Names, other: Names, rarity: Names) -> float:
    """Return the cosine of two sets of names, each weighted by its rarity."""
    shared = one.keys() & other.keys()
    if not shared:
        return 0.0
    product = sum(one[name] * other[name] * rarity.get(name, 1.0) ** 2 for name in sorted(shared))
    return product / (_length(one, rarity) * _length(other, rarity))


def _length(names: Names, rarity: Names) -> float:
    return math.sqrt(sum((weight * rarity.get(name, 1.0)) ** 2 for name, weight in names.items()))


def slowed(alike: float, gap: int, measure: Measure) -> float:
    """Return a likeness less what the days between cost; 0 beyond the window."""
    if gap > measure.window:
        return 0.0
    return alike - measure.pace * max(0, gap - measure.free_days)
