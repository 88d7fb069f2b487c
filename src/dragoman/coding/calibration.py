"""What the coding is sure of → how often it is right: one curve a kind of fact.

The rules and networks give every fact a number that orders facts of its kind. The curves, fitted on
articles with gold records by ``python -m tools.calibrate``, turn it into the share of such facts
that proved right, which is what ``confidence`` means in a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np

from dragoman.errors import DataError
from dragoman.records import Fact, Record
from dragoman.world.tables import parse_toml

KINDS = ("events", "contacts", "statements", "positions", "attitudes")
Curve = tuple[tuple[float, float], ...]
"""Points (given, share right), both growing; straight lines between, level beyond the ends."""

_FILE = "calibration.toml"
Found = TypeVar("Found", bound=Fact)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A curve a kind of fact; a kind without one keeps its numbers."""

    curves: Mapping[str, Curve]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> Calibration:
        """Read curves from TOML: a list of pairs a kind.

        Raises:
            DataError: A kind is unknown, or a curve is empty, falls or leaves [0, 1].
        """
        table = parse_toml(text, name)
        unknown = set(table) - set(KINDS)
        if unknown:
            raise DataError(f"{name}: no kind of fact: {', '.join(sorted(unknown))}.")
        return cls({kind: _curve(kind, points, name) for kind, points in table.items()})

    def of(self, kind: str, given: float) -> float:
        """The share of facts of that kind, given that number, that proved right."""
        curve = self.curves.get(kind)
        if curve is None:
            return given
        places, shares = zip(*curve, strict=True)
        return round(float(np.interp(given, places, shares)), 3)

    def applied(self, record: Record) -> Record:
        """The record with calibrated confidences."""
        return replace(
            record,
            events=self._facts("events", record.events),
            contacts=self._facts("contacts", record.contacts),
            statements=self._facts("statements", record.statements),
            positions=self._facts("positions", record.positions),
            attitudes=self._facts("attitudes", record.attitudes),
        )

    def _facts(self, kind: str, facts: Iterable[Found]) -> tuple[Found, ...]:
        return tuple(replace(fact, confidence=self.of(kind, fact.confidence)) for fact in facts)


def _curve(kind: str, points: Any, name: str) -> Curve:
    try:
        curve = tuple((float(given), float(share)) for given, share in points)
    except (TypeError, ValueError) as error:
        raise DataError(f"{name}: {kind} must be a list of pairs of numbers.") from error
    if not curve or not all(0 <= value <= 1 for point in curve for value in point):
        raise DataError(f"{name}: {kind} must hold points between 0 and 1.")
    if any(low[0] >= high[0] or low[1] > high[1] for low, high in pairwise(curve)):
        raise DataError(f"{name}: the points of {kind} must grow.")
    return curve


UNCALIBRATED = Calibration({})
"""Leaves every number as the coding gave it."""


@cache
def calibration() -> Calibration:
    """The curves that ship with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    return Calibration.parse((folder / _FILE).read_text(encoding="utf-8"))
