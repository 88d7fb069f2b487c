"""Actors and recipients on the CAMEO spans: tokens with tags for S, T and R.

The tokens are joined into a text (:mod:`evals.joining`), the sentence is read, and the record's
event is turned into noun phrases (:mod:`evals.participants`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.joining import Extent, join_tokens, tokens_in
from evals.metrics.spans import LabelledSpan
from evals.model import Model, exact_article
from evals.participants import Labelled, participants
from evals.tasks.names import outcome, read_tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from evals.result import Outcome


def run(path: Path, model: Model) -> Outcome:
    """Measure actor and recipient spans."""
    sentences = tuple(read_tagged(path))
    joined = [join_tokens(sentence.tokens) for sentence in sentences]
    docs = model.language.pipe(exact_article(text) for text, _ in joined)
    predicted = [
        token_spans(participants(model.coder.record(doc), doc), extents)
        for doc, (_, extents) in zip(docs, joined, strict=True)
    ]
    return outcome(sentences, predicted)


def token_spans(phrases: Iterable[Labelled], extents: Sequence[Extent]) -> tuple[LabelledSpan, ...]:
    """Return labelled phrases as spans of tokens."""
    spans: dict[LabelledSpan, None] = {}
    for label, phrase in phrases:
        tokens = tokens_in([phrase], extents)
        if tokens:
            spans[LabelledSpan(tokens[0], tokens[-1] + 1, label)] = None
    return tuple(spans)
