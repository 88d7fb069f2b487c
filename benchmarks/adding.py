"""What adding articles cost, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table

from benchmarks.report import Machine


@dataclass(frozen=True, slots=True)
class Adding:
    """One run; ``told`` is what the worker measured (:class:`benchmarks.filling.Filled`)."""

    machine: Machine
    data: str
    words: int
    told: Mapping[str, Any]

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of ``--json``; seconds and bytes are an article."""
        return {"machine": asdict(self.machine), "data": self.data, **self.told}

    def tables(self) -> tuple[Table, ...]:
        """Return the tables of the run: adding beside reading, and one stretch of filling a row."""
        return (self._beside(), self._filled())

    def _beside(self) -> Table:
        made = Table(
            title="adding beside bare reading, in turns",
            caption=f"{self.machine.processor}, {self.machine.cores} cores; 95 % intervals. Ratios "
            "hold anywhere, the rest is of this machine on this day.",
            title_justify="left",
        )
        for name in ("store holds", "to read one, ms", "to add one, ms", "add / bare reader"):
            made.add_column(name, justify="right")
        for each in self.told["beside"]:
            made.add_row(
                f"{each['articles']:,}",
                f"{each['reading']['mean'] * 1000:.1f}",
                f"{each['adding']['mean'] * 1000:.1f}",
                _with_ends(each["ratio"]),
            )
        return made

    def _filled(self) -> Table:
        made = Table(
            title=f"articles made from {self.told['sample']} that were read",
            title_justify="left",
        )
        for name in ("store holds", "to write one, ms", "kB of the store"):
            made.add_column(name, justify="right")
        for each in self.told["stretches"]:
            made.add_row(
                f"{each['articles']:,}",
                f"{each['writing'] * 1000:.1f}",
                f"{each['size'] / 1000:.1f}",
            )
        return made


def _with_ends(told: Mapping[str, float]) -> str:
    return f"{told['mean']:.2f} ({told['low']:.2f} to {told['high']:.2f})"
