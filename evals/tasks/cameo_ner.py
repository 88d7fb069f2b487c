"""Actors and recipients on the CAMEO spans: tokens with tags for S, T and R.

The tokens are joined into a text (:mod:`evals.joining`), the sentence is read, and the sides of its
main act are asked for (:mod:`dragoman.coding.main_act`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.main_act import sides
from evals.joining import Extent, join_tokens, tokens_in
from evals.metrics.spans import LabelledSpan
from evals.model import Model, exact_article
from evals.tasks.names import outcome, read_tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dragoman.coding.main_act import Side
    from evals.result import Outcome


LABELS = {"actor": "S", "recipient": "T", "both": "R"}
"""The set's labels by part in the act."""


def run(path: Path, model: Model) -> Outcome:
    """Measure actor and recipient spans."""
    sentences = tuple(read_tagged(path))
    joined = [join_tokens(sentence.tokens) for sentence in sentences]
    docs = model.language.pipe(exact_article(text) for text, _ in joined)
    predicted = [
        token_spans(sides(model.coder.record(doc), doc), extents)
        for doc, (_, extents) in zip(docs, joined, strict=True)
    ]
    return outcome(sentences, predicted)


def token_spans(found: Iterable[Side], extents: Sequence[Extent]) -> tuple[LabelledSpan, ...]:
    """Return phrases with their part as spans of tokens."""
    spans: dict[LabelledSpan, None] = {}
    for part, phrase in found:
        tokens = tokens_in([phrase], extents)
        if tokens:
            spans[LabelledSpan(tokens[0], tokens[-1] + 1, LABELS[part])] = None
    return tuple(spans)
