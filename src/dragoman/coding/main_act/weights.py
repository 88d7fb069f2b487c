"""How much each thing that is seen of a phrase speaks for each part: a table, fitted to data."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dragoman.coding.main_act.model import PARTS, Scores
from dragoman.world.tables import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

FILE = "main_act.tsv"
COLUMNS = ("feature", *PARTS)


@dataclass(frozen=True, slots=True)
class Weights:
    """A log-linear model (Berger et al., 1996): weights of the parts by feature."""

    by_feature: Mapping[str, Scores]

    def scores(self, features: Iterable[str]) -> Scores:
        """The logarithm of each part's probability; features that are not listed say nothing."""
        known = [self.by_feature[name] for name in features if name in self.by_feature]
        first, second, third, fourth = (sum(row[part] for row in known) for part in range(4))
        return normalised((first, second, third, fourth))


def normalised(scores: Scores) -> Scores:
    """Scores moved so that their exponentials add up to 1."""
    top = max(scores)
    whole = top + math.log(sum(math.exp(score - top) for score in scores))
    first, second, third, fourth = (score - whole for score in scores)
    return first, second, third, fourth


@cache
def weights() -> Weights:
    """The table that ships with the package, read once.

    Raises:
        DataError: the table is wrong; the message names file and line.
    """
    return read_weights(resources.files("dragoman.coding") / "data")


def read_weights(folder: Traversable) -> Weights:
    """Read and check the table in a folder.

    Raises:
        DataError: a weight is no finite number, or a feature is listed twice.
    """
    found: dict[str, Scores] = {}
    for row in read_table(folder, FILE, COLUMNS):
        if row["feature"] in found:
            raise row.wrong(f"{row['feature']!r} is listed twice")
        none, actor, recipient, both = (_number(row, part) for part in PARTS)
        found[row["feature"]] = none, actor, recipient, both
    return Weights(found)


def _number(row: Row, column: str) -> float:
    try:
        value = float(row[column])
    except ValueError as error:
        raise row.wrong(f"{row[column]!r} is no number") from error
    if not math.isfinite(value):
        raise row.wrong(f"{row[column]!r} is no finite number")
    return value
