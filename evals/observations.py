"""Every fact of the reader's records as an observation: its confidence, and whether it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.metrics.facts import KINDS, compare_facts
from evals.tasks.records import article_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dragoman.records import Article, Record
    from evals.gold_records import GoldRecord
    from evals.metrics.calibration import Observation
    from evals.model import Model

Observed = dict[str, list["Observation"]]


def observations(
    golds: Sequence[GoldRecord],
    model: Model,
    pipe: Callable[[Iterable[Article]], Iterator[Record]],
) -> list[Observed]:
    """Read the articles of gold records; the observations of each, by kind of fact.

    Predictions that the comparison excuses are left out.
    """
    read = pipe(article_of(gold, model) for gold in golds)
    return [observed(gold, record) for gold, record in zip(golds, read, strict=True)]


def observed(gold: GoldRecord, record: Record) -> Observed:
    """Return the observations of one article."""
    tallies = compare_facts(gold, record)
    result: Observed = {kind: [] for kind in KINDS}
    for kind in KINDS:
        if kind in tallies:
            wrong, excused = set(tallies[kind].wrong), set(tallies[kind].excused)
            result[kind] = [
                (fact.confidence, place not in wrong)
                for place, fact in enumerate(getattr(record, kind))
                if place not in excused
            ]
    return result
