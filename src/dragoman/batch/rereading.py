"""``read_again``: what the store holds, read by this version of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from sqlalchemy import not_, select

from dragoman.batch.adding import AT_ONCE
from dragoman.batch.intake import Intake
from dragoman.batch.model import Added, Found, Reads
from dragoman.records import ReaderInfo
from dragoman.store import Store
from dragoman.store.tables import readings


def read_again(store: Store, reader: Reads, *, at_once: int = AT_ONCE) -> Iterator[Added]:
    """Read the articles of a store that another version read, and yield what became of each.

    What people judged stays, and so do the earlier readings. Articles that would be too short to be
    taken now are read like all others: they are in the store.

    The same call goes on where an earlier one broke off.

    Args:
        store: Holds the texts, and takes in what is read.
        reader: Reads them.
        at_once: How many articles are read and written together.

    Raises:
        StoreError: The store refuses; what was yielded before is kept.
    """
    intake = Intake(store, reader, short=True)
    found = _found(store, outdated(store, reader.info))
    while batch := list(islice(found, at_once)):
        yield from intake.take(batch)


def outdated(store: Store, reader: ReaderInfo) -> list[int]:
    """Return the numbers of the current readings that are not of this reader."""
    same = (readings.c.reader == reader.version) & (readings.c.model == reader.model)
    asked = select(readings.c.id).where(readings.c.current, not_(same)).order_by(readings.c.id)
    with store.view() as view:
        return list(view.connection.scalars(asked))


def _found(store: Store, numbers: list[int]) -> Iterator[Found]:
    for number in numbers:
        with store.view() as view:
            article = view.record_of_reading(number).article
        yield Found(article.url or article.id, replace(article, contexts=()))
