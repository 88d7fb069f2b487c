"""Neutrality: what a sentence is read as must not hang on whose name stands in it.

One JSON object a line: ``text``, ``states`` (whose words are exchanged), ``type`` (an event type)
and ``stance``, either of which may be absent. Each state is exchanged for each of the twenty of
``exchanged_states.tsv`` (:mod:`evals.exchange`), one at a time, and each variant is read as an
article of its own.

- ``kept``: share of the variants with the same set of event types and the same set of stances as
  the sentence itself.
- ``by_country``: that share among the variants into which a name was put.
- ``type_found``, ``stance_found``: share of the sentences, unchanged, for which the reader finds
  the given type (stance); a reader that finds nothing keeps all, and shows here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.exchange import variants
from evals.files import json_lines
from evals.forms import Form
from evals.metrics.counts import Counts, total
from evals.model import Model, exact_article
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dragoman.records import Record


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, what it tells of, and its variants with the name put into each."""

    text: str
    type: str | None
    stance: str | None
    variants: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is compared of a record."""

    types: frozenset[str]
    stances: frozenset[str]

    def plain(self) -> list[list[str]]:
        """Return types and stances as sorted lists."""
        return [sorted(self.types), sorted(self.stances)]


def run(path: Path, model: Model) -> Outcome:
    """Measure how many variants are read as their sentence is."""
    sentences = tuple(read(path))
    texts = [text for each in sentences for text in texts_of(each)]
    readings = map(reading, model.reader.pipe(map(exact_article, texts)))
    original, by_country, misses = list[Reading](), dict[str, Counts](), list[Miss]()
    for each in sentences:
        original.append(next(readings))
        for name, text in each.variants:
            found = next(readings)
            same = found == original[-1]
            by_country[name] = by_country.get(name, Counts()) + Counts(int(same), 1, 1)
            misses += [] if same else [_missed(each, original[-1], text, found)]
    return Outcome(len(sentences), figures(sentences, original, by_country), tuple(misses))


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file.

    Raises:
        GoldError: a line does not have the form, or names a state that its text does not.
    """
    for line, values in json_lines(path):
        form = Form(values, path, line)
        text = form.string("text")
        try:
            made = tuple(variants(text, form.strings("states")))
        except ValueError as error:
            raise form.error(str(error)) from error
        yield Sentence(text, form.optional("type"), form.optional("stance"), made)


def texts_of(each: Sentence) -> Iterator[str]:
    """Yield a sentence and its variants."""
    yield each.text
    yield from (text for _, text in each.variants)


def reading(record: Record) -> Reading:
    """Return the types of a record's events and the stances of its positions."""
    return Reading(
        frozenset(event.type for event in record.events),
        frozenset(position.stance for position in record.positions),
    )


def figures(
    sentences: Sequence[Sentence], original: Sequence[Reading], by_country: dict[str, Counts]
) -> dict[str, float | dict[str, float]]:
    """Return all figures; a share of nothing is 0."""
    pairs = list(zip(sentences, original, strict=True))
    types = [each.type in found.types for each, found in pairs if each.type]
    stances = [each.stance in found.stances for each, found in pairs if each.stance]
    return {
        "kept": total(by_country.values()).recall,
        "type_found": sum(types) / max(len(types), 1),
        "stance_found": sum(stances) / max(len(stances), 1),
        "by_country": {name: by_country[name].recall for name in sorted(by_country)},
    }


def _missed(each: Sentence, original: Reading, text: str, found: Reading) -> Miss:
    return {
        "sentence": each.text,
        "read": original.plain(),
        "variant": text,
        "variant_read": found.plain(),
    }
