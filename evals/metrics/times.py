"""Expressions of time: strict F1 (both ends), relaxed F1 (any overlap), value F1 (overlap, dates).

Gold and predicted expressions of a text are paired one to one: first those with the same ends,
then those with the same dates, then by the length of the overlap. A pair has the right value
where the earliest and the latest date agree, None with None. Two moments agree where they are one
instant, whatever zone they are printed in; a moment without a zone agrees with none that has one,
and a date only with a date of the same precision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class TimedSpan:
    """Characters ``begin`` to ``end`` (exclusive) with the first and last date they may mean."""

    begin: int
    end: int
    earliest: str | None
    latest: str | None

    @property
    def ends(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.begin, self.end

    @property
    def value(self) -> tuple[str | None, str | None]:
        """Both dates, moments in one common form."""
        return comparable(self.earliest), comparable(self.latest)

    def overlap(self, other: TimedSpan) -> int:
        """How many characters two spans share."""
        return max(0, min(self.end, other.end) - max(self.begin, other.begin))


@dataclass(frozen=True, slots=True)
class TimeCounts:
    """Counts for the three figures; they add up over texts."""

    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)

    def __add__(self, other: TimeCounts) -> TimeCounts:
        return TimeCounts(
            self.strict + other.strict, self.relaxed + other.relaxed, self.value + other.value
        )

    def figures(self) -> dict[str, float]:
        """The three figures by name."""
        return {
            "strict_f1": self.strict.f1,
            "relaxed_f1": self.relaxed.f1,
            "value_f1": self.value.f1,
        }


def comparable(date: str | None) -> str | None:
    """An ISO date as it is; a moment with a zone in UTC, seconds of zero left out.

    Raises:
        ValueError: a date with a time is none of ISO 8601.
    """
    if date is None or "T" not in date:
        return date
    moment = datetime.fromisoformat(date)
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def paired(
    gold: Sequence[TimedSpan], predicted: Sequence[TimedSpan]
) -> list[tuple[TimedSpan, TimedSpan]]:
    """Return the pairs of gold and predicted expressions that answer one another."""
    ranked = sorted(
        (one.ends != two.ends, one.value != two.value, -shared, left, right)
        for left, one in enumerate(gold)
        for right, two in enumerate(predicted)
        if (shared := one.overlap(two))
    )
    lefts, rights = set[int](), set[int]()
    pairs = []
    for *_, left, right in ranked:
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            pairs.append((gold[left], predicted[right]))
    return pairs


def time_counts(gold: Iterable[TimedSpan], predicted: Iterable[TimedSpan]) -> TimeCounts:
    """Return the counts for one text."""
    left, right = tuple(gold), tuple(predicted)
    pairs = paired(left, right)

    def counts(hits: int) -> Counts:
        return Counts(hits, len(left), len(right))

    return TimeCounts(
        counts(sum(one.ends == two.ends for one, two in pairs)),
        counts(len(pairs)),
        counts(sum(one.value == two.value for one, two in pairs)),
    )
