from __future__ import annotations

import pytest
from rich.console import Console

from evals.report import detail_tables, result_table
from evals.result import Metrics, Outcome, Result


def printed(metrics: Metrics) -> list[str]:
    console = Console(width=80)
    with console.capture() as capture:
        for table in detail_tables(Result("t", "d", "0", "m", 0.0, Outcome(1, metrics))):
            console.print(table)
    return capture.get().splitlines()


@pytest.mark.parametrize(
    ("table", "title", "columns", "row"),
    [
        ({"a": {"f1": 0.5, "gold": 4}}, "by label", ["f1", "gold"], ["a", "50.0", "4"]),
        ({"a": 0.25}, "by label", ["share"], ["a", "25.0"]),
        ({"a": None}, "by label", ["share"], ["a", "–"]),
    ],
)
def test_figures_by_label_are_shown(
    table: dict[str, dict[str, float | None]] | dict[str, float | None],
    title: str,
    columns: list[str],
    row: list[str],
) -> None:
    lines = printed({"f1": 1.0, "by_label": table})
    assert lines[0].strip() == title
    assert any(all(column in line for column in columns) for line in lines)
    assert any([cell.strip() for cell in line.strip("│").split("│")] == row for line in lines)


def test_plain_figures_have_no_table() -> None:
    assert printed({"f1": 1.0}) == []


def test_kilometres_are_shown_as_such() -> None:
    result = Result("t", "d", "0", "m", 0.0, Outcome(1, {"exact": 0.5, "mean_km": 123.4}))
    console = Console(width=80)
    with console.capture() as capture:
        console.print(result_table(result, ()))
    assert "123 km" in capture.get()
