"""The facts of a reading as the ledger counts them, after what people decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from dragoman.crises.review.applying import article_of_reading, page_of_reading, revise
from dragoman.records import FACT_KINDS, Fact, Record
from dragoman.store import View
from dragoman.store.tables import readings


@dataclass(frozen=True, slots=True)
class Counted:
    """A fact with its place in its reading, and how a person judged it."""

    kind: str
    number: int
    fact: Fact
    verdict: str | None = None


def counted(view: View, reading: int, record: Record) -> tuple[Record, list[Counted]]:
    """Return a record with what people corrected and added, and its facts in order."""
    as_read = list(_as_read(record))
    if not view.judgements.are_any():
        return record, as_read
    ids = {each.fact.id for each in as_read}
    judged = view.judgements.of_page(page_of_reading(view, reading), ids)
    if not judged:
        return record, as_read
    revised = revise(record, judged, article_of_reading(view, reading))
    return revised.record, [
        Counted(each.told.kind, each.told.number, each.told.fact, each.verdict)
        for each in revised.facts
    ]


def _as_read(record: Record) -> Iterator[Counted]:
    for kind in FACT_KINDS:
        for number, fact in enumerate(getattr(record, kind)):
            yield Counted(kind, number, fact)


def is_current(view: View, reading: int) -> bool:
    """Tell whether a reading is the one that counts at its URL."""
    asked = select(readings.c.current).where(readings.c.id == reading)
    return bool(view.connection.scalar(asked))


def current(view: View) -> list[int]:
    """Return the readings that count, in the order they were written."""
    asked = select(readings.c.id).where(readings.c.current).order_by(readings.c.id)
    return list(view.connection.scalars(asked))
