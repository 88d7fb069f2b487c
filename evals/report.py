"""Results as tables in the terminal, beside published figures and floors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from evals.published import Published
    from evals.result import Figure, Result

NOTHING = "–"
COUNTED = frozenset({"hits", "gold", "predicted"})
"""Columns that hold numbers of facts, not fractions."""

SHARE = "share"
"""The column of a table with one figure by label."""


def result_table(
    result: Result, beside: tuple[Published, ...], floors: Mapping[str, float] | None = None
) -> Table:
    """Return a table of one result: a row a figure, a column a published system."""
    table = Table(caption=_sources(beside), caption_justify="left")
    table.add_column("figure")
    table.add_column("here", justify="right", style="bold")
    if floors is not None:
        table.add_column("floor", justify="right")
    for system in beside:
        table.add_column(system.system, justify="right")
    for name, value in result.figures().items():
        row = [name, _shown(value, name, floors)]
        row += [percent(floors.get(name))] if floors is not None else []
        table.add_row(*row, *(percent(system.metrics.get(name)) for system in beside))
    for name, value in result.distances().items():
        table.add_row(name, f"{value:.0f} km")
    return table


def headline(result: Result) -> str:
    """Return what was measured on what, in one line."""
    examples = "example" if result.outcome.n == 1 else "examples"
    return f"{result.task} on {result.data}: {result.outcome.n} {examples}, {result.model}"


def detail_tables(result: Result) -> list[Table]:
    """Return a table for each set of figures by label."""
    tables = []
    for name, value in result.outcome.metrics.items():
        if isinstance(value, Mapping) and value:
            tables.append(_detail(name, value))
    return tables


def percent(value: float | None) -> str:
    """Return a fraction as a percentage with one decimal."""
    return NOTHING if value is None else f"{100 * value:.1f}"


def _detail(name: str, by_label: Mapping[str, Figure | Mapping[str, Figure]]) -> Table:
    rows = {
        label: figures if isinstance(figures, Mapping) else {SHARE: figures}
        for label, figures in by_label.items()
    }
    columns = list(dict.fromkeys(column for figures in rows.values() for column in figures))
    table = Table(title=name.replace("_", " "), title_justify="left")
    for column in ("", *columns):
        table.add_column(column, justify="right" if column else "left")
    for label, figures in rows.items():
        table.add_row(label, *(_cell(column, figures.get(column)) for column in columns))
    return table


def _cell(column: str, value: float | None) -> str:
    return str(value) if column in COUNTED and value is not None else percent(value)


def _shown(value: float, name: str, floors: Mapping[str, float] | None) -> str:
    below = floors is not None and value < floors.get(name, 0.0)
    return f"[red]{percent(value)}[/red]" if below else percent(value)


def _sources(beside: tuple[Published, ...]) -> str | None:
    sources = dict.fromkeys(f"{each.system}: {each.source} ({each.split})" for each in beside)
    return "\n".join(sources) or None
