"""The project's own sentences → documents with questions on their acts, stances and parties."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.documents import Document, Question, WordSpan, tag
from training.labels import PENTA
from training.sentences import Act, Sentence, read_part
from training.texts import Text

DECOYS = 2
_SEED = 7
_YIELD = frozenset(("CONCEDE", "RETREAT"))
_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), PENTA[1]),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), PENTA[2]),
    **dict.fromkeys(("REQUEST", "REJECT", "ACCUSE", "THREATEN"), PENTA[3]),
}


def documents(part: str, folder: Path) -> Iterator[Document]:
    """The items of ``part`` (train or dev) under ``folder``."""
    dice = random.Random(_SEED)
    for item in read_part(part, folder):
        yield document(item, dice)


def document(item: Sentence, dice: random.Random) -> Document:
    """One item as a document; ``dice`` picks the words that are asked about as decoys."""
    text = Text.cut(item.text)
    triggers = [(span, act) for act in item.acts.values() for span in _words(text, act.triggers)]
    spans = [(span, act.type) for span, act in sorted(triggers, key=lambda pair: pair[0])]
    tags = {"triggers": tag(len(text.words), spans)}
    return Document(
        "own",
        text.words,
        text.spacings,
        tags=tags,
        questions=[
            *(_of_trigger(text, act, span) for span, act in triggers),
            *_of_decoys(text, [span for span, _ in triggers], dice),
            *(question for act in item.acts.values() for question in _of_pair(text, act)),
            *_of_contents(text, item),
        ],
        sectors=[
            (span, party.sectors)
            for act in item.acts.values()
            for party in (*act.actors, *act.recipients)
            for span in _words(text, [party.span])
            if party.sectors
        ],
        contexts=item.contexts,
    )


def _words(text: Text, spans: Iterable[tuple[int, int]]) -> list[WordSpan]:
    return [span for extent in spans if (span := text.span(*extent)) is not None]


def _of_trigger(text: Text, act: Act, span: WordSpan) -> Question:
    roles = [
        *(("actor", each) for each in _words(text, (party.span for party in act.actors))),
        *(("recipient", each) for each in _words(text, (party.span for party in act.recipients))),
        *(("place", each) for each in _words(text, act.places)),
        *(("time", each) for each in _words(text, act.times)),
    ]
    answers = {
        "event": act.type,
        "mode": f"{act.type}/{act.mode}" if act.mode else "none",
        "modality": act.modality,
        "channel": act.channel or "none",
        "status": act.status or "none",
    }
    return Question((("trigger", span),), answers, tuple(roles))


def _of_decoys(text: Text, taken: list[WordSpan], dice: random.Random) -> Iterator[Question]:
    """Words that are no trigger, asked about as if they were."""
    used = {place for span in taken for place in range(*span)}
    free = [
        place
        for place, word in enumerate(text.words)
        if place not in used and len(word) > 3 and word.islower()
    ]
    for place in dice.sample(free, min(DECOYS, len(free))):
        yield Question((("trigger", (place, place + 1)),), {"event": "none"})


def _of_pair(text: Text, act: Act) -> Iterator[Question]:
    first, second = (
        _words(text, (p.span for p in act.actors)),
        _words(text, (p.span for p in act.recipients)),
    )
    if not second and len(first) > 1:
        first, second = first[:1], first[1:2]
    for one in first[:1]:
        for other in second[:1]:
            root = "YIELD" if act.type in _YIELD else act.type
            answers = {"relation": root, "penta": penta(act.type)}
            yield Question((("first", one), ("second", other)), answers)


def penta(type_: str) -> str:
    """PLOVER's quadrant of an event type, as the five-way data sets name it."""
    return _QUADS.get(type_, PENTA[4])


def _of_contents(text: Text, item: Sentence) -> Iterator[Question]:
    for extent, stance in item.contents:
        for span in _words(text, [extent]):
            yield Question((("content", span),), {"stance": stance})
