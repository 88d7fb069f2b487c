"""What is known across articles follows what people decide, in the same unit of work."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import delete

from dragoman.crises.review.judging import readings_of
from dragoman.store import Judgement, UnitOfWork
from dragoman.store.erasing import Doomed
from dragoman.store.tables import story_terms


def follow(unit: UnitOfWork, made: Iterable[Judgement]) -> None:
    """Let the ledger follow judgements of any kind: on facts, entries, persons, stories, crises."""
    judged = list(made)
    kinds = {each.kind for each in judged}
    refold(unit, readings_of(unit.view, judged))
    if "actors" in kinds:
        from dragoman.crises import persons

        refold(unit, persons.settle(unit))
    if "entries" in kinds:
        from dragoman.crises import entries

        entries.settle(unit)
    if kinds & {"stories", "crises"}:
        from dragoman.crises import stories

        stories.applied(unit, judged)


def refold(unit: UnitOfWork, numbers: Collection[int]) -> None:
    """Fold readings into the ledger anew."""
    from dragoman.crises.entries.folding import refold as fold_anew

    if numbers:
        fold_anew(unit, sorted(numbers))


def take_out(unit: UnitOfWork, what: Doomed) -> None:
    """Take articles out of entries, stories and persons, before they are erased."""
    from dragoman.crises import persons, stories
    from dragoman.crises.entries.folding import drop

    drop(unit, what.readings)
    for article in what.articles:
        stories.leave(unit, article)
    refold(unit, persons.drop(unit, what.readings))
    unit.connection.execute(delete(story_terms).where(story_terms.c.articles <= 0))
