"""The penta code of a whole sentence: ``{"text", "penta"}``, 0 to 4, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language import MarkedText
from evals.files import json_lines
from evals.forms import Form
from evals.tasks.classes import PENTA, Example, code, measured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.model import Model
    from evals.result import Outcome


def run(path: Path, model: Model) -> Outcome:
    """Measure the penta code of sentences without marks."""
    return measured(tuple(read(path)), "quadrant", model, PENTA)


def read(path: Path) -> Iterator[Example]:
    """Yield the sentences of a file."""
    for line, values in json_lines(path):
        form = Form(values, path, line)
        yield Example(MarkedText(form.string("text")), code(form, "penta"))
