"""How long users of two desks waited, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table

from benchmarks.report import Machine

Waited = Mapping[str, Any]
"""How long users of one desk waited (:class:`benchmarks.loading.Waited`)."""


@dataclass(frozen=True, slots=True)
class Waits:
    """One run; ``told`` is what the worker measured (:class:`benchmarks.loading.Loaded`)."""

    machine: Machine
    told: Mapping[str, Any]

    def to_dict(self) -> dict[str, object]:
        """Return the JSON object of ``--json``; times are milliseconds."""
        return {"machine": asdict(self.machine), **self.told}

    def tables(self) -> tuple[Table, ...]:
        """Return the table of the run, one page a row."""
        load, pages = self.told["load"], self.told["pages"]
        where = self.machine
        made = Table(
            title=f"p95 until a page came, ms; {load['users']} users at once",
            title_justify="left",
            caption=f"{where.processor}, {where.cores} cores for desks and users together. Ratios "
            "hold anywhere, the rest is of this machine on this day.",
        )
        made.add_column("page")
        for each in next(iter(pages.values())):
            made.add_column(f"{each['articles']:,}\narticles", justify="right")
        for name in ("largest / smallest", "kB", "asked", "errors"):
            made.add_column(name, justify="right")
        for name, some in pages.items():
            made.add_row(name, *_row(some))
        return (made,)


def _row(some: Sequence[Waited]) -> tuple[str, ...]:
    waits = [f"{each['p95']:,.0f}" for each in some]
    ratio = some[-1]["p95"] / some[0]["p95"]
    asked, errors = (sum(each[name] for each in some) for name in ("asked", "errors"))
    return (*waits, f"{ratio:.2f}", f"{some[-1]['size'] / 1000:.0f}", f"{asked:,}", str(errors))
