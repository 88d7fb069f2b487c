"""Events on gold standard records: a sentence, its event, actors and recipients with codes.

One JSON object a line: ``text``, ``event``, ``actor`` and ``recipient`` (lists of objects with
``text`` and ``code``), ``reciprocal``. Each sentence is read as an article of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.files import json_lines
from evals.forms import Form
from evals.metrics.events import (
    Code,
    EventCounts,
    GoldEvent,
    PredictedEvent,
    comparable,
    event_counts,
)
from evals.model import Model, exact_article
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dragoman.records import Actor, Record


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with its gold event."""

    id: str
    text: str
    event: GoldEvent


def run(path: Path, model: Model) -> Outcome:
    """Measure events on a file of gold standard records."""
    sentences = tuple(read(path))
    records = model.reader.pipe(exact_article(each.text) for each in sentences)
    sums, misses = EventCounts(), list[Miss]()
    for sentence, record in zip(sentences, records, strict=True):
        predicted = tuple(events_of(record, model.is_state))
        counts = event_counts(sentence.event, predicted)
        sums += counts
        misses.extend(missed(sentence, predicted, counts))
    return Outcome(len(sentences), sums.figures(), tuple(misses))


def read(path: Path) -> Iterator[CodedSentence]:
    """Yield the records of a file."""
    for line, values in json_lines(path):
        form = Form(values, path, line)
        yield CodedSentence(form.optional("id") or str(line), form.string("text"), _event(form))


def events_of(record: Record, is_state: Callable[[str], bool]) -> Iterator[PredictedEvent]:
    """Yield the events of a record with the codes that are compared."""
    codes = {actor.id: _code(actor, is_state) for actor in record.actors}
    for event in record.events:
        yield PredictedEvent(
            event.type,
            tuple(codes[actor] for actor in event.actors),
            tuple(codes[actor] for actor in event.recipients),
        )


def missed(
    sentence: CodedSentence, predicted: tuple[PredictedEvent, ...], counts: EventCounts
) -> Iterator[Miss]:
    """Yield the record when anything that was asked of it is wrong."""
    parts = {
        "type": counts.type,
        "actor": counts.actor,
        "recipient": counts.recipient,
        "all_right": counts.all_right,
    }
    wrong = [name for name, part in parts.items() if part.hits < part.gold]
    if wrong:
        yield {
            "id": sentence.id,
            "text": sentence.text,
            "wrong": wrong,
            "gold": _plain(sentence.event),
            "predicted": [_plain(event) for event in predicted],
        }


def _event(form: Form) -> GoldEvent:
    actors, recipients = _codes(form, "actor"), _codes(form, "recipient")
    if "reciprocal" in form.values:
        reciprocal = form.flag("reciprocal")
    else:
        reciprocal = len(actors) == 2 and not recipients
    return GoldEvent(form.string("event"), actors, recipients, reciprocal)


def _code(actor: Actor, is_state: Callable[[str], bool]) -> Code:
    state = actor.country is not None and is_state(actor.country)
    return comparable(actor.country, actor.class_, state=state)


def _codes(form: Form, name: str) -> tuple[Code, ...]:
    return tuple(each.optional("code") for each in form.forms(name))


def _plain(event: GoldEvent | PredictedEvent) -> list[object]:
    return [event.type, list(event.actors), list(event.recipients)]
