"""One article into all that is known across articles; or everything anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.crises import entries, persons, stories
from dragoman.records import Record
from dragoman.store import Store, UnitOfWork, Written

Progress = Callable[[int, int], None]
"""Told how many readings of how many are taken in."""


@dataclass(frozen=True, slots=True)
class Came:
    """An article that a unit of work wrote: what became of it, and what was read of it.

    ``origin`` is the family of outlets or the agency whose report it is.
    """

    written: Written
    record: Record
    origin: str


def take(unit: UnitOfWork, written: Written, record: Record, *, origin: str) -> None:
    """Take in one article; see :func:`take_all`."""
    take_all(unit, [Came(written, record, origin)])


def take_all(unit: UnitOfWork, came: Sequence[Came]) -> None:
    """Take in articles: their persons, their stories, their facts, in the unit that wrote them.

    Taking one in twice changes nothing. A new version, or a newer reading, takes the place of what
    the URL told before. In PostgreSQL other writers wait from here on until the unit of work ends:
    where it writes several articles, let it write all of them before it takes in the first.

    Args:
        unit: The unit of work that wrote the records.
        came: The articles. Stories follow persons, and facts come last: who is who is settled then.
    """
    moved: set[int] = set()
    for each in came:
        moved |= persons.take(unit, each.written, each.record)
    stories.take_all(unit, [(each.written, each.record) for each in came])
    own = [
        entries.Reading(each.written.reading, each.record, each.written.article, each.origin)
        for each in came
    ]
    entries.fold(unit, own, again=moved)


def rebuild(store: Store, progress: Progress | None = None) -> int:
    """Make everything across articles anew from what was read and judged.

    It is done in one unit of work: until it ends, others see what was there before.

    Returns:
        How many readings were taken in.
    """
    with store.work() as unit:
        persons.clear(unit)
        entries.clear(unit)
        stories.rebuild(unit)
        numbers = entries.current(unit.view)
        for done, number in enumerate(numbers, start=1):
            reading = entries.reading_of(unit, number)
            written = Written(reading.article, number, new=False, version=1)
            persons.take(unit, written, reading.record)
            if progress is not None:
                progress(done, 2 * len(numbers))
        entries.settle(unit)
        for done, number in enumerate(numbers, start=1):
            entries.refold(unit, [number])
            if progress is not None:
                progress(len(numbers) + done, 2 * len(numbers))
    return len(numbers)
