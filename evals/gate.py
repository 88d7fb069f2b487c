"""The gate: every figure above its floor, on the gold its floor was set on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.files import sha256
from evals.floors import Entry
from evals.model import Model
from evals.result import Result
from evals.run import run_task

Measure = Callable[[str, Path, Model], Result]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one entry: a result, or why there is none; and what is wrong."""

    entry: Entry
    result: Result | None
    skipped: str | None = None
    failures: tuple[str, ...] = ()


def is_strict() -> bool:
    """Whether missing gold is a failure: ``DRAGOMAN_STRICT=1``."""
    return os.environ.get("DRAGOMAN_STRICT", "") not in ("", "0")


def judge(
    entry: Entry, model: Model, *, strict: bool = False, measure: Measure = run_task
) -> Verdict:
    """Hold one entry against its floors.

    Shared gold that is absent is skipped, or fails where ``strict``; gold of this repository
    must be there. Changed gold fails without a run.
    """
    if not entry.path.exists():
        missing = f"{entry.name}: {entry.path} is not there"
        if strict or entry.root == "repository":
            return Verdict(entry, None, failures=(missing,))
        return Verdict(entry, None, skipped=missing)
    if sha256(entry.path) != entry.sha256:
        changed = f"{entry.name}: the gold is not the one its floors were set on"
        return Verdict(entry, None, failures=(changed,))
    result = measure(entry.task, entry.path, model)
    return Verdict(entry, result, failures=tuple(entry.broken(result)))


def failures(verdicts: Iterable[Verdict]) -> list[str]:
    """Return all that is wrong, in order."""
    return [failure for verdict in verdicts for failure in verdict.failures]
