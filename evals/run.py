"""Running one task on one file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from evals.files import sha256
from evals.registry import task
from evals.result import Result

if TYPE_CHECKING:
    from pathlib import Path

    from evals.model import Model


def run_task(name: str, data: Path, model: Model) -> Result:
    """Measure a task on a file.

    ``seconds`` counts from the first look at the file to the figures, loading the model
    included.

    Raises:
        UnknownTask: there is no such task, or not yet.
        GoldError: the file is missing or does not have the form of the task.
    """
    run = task(name)
    digest = sha256(data)
    begin = time.perf_counter()
    outcome = run(data, model)
    seconds = time.perf_counter() - begin
    return Result(name, data.name, digest, model.version, seconds, outcome)
