"""How many facts began on which day: what the time brush of the filters is drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MOST = 160
"""Bars at most; where there are more days, a bar stands for several."""

_FAR = 0.01
_WORTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Facts by the day on which they may have begun, in stretches of equal length.

    Attributes:
        first: The first day that is shown.
        last: The last one.
        width: Days of a stretch.
        counts: Facts of each stretch.
        before: Facts that are earlier than what is shown.
        after: Facts that are later.
    """

    first: date
    last: date
    width: int
    counts: tuple[int, ...]
    before: int = 0
    after: int = 0


def histogram(
    by_day: Mapping[date, int], *, since: date | None = None, until: date | None = None
) -> Histogram | None:
    """Return the days with their facts; nothing where there are none.

    A few facts that are far from all others are counted and not shown, lest the others have no
    room, unless they lie within the days that are chosen.

    Args:
        by_day: How many facts began on which day.
        since: The first day that is chosen.
        until: The last one.
    """
    if not by_day:
        return None
    earliest, latest = min(by_day), max(by_day)
    chosen = (min(max(day, earliest), latest) for day in (since, until) if day is not None)
    shown = (*_shown(by_day), *chosen)
    return _counted(by_day, min(shown), max(shown))


def _counted(by_day: Mapping[date, int], first: date, last: date) -> Histogram:
    """Count facts from a first day up to a last one, and the days that fill its bar."""
    days = (last - first).days + 1
    width = -(-days // MOST)
    bars = -(-days // width)
    counts: Counter[int] = Counter()
    for day, count in by_day.items():
        counts[(day - first).days // width] += count
    return Histogram(
        first=first,
        last=first + timedelta(bars * width - 1),
        width=width,
        counts=tuple(counts[bar] for bar in range(bars)),
        before=sum(count for bar, count in counts.items() if bar < 0),
        after=sum(count for bar, count in counts.items() if bar >= bars),
    )


def _shown(by_day: Mapping[date, int]) -> tuple[date, date]:
    """Return the first and last day, or those of nearly all facts where that is far shorter."""
    days = sorted(by_day)
    first, last = _core(by_day, days)
    whole, core = (days[-1] - days[0]).days + 1, (last - first).days + 1
    return (first, last) if core * _WORTH < whole else (days[0], days[-1])


def _core(by_day: Mapping[date, int], days: list[date]) -> tuple[date, date]:
    """Return the days that all but the hundredth part at either end lie between."""
    far = sum(by_day.values()) * _FAR
    return _reached(by_day, days, far), _reached(by_day, days[::-1], far)


def _reached(by_day: Mapping[date, int], days: list[date], far: float) -> date:
    """Return the first of some days up to which more than so many facts are counted."""
    counted = 0
    for day in days:
        counted += by_day[day]
        if counted > far:
            return day
    return days[-1]
