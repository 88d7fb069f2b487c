"""Places in texts: which names were found, and which place each was taken for.

- identification: a name is found where both its ends are the gold's; micro F1 over all texts.
- ``exact``: share of the gold toponyms with a GeoNames id that were resolved to that id.
- ``acc161``: share of them that were resolved to that id, or to a place within 161 km (100 miles)
  of its coordinates. One id is one place, whatever point in a country two tables set for it.
- ``mean_km``: mean distance to the gold's coordinates over those that were resolved to a place
  with coordinates; 0 for the same id. Those resolved to nothing have no distance, and count as
  wrong in the two shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.result import Figure

NEAR = 161.0
"""Kilometres within which a place counts as found."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold toponym with an id: whether it was resolved to it, and how far off otherwise.

    ``kilometres`` is ``None`` where it was resolved to nothing, or to a place without coordinates.
    """

    exact: bool
    kilometres: float | None

    @property
    def near(self) -> bool:
        """Whether it was resolved to the gold's place or to one nearby."""
        return self.exact or (self.kilometres is not None and self.kilometres <= NEAR)


def resolution_figures(judged: Sequence[Judged]) -> dict[str, Figure]:
    """Return ``exact``, ``acc161`` and ``mean_km``; ``None`` where there was nothing to resolve."""
    apart = [each.kilometres for each in judged if each.kilometres is not None]
    return {
        "exact": _share([each.exact for each in judged]),
        "acc161": _share([each.near for each in judged]),
        "mean_km": sum(apart) / len(apart) if apart else None,
    }


def _share(right: Sequence[bool]) -> float | None:
    return sum(right) / len(right) if right else None
