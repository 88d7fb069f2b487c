"""Sentiment towards targets: each target of each sentence is an example.

One JSON object a line: ``text``, ``targets``: objects with ``from``, ``to`` (characters) and
``polarity`` (2 negative, 4 neutral, 6 positive).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language import MarkedText
from evals.files import json_lines
from evals.forms import Form
from evals.tasks.classes import Example, code, measured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.model import Model
    from evals.result import Outcome

POLARITIES = {"negative": "2", "neutral": "4", "positive": "6"}
"""The file's polarity for each of the model's answers."""


def run(path: Path, model: Model) -> Outcome:
    """Measure sentiment towards targets."""
    return measured(tuple(read(path)), "polarity", model, POLARITIES)


def read(path: Path) -> Iterator[Example]:
    """Yield the targets of a file.

    Raises:
        GoldError: a line does not have the form, or a target is no part of its text.
    """
    for line, values in json_lines(path):
        form = Form(values, path, line)
        text = form.string("text")
        for target in form.forms("targets"):
            marks = (("first", _extent(target, text)),)
            yield Example(MarkedText(text, marks), code(target, "polarity"))


def _extent(target: Form, text: str) -> tuple[int, int]:
    start, end = target.values.get("from"), target.values.get("to")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise target.error(f"{start!r} to {end!r} is no part of the text")
    return start, end
