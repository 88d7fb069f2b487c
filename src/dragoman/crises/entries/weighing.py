"""What most origins tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.crises.entries.model import Report


def most_told(reports: Iterable[Report], value: Callable[[Report], Any]) -> Any:
    """Return the value that most origins tell, of equals the surest report's; absent ones aside."""
    found: dict[Any, list[Report]] = defaultdict(list)
    for report in reports:
        told = value(report)
        if told is not None:
            found[told].append(report)

    def weight(told: Any) -> tuple[int, float, str]:
        some = found[told]
        surest = max(each.told.fact.confidence for each in some)
        return -len({each.origin for each in some}), -surest, str(told)

    return min(found, key=weight, default=None)
