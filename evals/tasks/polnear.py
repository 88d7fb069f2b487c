"""Attribution on PolNeAR: articles with source, cue and content spans.

One JSON object a line: ``text`` and ``annotations``, each with ``annotator`` and
``attributions`` of character spans. Where several annotators marked an article, the
alphabetically first counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.errors import EvaluationError
from evals.files import json_lines
from evals.forms import Form
from evals.metrics.attributions import (
    LABELS,
    AttributionCounts,
    AttributionSpans,
    Spans,
    attribution_counts,
    in_tokens,
)
from evals.metrics.tokens import TokenIndex
from evals.model import Model, exact_article
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A text with its gold attributions."""

    id: str
    published: str | None
    text: str
    attributions: tuple[AttributionSpans, ...]


def run(path: Path, model: Model) -> Outcome:
    """Measure the attribution head on a file of PolNeAR's form."""
    articles = tuple(read(path))
    docs = model.language.pipe(
        exact_article(each.text, published=each.published) for each in articles
    )
    sums, misses = AttributionCounts.none(), list[Miss]()
    for article, doc in zip(articles, docs, strict=True):
        if doc.text != article.text:
            raise EvaluationError(f"The Doc of {article.id} does not hold the article's text.")
        predicted = predictions(doc._.attributions)
        sums += attribution_counts(article.text, article.attributions, predicted)
        misses.extend(missed(article, predicted))
    return Outcome(len(articles), sums.figures(), tuple(misses))


def read(path: Path) -> Iterator[MarkedArticle]:
    """Yield the articles of a file of PolNeAR's form."""
    for line, values in json_lines(path):
        form = Form(values, path, line)
        marked = sorted(form.forms("annotations"), key=lambda each: each.string("annotator"))
        if not marked:
            raise form.error("no annotator marked this article")
        attributions = tuple(_attribution(each) for each in marked[0].forms("attributions"))
        yield MarkedArticle(
            form.optional("id") or str(line),
            form.optional("published"),
            form.string("text"),
            attributions,
        )


def predictions(attributions: Iterable[AttributionSpans]) -> tuple[AttributionSpans, ...]:
    """Return the spans of ``Doc._.attributions``, without their confidence."""
    return tuple(AttributionSpans(each.source, each.cue, each.content) for each in attributions)


def missed(article: MarkedArticle, predicted: Iterable[AttributionSpans]) -> Iterator[Miss]:
    """Yield each gold attribution that was not found whole, and each prediction beyond."""
    index = TokenIndex(article.text)
    gold = {in_tokens(index, each): each for each in article.attributions}
    found = {in_tokens(index, each): each for each in predicted}
    for kind, here, there in (("missed", gold, found), ("wrong", found, gold)):
        for each in (attribution for triple, attribution in here.items() if triple not in there):
            words = {label: wording(article.text, each.part(label)) for label in LABELS}
            yield {"article": article.id, "kind": kind, **words}


def wording(text: str, spans: Spans) -> str:
    """Return the words of spans, gaps marked."""
    return " … ".join(text[start:end] for start, end in spans)


def _attribution(form: Form) -> AttributionSpans:
    return AttributionSpans(form.spans("source"), form.spans("cue"), form.spans("content"))
