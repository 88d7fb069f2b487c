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
        """Return the table of the run, one stretch a row."""
        made = Table(
            title=f"articles made from {self.told['sample']} that were read",
            caption=f"{self.machine.processor}, {self.machine.cores} cores. Ratios hold anywhere, "
            "the rest is of this machine on this day.",
            title_justify="left",
        )
        for name in ("store holds", "to read one, ms", "to add it, ms", "add / bare reader", "kB"):
            made.add_column(name, justify="right")
        for each in self.told["stretches"]:
            made.add_row(
                f"{each['articles']:,}",
                f"{each['reading'] * 1000:.1f}",
                f"{each['adding'] * 1000:.1f}",
                f"{each['ratio']:.2f}",
                f"{each['size'] / 1000:.1f}",
            )
        return (made,)
