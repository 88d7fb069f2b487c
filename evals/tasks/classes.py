"""What the tasks with one class an example share: asking, counting, telling what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language import MarkedText
from evals.errors import EvaluationError
from evals.metrics.classes import class_figures
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from evals.forms import Form
    from evals.model import Model

PENTA = {
    "neutral": "0",
    "verbal cooperation": "1",
    "material cooperation": "2",
    "verbal conflict": "3",
    "material conflict": "4",
}
"""The penta code of each of the model's answers."""


@dataclass(frozen=True, slots=True)
class Example:
    """A marked text and the class that the gold gives it."""

    item: MarkedText
    gold: str


def measured(
    examples: Sequence[Example], decision: str, model: Model, codes: Mapping[str, str] | None = None
) -> Outcome:
    """Return figures and misses for one decision.

    Args:
        examples: what is asked, in order.
        decision: the name of the model's decision.
        model: who is asked.
        codes: the gold file's class for each of the model's answers; the same where not given.

    Raises:
        EvaluationError: the model did not give one known answer for every example.
    """
    predicted = answers([each.item for each in examples], decision, model, codes)
    figures = class_figures([each.gold for each in examples], predicted)
    return Outcome(len(examples), figures, misses(examples, predicted))


def answers(
    items: Sequence[MarkedText], decision: str, model: Model, codes: Mapping[str, str] | None = None
) -> list[str]:
    """Return the model's answers as classes of the gold file; see :func:`measured`."""
    found = model.language.decided(items, decision)
    if len(found) != len(items):
        raise EvaluationError(f"{len(items)} texts got {len(found)} answers to {decision!r}.")
    if codes is None:
        return found
    unknown = sorted(set(found) - set(codes))
    if unknown:
        raise EvaluationError(f"{unknown[0]!r} is no known answer to {decision!r}.")
    return [codes[answer] for answer in found]


def misses(examples: Sequence[Example], predicted: Sequence[str]) -> tuple[Miss, ...]:
    """Return each example that got the wrong class, with its marked words."""
    return tuple(
        {"text": each.item.text, **_words(each.item), "gold": each.gold, "predicted": answer}
        for each, answer in zip(examples, predicted, strict=True)
        if each.gold != answer
    )


def code(form: Form, name: str) -> str:
    """Return a whole number of a gold file as a string: both 2 and 2.0 are ``"2"``.

    Raises:
        GoldError: it is absent or no whole number.
    """
    value = form.values.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise form.error(f"{name!r} must be a whole number")
    return str(int(value))


def _words(item: MarkedText) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for mark, (start, end) in item.marks:
        words.setdefault(mark, []).append(item.text[start:end])
    return words
