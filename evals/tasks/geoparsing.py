"""Names of places and where they lie, on LGL and TR-News.

Identification asks the reader for its own toponyms; resolution is given the gold's, and needs no
network: the names, their places in the text, and the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from dragoman.coding.toponyms import distance
from evals.metrics.counts import Counts, compare
from evals.metrics.geoparsing import Judged, resolution_figures
from evals.model import Guess, Model, exact_article
from evals.result import Miss, Outcome
from evals.toponyms import GoldText, GoldToponym, read_toponyms

if TYPE_CHECKING:
    from pathlib import Path

Span = tuple[int, int]


def run(path: Path, model: Model) -> Outcome:
    """Measure identification on whole texts, and resolution of the gold's toponyms."""
    texts = read_toponyms(path)
    docs = model.language.pipe(exact_article(each.text) for each in texts)
    found = [model.toponyms(doc) for doc in docs]
    guesses = [model.located(each.text, _printed(each.toponyms)) for each in texts]
    judged = [
        tuple(judge(toponym, guess) for toponym, guess in zip(text.toponyms, each, strict=True))
        for text, each in zip(texts, guesses, strict=True)
    ]
    figures = {
        "identification_f1": identification(texts, found).f1,
        **resolution_figures([each for each in chain(*judged) if each is not None]),
    }
    misses = chain(
        *(missed_names(*each) for each in zip(texts, found, strict=True)),
        *(missed_places(*each) for each in zip(texts, guesses, judged, strict=True)),
    )
    return Outcome(len(texts), figures, tuple(misses))


def _printed(toponyms: Iterable[GoldToponym]) -> list[tuple[int, int, str]]:
    return [(each.start, each.end, each.name) for each in toponyms]


def judge(toponym: GoldToponym, guess: Guess | None) -> Judged | None:
    """Compare a guess with the gold; ``None`` for a toponym that the gold has no id of."""
    if toponym.geonames is None:
        return None
    if guess is None:
        return Judged(exact=False, kilometres=None)
    if guess.geonames == toponym.geonames:
        return Judged(exact=True, kilometres=0.0)
    if guess.lat is None or guess.lon is None:
        return Judged(exact=False, kilometres=None)
    return Judged(exact=False, kilometres=distance(guess.lat, guess.lon, toponym.lat, toponym.lon))


def identification(texts: Sequence[GoldText], found: Sequence[Sequence[Span]]) -> Counts:
    """Count names found, all texts together; a span that is marked twice counts once."""
    counts = (
        compare({(each.start, each.end) for each in text.toponyms}, set(spans))
        for text, spans in zip(texts, found, strict=True)
    )
    return sum(counts, Counts())


def missed_names(text: GoldText, found: Sequence[Span]) -> Iterator[Miss]:
    """Yield the names that were missed, and what was taken for one."""
    gold, spans = {(each.start, each.end) for each in text.toponyms}, set(found)
    for kind, wrong in (("missed", gold - spans), ("wrong", spans - gold)):
        for start, end in sorted(wrong):
            yield {"article": text.name, kind: text.text[start:end], "start": start}


def missed_places(
    text: GoldText, guesses: Sequence[Guess | None], judged: Sequence[Judged | None]
) -> Iterator[Miss]:
    """Yield the toponyms that were resolved to another place than the gold's."""
    for toponym, guess, each in zip(text.toponyms, guesses, judged, strict=True):
        if each is not None and not each.exact:
            yield {
                "article": text.name,
                "toponym": toponym.name,
                "gold": toponym.geonames,
                "here": guess.told if guess else None,
                "kilometres": each.kilometres and round(each.kilometres),
            }
