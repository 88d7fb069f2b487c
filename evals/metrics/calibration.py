"""How well confidences tell how often facts are right, and the curve that mends them.

An observation is a pair of a confidence and whether the fact was right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.coding.calibration import Calibration, Curve

MOST_BINS = 10
LEAST_IN_BIN = 40
LEAST_IN_BLOCK = 20

Observation = tuple[float, bool]


class Bin(NamedTuple):
    """Some observations of like confidence: how many, their mean confidence, the share right."""

    facts: int
    confidence: float
    share: float


def levels(seen: Iterable[Observation]) -> list[Bin]:
    """Put observations of one confidence together, the lowest first."""
    groups: dict[float, list[bool]] = {}
    for given, right in seen:
        groups.setdefault(given, []).append(right)
    return [
        Bin(len(group), given, sum(group) / len(group)) for given, group in sorted(groups.items())
    ]


def bins(seen: Sequence[Observation]) -> list[Bin]:
    """Join levels to at most ten bins of like size, each of 40 observations or more.

    Observations of one confidence stay together; few observations make one bin.
    """
    least = max(LEAST_IN_BIN, len(seen) / MOST_BINS)
    found: list[Bin] = []
    for level in levels(seen):
        if found and found[-1].facts < least:
            found[-1] = _pooled(found[-1], level)
        else:
            found.append(level)
    if len(found) > 1 and found[-1].facts < least:
        last = found.pop()
        found[-1] = _pooled(found[-1], last)
    return found


def calibration_error(seen: Sequence[Observation]) -> float:
    """Expected calibration error: mean distance of confidence and share right over the bins.

    Naeini, Cooper and Hauskrecht (2015), with bins of one size, so that none is nearly empty.
    """
    found = bins(seen)
    total = sum(each.facts for each in found)
    return sum(each.facts * abs(each.confidence - each.share) for each in found) / max(total, 1)


def isotonic(seen: Sequence[Observation]) -> Curve:
    """Fit a growing curve by pooling adjacent violators (Ayer et al., 1955).

    Blocks of fewer than twenty observations are joined with the next, so that a curve never rests
    on one article's luck. A few lines of our own, where a library would bring scikit-learn along.
    """
    blocks: list[Bin] = []
    for level in levels(seen):
        blocks.append(level)
        while len(blocks) > 1 and _pools(blocks[-2], blocks[-1]):
            last = blocks.pop()
            blocks[-1] = _pooled(blocks[-1], last)
    if len(blocks) > 1 and blocks[-1].facts < LEAST_IN_BLOCK:
        last = blocks.pop()
        blocks[-1] = _pooled(blocks[-1], last)
    return tuple((round(each.confidence, 4), round(each.share, 4)) for each in blocks)


def _pools(low: Bin, high: Bin) -> bool:
    few = low.facts < LEAST_IN_BLOCK
    return few or low.share >= high.share


def _pooled(one: Bin, other: Bin) -> Bin:
    count = one.facts + other.facts
    return Bin(
        count,
        (one.facts * one.confidence + other.facts * other.confidence) / count,
        (one.facts * one.share + other.facts * other.share) / count,
    )


def out_of_fold(articles: Sequence[Sequence[Observation]]) -> list[Observation]:
    """Calibrate each article's observations by a curve fitted on all other articles."""
    result: list[Observation] = []
    for number, own in enumerate(articles):
        others = [pair for place, group in enumerate(articles) if place != number for pair in group]
        curve = Calibration({"facts": isotonic(others)} if others else {})
        result.extend((curve.of("facts", given), right) for given, right in own)
    return result
