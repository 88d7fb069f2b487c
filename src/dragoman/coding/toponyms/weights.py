"""How much each sign counts, read from ``data/toponyms.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from dragoman.errors import DataError
from dragoman.world.tables import parse_toml

_FILE = "toponyms.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """One number a sign; the file says what each is for."""

    population: float
    fame: float
    fame_alone: float
    other_name: float
    namesake: float
    beside: float
    country: float
    country_floor: float
    division: float
    division_floor: float
    nowhere: float
    near: float
    near_distance: float
    hint: float
    rounds: int
    most_candidates: int
    most_together: int
    features: Mapping[str, float]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> Weights:
        """Read the numbers from TOML.

        Raises:
            DataError: A number is missing, unknown, or none.
        """
        table = parse_toml(text, name)
        features = table.pop("features", None)
        wanted = {each.name for each in fields(cls)} - {"features"}
        if table.keys() != wanted or not isinstance(features, dict) or "" not in features:
            raise DataError(f"{name} must have {', '.join(sorted(wanted))} and [features].")
        for key, value in (*table.items(), *features.items()):
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise DataError(f"{name}: {key or 'the empty feature'} must be a number.")
        return cls(**table, features=features)

    def of_feature(self, feature: str) -> float:
        """Return what a feature counts: by its code, its class, or for all others."""
        known = self.features
        return known.get(feature, known.get(feature[0], known[""]))


@cache
def weights() -> Weights:
    """Return the numbers that ship with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    return Weights.parse((folder / _FILE).read_text(encoding="utf-8"))
