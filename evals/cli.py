"""The command: ``TASK --data FILE``, ``gate`` and ``pin``. Parses, calls, prints."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from dragoman.errors import DragomanError
from evals.floors import FILE, Entry, raised, read_floors, write_floors
from evals.gate import Verdict, failures, is_strict, judge
from evals.published import published
from evals.registry import TASKS
from evals.report import detail_tables, headline, result_table
from evals.run import run_task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.model import Model
    from evals.result import Result

OK, FAILED = 0, 1


def main(arguments: Sequence[str], model: Model) -> int:
    """Run the command on a model and return its exit code: 0 well, 1 failed, 2 used wrongly."""
    options = parser().parse_args(arguments)
    errors = Console(stderr=True)
    try:
        if options.task == "gate":
            return gate(options, model)
        if options.task == "pin":
            return pin(options, model)
        return measure(options, model)
    except DragomanError as error:
        errors.print(f"error: {error}", style="red", markup=False, highlight=False)
        return FAILED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    found = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    found.add_argument("task", help=f"{', '.join(TASKS)}; or gate, or pin")
    found.add_argument("--data", type=Path, help="gold file of the task, plain or .xz")
    found.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    found.add_argument("--errors", type=Path, help="write what went wrong there, JSON lines")
    found.add_argument("--floors", type=Path, default=FILE, help="floors file of gate and pin")
    found.add_argument("--only", action="append", help="gate and pin: only this task; repeatable")
    found.add_argument("--allow-regression", action="store_true", help="pin: may lower floors")
    found.add_argument("--accept-gold", action="store_true", help="pin: take over changed gold")
    return found


def measure(options: argparse.Namespace, model: Model) -> int:
    """Measure one task and print the figures."""
    if options.data is None:
        parser().error("--data FILE is needed to measure a task")
    result = run_task(options.task, options.data, model)
    if options.errors is not None:
        write_misses(result, options.errors)
    if options.json:
        print(result.to_json())
    else:
        show(result)
    return OK


def gate(options: argparse.Namespace, model: Model) -> int:
    """Hold every entry of the floors file against its floors; fail when one breaks."""
    errors = Console(stderr=True, highlight=False)
    verdicts: list[Verdict] = []
    for entry in entries(options):
        verdict = judge(entry, model, strict=is_strict())
        verdicts.append(verdict)
        if verdict.result is not None:
            show(verdict.result, entry)
        if verdict.skipped:
            errors.print(f"SKIPPED {verdict.skipped}", style="yellow", markup=False)
    broken = failures(verdicts)
    for line in broken:
        errors.print(f"FAILED {line}", style="red", markup=False)
    held = sum(verdict.result is not None and not verdict.failures for verdict in verdicts)
    skipped = sum(verdict.skipped is not None for verdict in verdicts)
    errors.print(f"{held} held, {skipped} skipped, {len(broken)} failed")
    return FAILED if broken else OK


def pin(options: argparse.Namespace, model: Model) -> int:
    """Raise the floors to the present figures; all or nothing is written."""
    chosen = entries(options)
    pinned: dict[str, Entry] = {}
    for entry in chosen:
        result = run_task(entry.task, entry.path, model)
        pinned[entry.name] = raised(
            entry,
            result,
            allow_regression=options.allow_regression,
            accept_gold=options.accept_gold,
        )
        show(result, pinned[entry.name])
    kept = read_floors(options.floors)
    write_floors(tuple(pinned.get(entry.name, entry) for entry in kept), options.floors)
    return OK


def entries(options: argparse.Namespace) -> tuple[Entry, ...]:
    """Return the entries of the floors file that were asked for."""
    found = read_floors(options.floors)
    return tuple(entry for entry in found if not options.only or entry.task in options.only)


def show(result: Result, entry: Entry | None = None) -> None:
    """Print a result as tables."""
    console = Console(highlight=False)
    floors = entry.floors if entry else None
    console.print(headline(result), style="bold")
    console.print(result_table(result, published(result.task), floors))
    if entry is None:
        for table in detail_tables(result):
            console.print(table)


def write_misses(result: Result, path: Path) -> None:
    """Write one JSON line for each example that went wrong."""
    lines = (json.dumps(miss, ensure_ascii=False) for miss in result.outcome.misses)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
