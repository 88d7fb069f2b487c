"""The weights of what speaks for and against two names being one person's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import DataError

_FILE = "weights.toml"

NAMES = frozenset(
    {"same", "order", "part", "tail", "family", "lone", "other", "middles", "near", "initial"}
    | {"short_form", "common", "common_family", "generations", "generation_once"}
)
"""What the comparison of two names may say."""

CONTEXT = frozenset(
    {"country", "body", "other_country", "office", "other_office", "other_rank"}
    | {"long", "very_long", "together", "prominent"}
)
"""What country, office and days may say."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of ``data/weights.toml``, in log odds, and what the words of it mean in days."""

    threshold: float
    margin: float
    lead: float
    same_time_days: int
    near_days: int
    long_years: int
    very_long_years: int
    names: Mapping[str, float]
    context: Mapping[str, float]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> Weights:
        """Read the weights from TOML.

        Raises:
            DataError: One is missing, unknown, or no number.
        """
        try:
            made = cls(**tomllib.loads(text))
            parts = (("names", made.names, NAMES), ("context", made.context, CONTEXT))
            for section, weights, expected in parts:
                _check(f"{name}: [{section}]", weights, expected)
        except (tomllib.TOMLDecodeError, TypeError, AttributeError) as error:
            raise DataError(f"{name}: {error}", hint="Compare it with the shipped file.") from error
        return made

    def of(self, reason: str) -> float:
        """Return the weight of a reason."""
        return self.names[reason] if reason in self.names else self.context[reason]


def _check(where: str, weights: Mapping[str, object], expected: frozenset[str]) -> None:
    if odd := expected.symmetric_difference(weights):
        raise DataError(f"{where} lacks, or should not have, {', '.join(sorted(odd))}")
    if wrong := [key for key, value in weights.items() if not isinstance(value, int | float)]:
        raise DataError(f"{where} {wrong[0]} is no number")


@cache
def weights() -> Weights:
    """The weights that ship with the package, read once."""
    path = files("dragoman.crises.persons") / "data" / _FILE
    return Weights.parse(path.read_text(encoding="utf-8"))
