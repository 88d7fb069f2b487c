"""PLOVER's type between a marked actor and recipient, and the penta code of the same.

One JSON object a line: ``marked`` (a text with ``<s>actor</s>`` and ``<t>recipient</t>``),
``event`` (``YIELD`` stands for CONCEDE and RETREAT, which are read as it), ``penta`` (0 to 4).
Besides the figures on ``event`` there are ``penta_accuracy`` and ``penta_macro_f1``, where the
file has ``penta``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.files import json_lines
from evals.forms import Form
from evals.marking import untagged
from evals.metrics.classes import class_counts, macro_f1
from evals.metrics.counts import total
from evals.result import Outcome
from evals.tasks.classes import PENTA, Example, answers, code, measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dragoman.language import MarkedText
    from evals.model import Model

SIDES = {"s": "first", "t": "second"}
YIELDING = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Relation:
    """A text with a marked actor and recipient, its type and penta code."""

    item: MarkedText
    event: str
    penta: str | None


def run(path: Path, model: Model) -> Outcome:
    """Measure the type of marked pairs."""
    relations = tuple(read(path))
    outcome = measured([Example(each.item, each.event) for each in relations], "relation", model)
    metrics = {**outcome.metrics, **penta_figures(relations, model)}
    return Outcome(outcome.n, metrics, outcome.misses)


def read(path: Path) -> Iterator[Relation]:
    """Yield the pairs of a file.

    Raises:
        GoldError: a line does not have the form, or its tags do not fit together.
    """
    for line, values in json_lines(path):
        form = Form(values, path, line)
        event = form.string("event")
        try:
            item = untagged(form.string("marked"), SIDES)
        except ValueError as error:
            raise form.error(f"'marked': {error}") from error
        penta = code(form, "penta") if "penta" in values else None
        yield Relation(item, "YIELD" if event in YIELDING else event, penta)


def penta_figures(relations: Sequence[Relation], model: Model) -> dict[str, float]:
    """Return accuracy and macro F1 of the penta code, nothing where the file has none."""
    coded = [each for each in relations if each.penta is not None]
    if not coded:
        return {}
    found = answers([each.item for each in coded], "penta", model, PENTA)
    by_label = class_counts([str(each.penta) for each in coded], found)
    return {
        "penta_accuracy": total(by_label.values()).recall,
        "penta_macro_f1": macro_f1(by_label),
    }
