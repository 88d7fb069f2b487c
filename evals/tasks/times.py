"""Expressions of time: where they stand, and which dates they mean.

One JSON object a line: ``text``, ``published`` (an ISO date or moment), ``expressions``: objects
with ``begin``, ``end`` (characters), ``earliest``, ``latest`` (ISO, as precise as the words; null
where it is open). Each text is read as an article of its own.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.coding.dates import times
from dragoman.ingest.dates import date_only
from dragoman.records import PartialDate
from evals.files import json_lines
from evals.forms import Form
from evals.metrics.times import TimeCounts, TimedSpan, time_counts
from evals.model import Model, exact_article
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.tokens import Doc

    from dragoman.records import Article


@dataclass(frozen=True, slots=True)
class TimedText:
    """A text, when it was published, and its gold expressions."""

    text: str
    published: str | None
    expressions: tuple[TimedSpan, ...]


def run(path: Path, model: Model) -> Outcome:
    """Measure expressions of time on a file."""
    texts = tuple(read(path))
    sums, misses = TimeCounts(), list[Miss]()
    docs = model.language.pipe(article_of(each) for each in texts)
    for each, doc in zip(texts, docs, strict=True):
        predicted = tuple(found_in(doc))
        sums += time_counts(each.expressions, predicted)
        misses.extend(missed(each, predicted))
    return Outcome(len(texts), sums.figures(), tuple(misses))


def read(path: Path) -> Iterator[TimedText]:
    """Yield the texts of a file.

    Raises:
        GoldError: a line does not have the form, or a span or date cannot be.
    """
    for line, values in json_lines(path):
        form = Form(values, path, line)
        text = form.string("text")
        expressions = tuple(_expression(each, text) for each in form.forms("expressions"))
        yield TimedText(text, form.optional("published"), expressions)


def article_of(each: TimedText) -> Article:
    """Return the article of exactly this text; a date without a time stays a mere day."""
    article = exact_article(each.text, published=each.published)
    if each.published is None or "T" in each.published:
        return article
    return replace(article, published_at=date_only(date.fromisoformat(each.published)))


def found_in(doc: Doc) -> Iterator[TimedSpan]:
    """Yield the expressions that the reader found in a text."""
    for each in times(doc):
        yield TimedSpan(*each.span, each.earliest, each.latest)


def missed(each: TimedText, predicted: tuple[TimedSpan, ...]) -> Iterator[Miss]:
    """Yield the text where an expression or its dates are wrong."""
    gold = {(one.ends, one.value): one for one in each.expressions}
    found = {(one.ends, one.value): one for one in predicted}
    if gold.keys() != found.keys():
        yield {
            "text": each.text,
            "published": each.published,
            "missed": [_told(one, each.text) for key, one in gold.items() if key not in found],
            "wrong": [_told(one, each.text) for key, one in found.items() if key not in gold],
        }


def _expression(form: Form, text: str) -> TimedSpan:
    begin, end = form.values.get("begin"), form.values.get("end")
    if not isinstance(begin, int) or not isinstance(end, int) or not 0 <= begin < end <= len(text):
        raise form.error(f"{begin!r} to {end!r} is no span of the text")
    return TimedSpan(begin, end, _date(form, "earliest"), _date(form, "latest"))


def _date(form: Form, name: str) -> str | None:
    value = form.optional(name)
    try:
        return str(PartialDate.parse(value)) if value is not None else None
    except ValueError as error:
        raise form.error(str(error)) from error


def _told(one: TimedSpan, text: str) -> dict[str, object]:
    return {"words": text[one.begin : one.end], **asdict(one)}
