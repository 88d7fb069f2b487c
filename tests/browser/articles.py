"""A long article of our own with few facts, so that words and cards must be scrolled to."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Event, Record, content_id
from tests.records import examples

FILLER = "The weather over the northern sea stayed calm and grey for the whole of the day. " * 3
SENTENCES = [f"Boat number {number} was seized by Norway." for number in range(40)]


def record() -> Record:
    """Return a record of forty seizures, each in a paragraph of its own."""
    title = "Norway seizes forty boats"
    paragraphs, text = [], title
    for sentence in SENTENCES:
        start = len(text) + 2
        text += f"\n\n{FILLER}{sentence}"
        paragraphs.append((start, len(text)))
    article = replace(
        examples.article(),
        id=content_id(text),
        text=text,
        title=title,
        title_span=(0, len(title)),
        paragraphs=tuple(paragraphs),
        furniture=(),
    )
    norway = replace(examples.actors()[2], mentions=((0, 6),))
    return replace(
        examples.record(),
        article=article,
        actors=(norway,),
        events=tuple(_seizure(text, sentence) for sentence in SENTENCES),
        contacts=(),
        statements=(),
        positions=(),
        attitudes=(),
    )


def _seizure(text: str, sentence: str) -> Event:
    start = text.index(sentence)
    word = start + sentence.index("seized")
    return Event(
        id=content_id(sentence),
        type="COERCE",
        mode="seize",
        actors=("norway",),
        trigger=((word, word + len("seized")),),
        evidence=((start, start + len(sentence)),),
        confidence=0.9,
    )
