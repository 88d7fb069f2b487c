"""Sentiment between two names in brackets, and which way it goes.

One JSON object a line: ``text`` with ``[p]`` and ``[q]``, ``p``, ``q`` (the words in brackets),
``label``: 0 none, 1 p towards q positive, 2 q towards p positive, 3 and 4 the same, negative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.files import json_lines
from evals.forms import Form
from evals.marking import unbracketed
from evals.tasks.classes import Example, code, measured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.model import Model
    from evals.result import Outcome

LABELS = {
    "none": "0",
    "first positive": "1",
    "second positive": "2",
    "first negative": "3",
    "second negative": "4",
}
"""The file's label for each of the model's answers; first is p, second q."""


def run(path: Path, model: Model) -> Outcome:
    """Measure directed sentiment; each row is an example of its own."""
    return measured(tuple(read(path)), "sentiment", model, LABELS)


def read(path: Path) -> Iterator[Example]:
    """Yield the pairs of a file, brackets taken out of the text."""
    for line, values in json_lines(path):
        form = Form(values, path, line)
        names = {"first": form.string("p"), "second": form.string("q")}
        yield Example(unbracketed(form.string("text"), names), code(form, "label"))
