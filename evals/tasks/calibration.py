"""How far the confidences of whole records lie from the share of facts that are right.

``events_error`` … are expected calibration errors of the confidences as shipped; ``events_fit`` …
are 1 − that error, so that a floor can hold them. ``by_bin`` tells the bins.
The curves are fitted on the development articles themselves: what holds on others is printed by
``python -m tools.calibrate``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.gold_records import read_gold
from evals.metrics.calibration import bins, calibration_error
from evals.metrics.facts import KINDS
from evals.observations import observations
from evals.result import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from evals.model import Model
    from evals.result import Figure, Table


def run(path: Path, model: Model) -> Outcome:
    """Measure the confidences of whole records on a file or folder of gold records."""
    golds = read_gold(path)
    articles = observations(golds, model, model.reader.pipe)
    figures: dict[str, Figure | Table] = {}
    by_bin: dict[str, dict[str, Figure]] = {}
    for kind in KINDS:
        seen = [pair for article in articles for pair in article[kind]]
        error = calibration_error(seen) if seen else None
        figures[f"{kind}_error"] = error
        figures[f"{kind}_fit"] = None if error is None else 1.0 - error
        for number, each in enumerate(bins(seen) if seen else (), 1):
            by_bin[f"{kind} {number}"] = {
                "confidence": each.confidence, "share": each.share, "facts": float(each.facts),
            }  # fmt: skip
    return Outcome(len(golds), {**figures, "by_bin": by_bin})
