"""Names on re3d: tokens with BIO tags, one sentence a line, ``{"tokens", "tags"}``.

The head is asked for the tags of the tokens as they are given, so that every span maps exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.errors import EvaluationError
from evals.files import json_lines
from evals.forms import Form
from evals.metrics.spans import LabelledSpan, add_by_label, span_counts, span_figures, spans_of
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.model import Model

HEAD = "defence"
"""The head with re3d's labels."""


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence in tokens, with the spans its tags mark."""

    tokens: tuple[str, ...]
    spans: tuple[LabelledSpan, ...]


def run(path: Path, model: Model) -> Outcome:
    """Measure the naming head with re3d's labels."""
    sentences = tuple(read_tagged(path))
    answers = model.language.tagged([sentence.tokens for sentence in sentences], HEAD)
    predicted = [spans_of(tags) for tags in answers]
    if [len(tags) for tags in answers] != [len(sentence.tokens) for sentence in sentences]:
        raise EvaluationError("The naming head did not give one tag for every token.")
    return outcome(sentences, predicted)


def read_tagged(path: Path) -> Iterator[TaggedSentence]:
    """Yield the sentences of a file of tokens and tags."""
    for line, values in json_lines(path):
        form = Form(values, path, line)
        tokens, tags = form.strings("tokens"), form.strings("tags")
        if len(tokens) != len(tags):
            raise form.error(f"{len(tokens)} tokens have {len(tags)} tags")
        try:
            yield TaggedSentence(tokens, spans_of(tags))
        except ValueError as error:
            raise form.error(str(error)) from error


def outcome(
    sentences: tuple[TaggedSentence, ...], predicted: list[tuple[LabelledSpan, ...]]
) -> Outcome:
    """Return figures and misses for predicted spans, one tuple a sentence."""
    pairs = list(zip(sentences, predicted, strict=True))
    sums = add_by_label(span_counts(sentence.spans, spans) for sentence, spans in pairs)
    misses = tuple(miss for sentence, spans in pairs for miss in _missed(sentence, spans))
    return Outcome(len(sentences), span_figures(sums), misses)


def _missed(sentence: TaggedSentence, predicted: tuple[LabelledSpan, ...]) -> Iterator[Miss]:
    gold, found = set(sentence.spans), set(predicted)
    if gold != found:
        yield {
            "sentence": " ".join(sentence.tokens),
            "missed": [_words(sentence, span) for span in sorted(gold - found)],
            "wrong": [_words(sentence, span) for span in sorted(found - gold)],
        }


def _words(sentence: TaggedSentence, span: LabelledSpan) -> str:
    return f"{span.label}: {' '.join(sentence.tokens[span.start : span.end])}"
