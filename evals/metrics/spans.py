"""Span F1: exact match of label and both ends, micro-averaged.

Tags are read as the CoNLL evaluation does: a span begins at ``B-X``, and also at an ``I-X`` that
does not continue a span of the same label; it ends before the next tag that does not continue it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts, compare, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class LabelledSpan:
    """A span of tokens, ``end`` exclusive, with its label."""

    start: int
    end: int
    label: str


def spans_of(tags: Sequence[str]) -> tuple[LabelledSpan, ...]:
    """Return the spans that a sequence of BIO tags marks.

    Raises:
        ValueError: a tag is neither ``O`` nor ``B-`` or ``I-`` with a label.
    """
    spans: list[LabelledSpan] = []
    start, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, here = _split(tag)
        if label and not (prefix == "I" and here == label):
            spans.append(LabelledSpan(start, index, label))
            label = ""
        if prefix != "O" and not label:
            start, label = index, here
    return tuple(spans)


def span_counts(
    gold: Iterable[LabelledSpan], predicted: Iterable[LabelledSpan]
) -> dict[str, Counts]:
    """Return counts by label for one sentence. Spans are compared as sets."""
    left, right = set(gold), set(predicted)
    labels = sorted({span.label for span in left | right})
    return {
        label: compare(
            (span for span in left if span.label == label),
            (span for span in right if span.label == label),
        )
        for label in labels
    }


def add_by_label(parts: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    """Return the sums by label over sentences."""
    sums: dict[str, Counts] = {}
    for part in parts:
        for label, counts in part.items():
            sums[label] = sums.get(label, Counts()) + counts
    return dict(sorted(sums.items()))


def span_figures(
    by_label: dict[str, Counts],
) -> dict[str, float | dict[str, dict[str, float | None]]]:
    """Return micro precision, recall and F1, and the same by label."""
    micro = total(by_label.values())
    return {
        "precision": micro.precision,
        "recall": micro.recall,
        "f1": micro.f1,
        "by_label": {label: counts.figures() for label, counts in by_label.items()},
    }


def _split(tag: str) -> tuple[str, str]:
    if tag == "O":
        return "O", ""
    prefix, _, label = tag.partition("-")
    if prefix not in ("B", "I") or not label:
        raise ValueError(f"{tag!r} is no BIO tag")
    return prefix, label
