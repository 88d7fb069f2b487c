"""What a task returns, and the one JSON object that is printed of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Figure = float | None
"""A fraction of 1, or kilometres; ``None`` where there was nothing to count."""

Table = Mapping[str, Figure] | Mapping[str, Mapping[str, Figure]]
Metrics = Mapping[str, Figure | Table]
"""Figures by name; ``by_label`` and its like hold one or several figures by label."""

Miss = Mapping[str, object]
"""One example that went wrong, for ``--errors``."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task measured: number of examples, figures, and each example that went wrong."""

    n: int
    metrics: Metrics
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome with what it was measured on and by."""

    task: str
    data: str
    sha256: str
    model: str
    seconds: float
    outcome: Outcome = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of ``--json``."""
        return {
            "task": self.task,
            "data": self.data,
            "sha256": self.sha256,
            "n": self.outcome.n,
            "model": self.model,
            "metrics": rounded(self.outcome.metrics),
            "seconds": round(self.seconds, 2),
        }

    def to_json(self) -> str:
        """Return :meth:`to_dict` as one line."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def figures(self) -> dict[str, float]:
        """Return the plain fractions by name, without the tables by label: floors can be set."""
        return {name: value for name, value in self._numbers() if not is_distance(name)}

    def distances(self) -> dict[str, float]:
        """Return the plain figures that are kilometres, the fewer the better, by name."""
        return {name: value for name, value in self._numbers() if is_distance(name)}

    def _numbers(self) -> Iterator[tuple[str, float]]:
        for name, value in self.outcome.metrics.items():
            if isinstance(value, int | float):
                yield name, float(value)


def is_distance(name: str) -> bool:
    """Whether a figure counts kilometres, and is no fraction."""
    return name.endswith("_km")


def rounded(value: object) -> object:
    """Return figures rounded to six places, in any depth of mappings."""
    if isinstance(value, Mapping):
        return {name: rounded(part) for name, part in value.items()}
    return round(value, 6) if isinstance(value, float) else value
