"""What questions to stores of several sizes took, as JSON and as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table

from benchmarks.report import Machine

Took = Mapping[str, Any]
"""What one question took in one store (:class:`benchmarks.asking.Taken`)."""


@dataclass(frozen=True, slots=True)
class Answers:
    """One run; ``told`` is what the worker measured (:class:`benchmarks.asking.AskedOf`)."""

    machine: Machine
    told: Mapping[str, Any]

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of ``--json``; times are milliseconds."""
        return {"machine": asdict(self.machine), **self.told}

    def tables(self) -> tuple[Table, ...]:
        """Return the tables of the run: answers of one size, and answers that grow."""
        return (
            self._table("p95, ms; answers of one size", "same", "p95", _times),
            self._table("median for a row of the answer, ms", "growing", "per_row", _each),
        )

    def _table(self, title: str, which: str, value: str, told: Any) -> Table:
        made = Table(title=title, title_justify="left", caption=self._caption())
        made.add_column("question")
        for count, size in self.told["sizes"].items():
            made.add_column(f"{int(count):,}\n{size / 1e6:,.0f} MB", justify="right")
        made.add_column("largest / one before", justify="right")
        for name, took in self.told[which].items():
            made.add_row(name, *map(told, took), f"{_growth(took, value):.2f}")
        return made

    def _caption(self) -> str:
        where = self.machine
        return (
            f"{where.processor}, {where.cores} cores; time of the processor, in brackets rows of "
            "an answer. Ratios hold anywhere, the rest is of this machine on this day."
        )


def _times(took: Took) -> str:
    return f"{took['p95']:.1f} ({took['rows']:,.0f})"


def _each(took: Took) -> str:
    return f"{took['per_row']:.3f} ({took['rows']:,.0f})"


def _growth(took: Sequence[Took], value: str) -> float:
    """Return the value of the largest store by that of the one before."""
    before, last = took[-2:] if len(took) > 1 else (took[-1], took[-1])
    return float(last[value] / before[value])
