"""A mean with its 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, stdev
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Two-sided 95 % quantiles of Student's t by degrees of freedom, 1 to 30; beyond, the normal one.
STUDENT = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
NORMAL = 1.960


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and half the width of its interval, ``None`` where one value tells nothing of it."""

    mean: float
    half: float | None
    n: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Interval:
        """Return the mean of one or more values with its 95 % interval by Student's t.

        Raises:
            ValueError: there is no value.
        """
        if not values:
            raise ValueError("A mean needs at least one value.")
        size = len(values)
        if size == 1:
            return cls(values[0], None, 1)
        quantile = STUDENT[size - 2] if size - 2 < len(STUDENT) else NORMAL
        return cls(fmean(values), quantile * stdev(values) / size**0.5, size)

    def to_dict(self) -> dict[str, float | None]:
        """Return mean, lower and upper end and the number of values."""
        ends = (None, None) if self.half is None else (self.mean - self.half, self.mean + self.half)
        return {"mean": self.mean, "low": ends[0], "high": ends[1], "n": self.n}

    def shown(self, digits: int = 0) -> str:
        """Return the mean, with ± where there is an interval."""
        half = "" if self.half is None else f" ± {self.half:,.{digits}f}"
        return f"{self.mean:,.{digits}f}{half}"
